package hotline.call;

import hotline.phone.CallSid;
import java.util.Optional;

/**
 * How a leg takes part in the room of a conference.
 *
 * @param endsConference whether the conference ends with it
 * @param muted whether nobody hears it
 * @param coached the leg that alone hears it; empty when everybody does
 */
public record ConferenceRole(boolean endsConference, boolean muted, Optional<CallSid> coached) {
    /** Only the caller's leaving ends the conference. */
    public static final ConferenceRole CALLER = new ConferenceRole(true, false, Optional.empty());

    public static final ConferenceRole AGENT = new ConferenceRole(false, false, Optional.empty());
}
