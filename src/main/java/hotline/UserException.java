package hotline;

/** Something that the person at the terminal can mend; the message is one line that says how. */
final class UserException extends RuntimeException {
    UserException(String message) {
        super(message);
    }
}
