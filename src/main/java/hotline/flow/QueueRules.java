package hotline.flow;

import hotline.phone.Language;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The limits of one queue.
 *
 * @param skill the queue's name, and the skill an agent needs for it
 * @param mostWaiting callers that may wait; the next one is told that it is full
 * @param longestWait after this the caller is offered another way out
 * @param longWait an estimate from which a callback is offered unasked
 * @param ring how long an agent's phone rings
 * @param wrapUp how long an agent has for notes after a call
 * @param handleTime how long a contact takes an agent, until enough were measured; empty when nobody can tell
 * @param staffed when agents are there; empty for round the clock
 * @param routing who is asked for its callers, and when
 * @param names what the pages call the topic, by language; empty where the pages have a name of their own
 */
public record QueueRules(
        String skill,
        int mostWaiting,
        Duration longestWait,
        Duration longWait,
        Duration ring,
        Duration wrapUp,
        Optional<Duration> handleTime,
        Optional<StaffedHours> staffed,
        Callbacks callbacks,
        Routing routing,
        Map<Language, String> names) {
    public QueueRules {
        names = Map.copyOf(names);
    }

    /**
     * Who is asked, and when.
     *
     * @param priority callers of a queue with more go first
     * @param ageAfter after each such time of waiting a caller is worth one more
     * @param secondTierAfter when agents of the second tier are asked too
     * @param thirdTierAfter when those of the third are
     * @param lastAgentWithin who rings again this soon is offered to the agent they spoke with; zero for never
     * @param lastAgentPatience how long they wait for that agent when there are others
     */
    public record Routing(
            int priority,
            Duration ageAfter,
            Duration secondTierAfter,
            Duration thirdTierAfter,
            Duration lastAgentWithin,
            Duration lastAgentPatience) {}

    /**
     * The rules of calling back.
     *
     * @param delays pause before the second try, the third, …; so there is one try more than there are delays
     * @param ring how long the customer's phone rings
     * @param notBefore nobody is called earlier in the day than this, by the clock where the customer is …
     * @param notAfter … nor from this time on; later than {@code notBefore}
     */
    public record Callbacks(List<Duration> delays, Duration ring, LocalTime notBefore, LocalTime notAfter) {
        public Callbacks {
            delays = List.copyOf(delays);
        }
    }
}
