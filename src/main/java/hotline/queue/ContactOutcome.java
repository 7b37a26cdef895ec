package hotline.queue;

/** What became of a contact: exactly one of these, once it is over. */
public enum ContactOutcome {
    /** An agent took it. */
    ANSWERED,
    /** The caller hung up while waiting. */
    ABANDONED,
    /** The caller chose to be rung back; the callback is a contact of its own, at the same place. */
    CALLBACK_BOOKED,
    /** The caller chose another way out. */
    LEFT,
    /** The caller left a message. */
    VOICEMAIL,
    /** The caller waited longer than anybody should. */
    TIMED_OUT,
    /** The last agent who could have taken it signed out. */
    NOBODY,
    /** The customer of a callback rang in and canceled it. */
    CANCELED,
    /** A callback that did not reach its customer in all its attempts. */
    MISSED,
    /** Who was asked to help an agent did not want to. */
    REFUSED,
    /** Nothing was heard of the call anymore. */
    LOST;

    /** The word of the API and the database. */
    public String word() {
        return Words.of(this);
    }
}
