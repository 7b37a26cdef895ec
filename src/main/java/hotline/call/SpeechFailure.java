package hotline.call;

import hotline.phone.CallSid;
import java.util.Optional;

/**
 * The carrier could not say something with the voice that it was to be said with.
 *
 * @param turn the turn whose answer held it, where the carrier tells; otherwise it is taken to be the latest
 * @param errorCode the carrier's number for what was wrong
 */
public record SpeechFailure(CallSid leg, Optional<Integer> turn, String errorCode) {}
