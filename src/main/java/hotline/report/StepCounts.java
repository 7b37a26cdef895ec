package hotline.report;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** How many callers stand at which step of the flows, and how many calls ended there. Rehearsals are not among them. */
public final class StepCounts {
    /** A step, by its name and its flow's. */
    public record Step(String flow, String name) {}

    /**
     * What was counted.
     *
     * @param here calls that are at the step now, of those that have a step
     * @param left calls whose caller hung up at the step, or that the step itself ended
     */
    public record Counts(Map<Step, Integer> here, Map<Step, Integer> left) {
        public Counts {
            here = Map.copyOf(here);
            left = Map.copyOf(left);
        }
    }

    private static final String GROUPED =
            "select flow, step, count(*) as calls from call where flow is not null and step is not null and not rehearsal and ";

    /** Counts the calls that are going on, and those that ended between two moments. */
    public Counts read(Handle handle, Instant from, Instant to) {
        return new Counts(
                count(handle.createQuery(GROUPED + "ended_at is null group by flow, step")),
                count(handle.createQuery(GROUPED + "ended_at >= :from and ended_at < :to group by flow, step")
                        .bind("from", from)
                        .bind("to", to)));
    }

    private static Map<Step, Integer> count(Query query) {
        Map<Step, Integer> counted = new HashMap<>();
        query.map((row, context) ->
                        Map.entry(new Step(row.getString("flow"), row.getString("step")), row.getInt("calls")))
                .forEach(row -> counted.put(row.getKey(), row.getValue()));
        return counted;
    }
}
