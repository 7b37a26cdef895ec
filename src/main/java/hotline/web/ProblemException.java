package hotline.web;

import io.javalin.http.HttpStatus;

/** A request that is refused, with words for the person who sent it. */
final class ProblemException extends RuntimeException {
    private final HttpStatus status;

    /** @param detail what is wrong and what to do about it; shown to whoever sent the request */
    ProblemException(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, detail);
    }

    static ProblemException notFound(String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, detail);
    }

    static ProblemException conflict(String detail) {
        return new ProblemException(HttpStatus.CONFLICT, detail);
    }

    HttpStatus status() {
        return status;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
