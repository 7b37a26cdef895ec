package hotline.call;

import hotline.phone.CallSid;
import java.time.Duration;
import java.util.Optional;

/**
 * The carrier tells how a leg goes on. Such events come late, twice, in any order, or never.
 *
 * @param length how long the leg was answered, once it is over
 */
public record CallStatusEvent(CallSid call, CallStatus status, Optional<Duration> length) {}
