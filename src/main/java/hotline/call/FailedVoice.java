package hotline.call;

import java.time.Instant;

/**
 * A voice that the carrier could not speak with.
 *
 * @param name the carrier's
 * @param errorCode the carrier's number for what was wrong
 * @param backAt when it is tried again
 */
public record FailedVoice(String name, String errorCode, Instant failedAt, Instant backAt) {}
