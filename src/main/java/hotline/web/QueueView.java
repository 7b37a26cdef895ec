package hotline.web;

import hotline.phone.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the page of the queue shows, at one moment.
 *
 * @param mayAct whether the reader may move contacts
 * @param isAvailable whether the reader could take one now
 */
public record QueueView(
        Texts texts, String formToken, boolean mayAct, boolean isAvailable, Instant now, List<Line> lines) {
    /**
     * A contact that is not over.
     *
     * @param place among those of its skill that have no agent; empty for who has one
     * @param state {@code waiting}, {@code reserved} or {@code connected}
     * @param notBefore when a callback is rung, if that is not now
     * @param agent the name of the agent who is rung for it or has it
     * @param isRehearsal whether somebody only tries the flows
     */
    public record Line(
            UUID id,
            Optional<Integer> place,
            boolean isCallback,
            String state,
            String skill,
            String topic,
            Language language,
            int priority,
            Optional<String> phone,
            Optional<String> ticket,
            Instant since,
            Optional<Instant> notBefore,
            int attempts,
            Optional<String> agent,
            boolean isRehearsal) {
        public boolean isWaiting() {
            return state.equals("waiting");
        }
    }

    public List<Line> waiting() {
        return lines.stream().filter(Line::isWaiting).toList();
    }

    public List<Line> withAgents() {
        return lines.stream().filter(line -> !line.isWaiting()).toList();
    }

    public long onTheLine() {
        return waiting().size() - callbacks();
    }

    public long callbacks() {
        return waiting().stream().filter(Line::isCallback).count();
    }

    /** Since when the one on the line waits who waits longest. */
    public Optional<Instant> longest() {
        return waiting().stream()
                .filter(line -> !line.isCallback())
                .map(Line::since)
                .min(Instant::compareTo);
    }

    /** A topic in the reader's words. */
    public String topic(String topic) {
        return texts.getOr("topic." + topic, topic);
    }
}
