package hotline.report;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of one group, or of all. A rate or mean of nothing is empty, not zero.
 *
 * @param contacts how many contacts of each kind
 * @param calls how many calls of each kind
 * @param waitOfAnswered all the waits of those answered, together
 * @param longestWait of all who were offered
 * @param handleTime what agents spent on those handled, together
 * @param busy how long agents were on calls or finishing up
 * @param staffed how long agents were there for callers: free, rung, on calls or finishing up
 */
public record Figures(
        Map<Counted, Integer> contacts,
        Map<CountedCalls, Integer> calls,
        Duration waitOfAnswered,
        Duration longestWait,
        Duration handleTime,
        Duration busy,
        Duration staffed) {
    public Figures {
        contacts = Map.copyOf(contacts);
        calls = Map.copyOf(calls);
    }

    public int count(Counted counted) {
        return contacts.getOrDefault(counted, 0);
    }

    public int count(CountedCalls counted) {
        return calls.getOrDefault(counted, 0);
    }

    /** Service level of the answered: answered in time / answered. It flatters, because who gave up is not in it. */
    public Optional<Double> serviceLevelOfAnswered() {
        return share(count(Counted.IN_TIME), count(Counted.ANSWERED));
    }

    /** Service level of the offered: answered in time / (offered − short abandons). */
    public Optional<Double> serviceLevelOfOffered() {
        return share(count(Counted.IN_TIME), offeredForGood());
    }

    /** Abandonment: abandoned / (offered − short abandons). */
    public Optional<Double> abandonment() {
        return share(count(Counted.ABANDONED), offeredForGood());
    }

    /** ASA, average speed of answer: the mean wait of those answered. */
    public Optional<Duration> averageSpeedOfAnswer() {
        return mean(waitOfAnswered, count(Counted.ANSWERED));
    }

    /** AHT, average handle time: conversation, hold and wrap-up, the mean of those handled. */
    public Optional<Duration> averageHandleTime() {
        return mean(handleTime, count(Counted.HANDLED));
    }

    /** Occupancy: busy / staffed. */
    public Optional<Double> occupancy() {
        return staffed.isZero() ? Optional.empty() : Optional.of((double) busy.toMillis() / staffed.toMillis());
    }

    /** Containment: calls that ended without asking for a human / all calls. */
    public Optional<Double> containment() {
        return share(count(CountedCalls.CONTAINED), count(CountedCalls.ALL));
    }

    private int offeredForGood() {
        return count(Counted.OFFERED) - count(Counted.SHORT_ABANDONED);
    }

    private static Optional<Double> share(int part, int whole) {
        return whole == 0 ? Optional.empty() : Optional.of((double) part / whole);
    }

    private static Optional<Duration> mean(Duration sum, int count) {
        return count == 0 ? Optional.empty() : Optional.of(sum.dividedBy(count));
    }
}
