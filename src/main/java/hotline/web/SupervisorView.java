package hotline.web;

import hotline.phone.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the supervisor's page shows, at one moment.
 *
 * @param mayListen whether the reader has a phone to listen with
 * @param listening what the reader takes part in
 * @param lost callers who gave up today and were not served since
 */
public record SupervisorView(
        Texts texts,
        String formToken,
        Instant now,
        boolean mayListen,
        Optional<Listening> listening,
        List<AgentLine> agents,
        List<LostCaller> lost) {
    /**
     * An agent.
     *
     * @param state a word of {@link hotline.agent.AgentState}
     * @param reason why they are on break
     * @param topic of the contact that they are rung for, talk to or finish up after
     */
    public record AgentLine(
            String username,
            String name,
            String state,
            Optional<String> reason,
            Instant since,
            Optional<UUID> contact,
            Optional<String> topic,
            List<String> skills) {
        public boolean isThere() {
            return !state.equals("offline");
        }

        public boolean isTalking() {
            return state.equals("on-call");
        }

        /** Whether they have a contact that they can be freed of. */
        public boolean isBusy() {
            return contact.isPresent();
        }
    }

    /**
     * A caller who gave up.
     *
     * @param waited how long they had waited, as people read it
     * @param isOpen whether they are to be rung back already, or are on the line again
     */
    public record LostCaller(
            UUID contact,
            String topic,
            Language language,
            Optional<String> phone,
            String waited,
            Instant gaveUpAt,
            String outcome,
            boolean isOpen) {}

    /**
     * A conversation that the reader takes part in.
     *
     * @param mode {@code monitor}, {@code coach} or {@code barge}
     * @param isIn whether they have come in; until then their phone rings
     */
    public record Listening(UUID contact, String mode, boolean isIn) {}

    /** The ways to take part in a conversation, the quietest first. */
    public static final List<String> MODES = List.of("monitor", "coach", "barge");

    /** Whether the reader takes part in the conversation of this agent. */
    public boolean isListeningTo(AgentLine agent) {
        return listening.isPresent() && listening.map(Listening::contact).equals(agent.contact());
    }

    /** Who is signed in, those who help callers first. */
    public List<AgentLine> there() {
        return agents.stream().filter(AgentLine::isThere).toList();
    }

    /** The names of who is not signed in. */
    public String away() {
        return agents.stream()
                .filter(agent -> !agent.isThere())
                .map(AgentLine::name)
                .collect(Collectors.joining(", "));
    }

    /** Skills in the reader's words. */
    public String skills(AgentLine agent) {
        return agent.skills().stream().map(this::topic).collect(Collectors.joining(", "));
    }

    /** A topic in the reader's words. */
    public String topic(String topic) {
        return texts.getOr("topic." + topic, topic);
    }
}
