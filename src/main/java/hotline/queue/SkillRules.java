package hotline.queue;

import java.time.Duration;
import java.util.Optional;

/**
 * The rules of the queue of one skill.
 *
 * @param mostWaiting contacts that may wait; who comes then is told that the queue is full
 * @param longestWait how long a caller may wait on the line
 * @param longWait an expected wait from which a callback is offered unasked
 * @param ring how long an agent's phone rings
 * @param expiry how long a reservation lives at most: the ringing and the time to press 1
 * @param wrapUp how long an agent may finish up
 * @param mostMissed offers in a row that an agent may miss before they are put on break
 * @param reofferAfter how long a contact is kept from the agent who did not take it
 * @param handleTime how long a contact takes an agent, until enough were measured; empty when nobody can tell
 * @param routing who is asked for its contacts
 */
public record SkillRules(
        int mostWaiting,
        Duration longestWait,
        Duration longWait,
        Duration ring,
        Duration expiry,
        Duration wrapUp,
        int mostMissed,
        Duration reofferAfter,
        Optional<Duration> handleTime,
        RoutingRules routing) {
    /** What holds where nothing else is said. */
    public static final SkillRules USUAL = new SkillRules(
            100,
            Duration.ofMinutes(30),
            Duration.ofMinutes(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(45),
            Duration.ofMinutes(2),
            3,
            Duration.ofMinutes(1),
            Optional.of(Duration.ofMinutes(5)),
            RoutingRules.USUAL);

    public SkillRules {
        if (mostWaiting < 1 || mostMissed < 1) {
            throw new IllegalArgumentException("a queue holds at least one, and an agent may miss at least one");
        }
        if (expiry.compareTo(ring) <= 0) {
            throw new IllegalArgumentException("a reservation must live longer than the phone rings");
        }
    }
}
