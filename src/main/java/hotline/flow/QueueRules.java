package hotline.flow;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * The limits of one queue.
 *
 * @param skill the queue's name, and the skill an agent needs for it
 * @param mostWaiting callers that may wait; the next one is told that it is full
 * @param longestWait after this the caller is offered another way out
 * @param longWait an estimate from which a callback is offered unasked
 * @param ring how long an agent's phone rings
 * @param wrapUp how long an agent has for notes after a call
 * @param routing who is asked for its callers, and when
 */
public record QueueRules(
        String skill,
        int mostWaiting,
        Duration longestWait,
        Duration longWait,
        Duration ring,
        Duration wrapUp,
        Callbacks callbacks,
        Routing routing) {
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
     * @param quietFrom nobody is called from this time on, by the clock of the number that was dialled …
     * @param quietUntil … until this time
     */
    public record Callbacks(List<Duration> delays, Duration ring, LocalTime quietFrom, LocalTime quietUntil) {
        public Callbacks {
            delays = List.copyOf(delays);
        }

        /** How often a customer is called before we give up. */
        public int tries() {
            return delays.size() + 1;
        }

        /** Whether nobody is called at this time of day; the span may go over midnight. */
        public boolean isQuiet(LocalTime time) {
            boolean afterFrom = !time.isBefore(quietFrom);
            boolean beforeUntil = time.isBefore(quietUntil);
            return quietFrom.isBefore(quietUntil) ? afterFrom && beforeUntil : afterFrom || beforeUntil;
        }
    }
}
