package hotline.exchange;

import java.util.Set;

/** Where a document is played, and so which verbs it may use. */
enum ScriptScope {
    /** By a call of its own. */
    CALL,
    /** To one who waits for a conference, or is on hold: https://www.twilio.com/docs/voice/twiml/conference, "waitUrl". */
    WAITING,
    /** To one who was dialed, before the parties are connected: https://www.twilio.com/docs/voice/twiml/number, "url". */
    WHISPER,
    /** Into a conference: …/docs/voice/api/conference-participant-resource, "AnnounceUrl". */
    ANNOUNCEMENT;

    Set<String> verbs() {
        return switch (this) {
            case CALL -> Set.of("Say", "Play", "Pause", "Gather", "Record", "Dial", "Redirect", "Hangup", "Reject");
            case WAITING -> Set.of("Say", "Play", "Pause", "Redirect");
            case WHISPER -> Set.of("Say", "Play", "Pause", "Gather", "Redirect", "Hangup");
            case ANNOUNCEMENT -> Set.of("Say", "Play", "Pause");
        };
    }
}
