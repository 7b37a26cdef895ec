package hotline.exchange;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What Hotline answered, or why there is no answer. */
final class WebhookAnswer {
    private final int status;
    private final byte[] body;
    private final @Nullable String contentType;
    private final @Nullable String failure;
    private final int errorCode;

    private WebhookAnswer(
            int status, byte[] body, @Nullable String contentType, @Nullable String failure, int errorCode) {
        this.status = status;
        this.body = body;
        this.contentType = contentType;
        this.failure = failure;
        this.errorCode = errorCode;
    }

    static WebhookAnswer of(int status, byte[] body, @Nullable String contentType) {
        if (status >= 200 && status < 300) {
            return new WebhookAnswer(status, body, contentType, null, 0);
        }
        return new WebhookAnswer(status, body, contentType, "answered with HTTP status " + status, 11200);
    }

    /** No answer: 11200 "HTTP retrieval failure", 11205 "HTTP connection failure". */
    static WebhookAnswer none(int errorCode, String failure) {
        return new WebhookAnswer(0, new byte[0], null, failure, errorCode);
    }

    byte[] body() {
        return body;
    }

    @Nullable
    String contentType() {
        return contentType;
    }

    /** Null where the answer is a good one. */
    @Nullable
    String failure() {
        return failure;
    }

    int errorCode() {
        return errorCode;
    }

    boolean says(WebhookAnswer other) {
        return status == other.status && Arrays.equals(body, other.body);
    }
}
