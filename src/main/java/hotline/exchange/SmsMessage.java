package hotline.exchange;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message on its way. https://www.twilio.com/docs/messaging/api/message-resource, "Message Status values". */
final class SmsMessage {
    private final String sid;
    private final String from;
    private final String to;
    private final String body;
    private final String direction;
    private final Instant createdAt;
    private Instant updatedAt;
    private String status;
    private @Nullable Instant sentAt;
    private @Nullable Integer errorCode;

    SmsMessage(String sid, String from, String to, String body, String direction, String status, Instant now) {
        this.sid = sid;
        this.from = from;
        this.to = to;
        this.body = body;
        this.direction = direction;
        this.status = status;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void becomes(String newStatus, @Nullable Integer error, Instant now) {
        status = newStatus;
        errorCode = error;
        updatedAt = now;
        if (newStatus.equals("sent")) {
            sentAt = now;
        }
    }

    /**
     * In how many parts it goes: 160 characters of the GSM alphabet or 70 of Unicode in one, 153 or 67 in each of several.
     * https://www.twilio.com/docs/glossary/what-sms-character-limit
     */
    int segments() {
        boolean gsm = body.chars().allMatch(SmsMessage::isGsm);
        int single = gsm ? 160 : 70;
        int each = gsm ? 153 : 67;
        return body.length() <= single ? 1 : (body.length() + each - 1) / each;
    }

    private static boolean isGsm(int c) {
        return (c >= 0x20 && c < 0x7f && c != '`')
                || c == '\n'
                || c == '\r'
                || "£¥èéùìòÇØøÅåÆæßÉÄÖÑÜ§äöñüà¿¡€".indexOf(c) >= 0;
    }

    String sid() {
        return sid;
    }

    String from() {
        return from;
    }

    String to() {
        return to;
    }

    String body() {
        return body;
    }

    String direction() {
        return direction;
    }

    String status() {
        return status;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    Optional<Integer> errorCode() {
        return Optional.ofNullable(errorCode);
    }
}
