package hotline.exchange;

import java.util.Locale;

/** https://www.twilio.com/docs/voice/api/call-resource, "Call status values". */
enum CallStatus {
    QUEUED,
    RINGING,
    IN_PROGRESS,
    COMPLETED,
    BUSY,
    FAILED,
    NO_ANSWER,
    CANCELED;

    boolean isEnded() {
        return switch (this) {
            case QUEUED, RINGING, IN_PROGRESS -> false;
            case COMPLETED, BUSY, FAILED, NO_ANSWER, CANCELED -> true;
        };
    }

    /** As Twilio writes it. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
