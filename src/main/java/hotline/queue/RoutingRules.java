package hotline.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How the contacts of one queue are put in order and who is asked for them.
 *
 * @param priority what its contacts begin with; higher goes first
 * @param ageAfter a contact that has waited this long is worth one step of priority more, and so on: nobody waits for ever
 *     behind those who matter more
 * @param secondTierAfter how long a contact has waited before agents of the second tier are asked too
 * @param thirdTierAfter the same for the third tier
 * @param lastAgentWithin a caller who rings again this soon after a conversation is offered to the same agent first, whatever
 *     their tier; zero for never
 * @param lastAgentPatience how long the contact is kept for that agent while they are busy with somebody else
 */
public record RoutingRules(
        int priority,
        Duration ageAfter,
        Duration secondTierAfter,
        Duration thirdTierAfter,
        Duration lastAgentWithin,
        Duration lastAgentPatience) {
    /** What holds where nothing else is said. */
    public static final RoutingRules USUAL = new RoutingRules(
            0,
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofMinutes(60),
            Duration.ZERO);

    private static final double NANOS = 1e9;

    public RoutingRules {
        if (ageAfter.isZero() || ageAfter.isNegative()) {
            throw new IllegalArgumentException("contacts must age in some time");
        }
        if (thirdTierAfter.compareTo(secondTierAfter) < 0) {
            throw new IllegalArgumentException("the third tier cannot be asked before the second");
        }
    }

    /**
     * Priority and age in one figure, higher goes first. It grows all the time, not by whole steps, so that of two contacts of
     * a queue the one that is ahead stays ahead.
     */
    double rank(int priority, Instant since, Instant now) {
        Duration waited = Duration.between(since, now);
        return priority + (waited.toSeconds() + waited.toNanosPart() / NANOS) / ageAfter.toSeconds();
    }

    /** The last tier that is asked for a contact. */
    int widestTier(Instant since, Instant now) {
        if (now.isBefore(since.plus(secondTierAfter))) {
            return 1;
        }
        return now.isBefore(since.plus(thirdTierAfter)) ? 2 : 3;
    }

    /** When more agents may be asked for a contact than before, though nothing happens. */
    List<Instant> widensAt(Contact contact) {
        return List.of(
                contact.since().plus(secondTierAfter),
                contact.since().plus(thirdTierAfter),
                contact.waitingFrom().plus(lastAgentPatience));
    }
}
