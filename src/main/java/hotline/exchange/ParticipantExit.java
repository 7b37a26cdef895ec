package hotline.exchange;

/** Why a participant left, in Twilio's words: …/docs/voice/twiml/conference, "ReasonParticipantLeft". */
enum ParticipantExit {
    HUNG_UP("participant_hung_up"),
    UPDATED_VIA_API("participant_updated_via_api"),
    /** Taken out by a REST request; Twilio has no word of its own for it. */
    KICKED("participant_updated_via_api"),
    MODERATOR_ENDED("moderator_ended_conference"),
    ENDED_VIA_API("conference_ended_via_api"),
    ADD_FAILED("participant_add_failed");

    private final String text;

    ParticipantExit(String text) {
        this.text = text;
    }

    /** As Twilio writes it. */
    String text() {
        return text;
    }
}
