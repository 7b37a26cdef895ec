package hotline.flow;

import java.util.Locale;
import java.util.Set;

/**
 * Sentences that are said outside of any step, so every language must have them; each with the values it may mention.
 */
public enum FixedPrompt {
    /** Before an entry is asked for again because nothing was pressed. */
    NO_INPUT,
    /** Before an entry is asked for again because what was pressed is not on offer. */
    NO_MATCH,
    /** To a caller about a topic that many ring about at once: what a supervisor wants them to know. */
    INCIDENT("incident.words"),
    /** While something takes longer than it should. */
    ONE_MOMENT,
    /** The system does not work; a message will follow. Then the call ends. */
    TROUBLE_GOODBYE,
    /** The call went on for longer than any call should; a human takes over. */
    LIMIT_TO_HUMAN,
    /** The call went on for longer than any call should, and ends. */
    LIMIT_GOODBYE,
    /** To the agent, before being joined: who is calling and why. */
    WHISPER("topic", "language", "waited-minutes"),
    /** To an agent whom a colleague asks for advice, in place of the whisper: who asks, and what it is about. */
    WHISPER_CONSULT("agent.name", "topic", "language"),
    /** To the agent, before the whisper, when the caller comes from a colleague. */
    WHISPER_HANDED_ON("agent.name"),
    /** To the agent, after the whisper, when the caller named an order. */
    WHISPER_ORDER("order.number"),
    /** To the agent, after the whisper. */
    PRESS_1_TO_TAKE,
    /** To the agent: nobody to talk to any more. */
    CALLER_HAS_LEFT,
    /** To the agent: somebody else was quicker. */
    ALREADY_TAKEN,
    /** To a supervisor, before they take part in a conversation: whose it is; press 1 to come in. */
    SUPERVISE("agent.name"),
    /** To a supervisor who comes too late. */
    CONVERSATION_IS_OVER,
    /** To a customer who is called back: who is calling; press 1 to talk. */
    CALLBACK_GREETING("topic"),
    /** To a customer who pressed 1: stay on the line. */
    CALLBACK_CONNECTING,
    /** To a customer who did not press 1; {@code callback.again} is {@code yes} if they are rung another time, {@code no} if not. */
    CALLBACK_GOODBYE("callback.again");

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> mentions;

    FixedPrompt(String... mentions) {
        this.mentions = Set.of(mentions);
    }

    /** Its name in the prompt files, as {@code press-1-to-take}. */
    public String promptName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The values it may mention. */
    public Set<String> mentions() {
        return mentions;
    }
}
