package hotline.web;

import hotline.phone.Language;
import hotline.queue.Disposition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the desk shows of the agent and the queue, at one moment.
 *
 * @param formToken what the desk's forms must carry
 * @param messages what callers left on tape and nobody has heard
 * @param card the person on the line
 * @param talk how the call stands, once there is one
 * @param unrecorded the topic of the last contact, if its wrap-up ran out before a result was recorded
 * @param dispositions what the agent can choose afterwards
 */
public record DeskView(
        Texts texts,
        String formToken,
        Me me,
        List<Waiting> waiting,
        List<Message> messages,
        Optional<Card> card,
        Optional<Talk> talk,
        Optional<String> unrecorded,
        List<Disposition> dispositions) {
    /**
     * The agent.
     *
     * @param state a word of {@link hotline.agent.AgentState}
     * @param presence a word of {@link hotline.agent.Presence}
     */
    public record Me(String state, String presence, Optional<String> reason, Instant since) {
        /** Whether what they say of themselves applies only once their contact is over. */
        public boolean isBusy() {
            return state.equals("reserved") || state.equals("on-call") || state.equals("wrap-up");
        }
    }

    /**
     * A contact in the queue.
     *
     * @param place empty for a callback whose time is far
     * @param notBefore when that is
     * @param isMine whether the agent can take it
     */
    public record Waiting(
            UUID id,
            Optional<Integer> place,
            Optional<Instant> notBefore,
            boolean isCallback,
            String topic,
            Language language,
            Instant since,
            boolean isMine) {}

    /**
     * A message that a caller left on tape.
     *
     * @param ticket its number as people read it
     */
    public record Message(
            UUID id,
            String topic,
            Language language,
            Optional<String> phone,
            String ticket,
            Instant at,
            Duration length) {}

    /** The messages listed, so that a list in which nothing is new is left alone: somebody is listening. */
    public String messageKey() {
        return messages.stream().map(message -> message.id().toString()).collect(Collectors.joining(","));
    }

    /** How far the agent is with the person on the line. */
    public enum Phase {
        /** The customer of a callback is rung first. */
        DIALING,
        RINGING,
        TALKING,
        WRAP_UP;

        /** The word of the page's texts and styles. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The person on the line.
     *
     * @param asked when they first asked for a human
     * @param waited how long they waited, once they do not anymore
     * @param since when the phase began
     * @param until when wrap-up ends by itself
     * @param canBeLonger whether wrap-up can be put off once more
     * @param notes what the agent wrote so far
     * @param isRehearsal whether somebody only tries the flows
     */
    public record Card(
            UUID contact,
            Phase phase,
            String topic,
            Language language,
            Optional<String> phone,
            Optional<String> order,
            Optional<String> ticket,
            Instant asked,
            Optional<Duration> waited,
            Instant since,
            Optional<Instant> until,
            boolean canBeLonger,
            String notes,
            boolean isRehearsal) {
        /** Whether a phone rings, the agent's or the customer's. */
        public boolean isRinging() {
            return phase == Phase.DIALING || phase == Phase.RINGING;
        }
    }

    /** The reasons for a break an agent chooses from. */
    public static final List<String> BREAKS = List.of("meal", "short", "prayer", "training", "technical");

    /** A topic in the reader's words. */
    public String topic(String topic) {
        return texts.getOr("topic." + topic, topic);
    }

    /** Minutes and seconds, as {@code 4:07}. */
    public String minutes(Duration length) {
        return "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
    }
}
