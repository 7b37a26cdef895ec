package hotline.message;

import java.util.UUID;

/** What became of the wish to send a message. */
public sealed interface Sending {
    /** It is on its way, or was before. */
    record Sent(UUID message) implements Sending {}

    /**
     * It is not sent, and will not be.
     *
     * @param reason {@code opted-out}, or what {@link Reach} says
     */
    record NotSent(String reason) implements Sending {}
}
