package hotline.queue;

/** What an agent must pass to be offered a contact, in the order in which it is explained. */
public enum RoutingRule {
    /** They have the skill. */
    SKILL,
    /** They speak the caller's language. */
    LANGUAGE,
    /** They are whom the contact is for, if it is for somebody; the detail is a word of {@link Destination}. */
    TARGET,
    /** They have a phone to be rung on. */
    PHONE,
    /** They have nothing else to do: {@code busy}, or a word of {@link hotline.agent.AgentState}. */
    FREE,
    /** Their desk is connected. */
    DESK,
    /** Their tier is asked yet; the detail is their tier. */
    TIER,
    /** They did not refuse or miss this contact a moment ago. */
    NOT_REFUSED,
    /** The contact is not being kept for the agent whom the caller spoke with last; the detail is that agent. */
    LAST_AGENT;

    /** The word of the API and the database. */
    public String word() {
        return Words.of(this);
    }
}
