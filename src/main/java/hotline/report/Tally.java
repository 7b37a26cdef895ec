package hotline.report;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Adds up the figures of one group. */
final class Tally {
    private final ReportRules rules;
    private final Map<Counted, Integer> contacts = new EnumMap<>(Counted.class);
    private final Map<CountedCalls, Integer> calls = new EnumMap<>(CountedCalls.class);
    private Duration waitOfAnswered = Duration.ZERO;
    private Duration longestWait = Duration.ZERO;
    private Duration handleTime = Duration.ZERO;
    private Duration busy = Duration.ZERO;
    private Duration staffed = Duration.ZERO;

    Tally(ReportRules rules) {
        this.rules = rules;
    }

    void add(ReportedContact contact) {
        for (Counted counted : Counted.values()) {
            if (counted.counts(contact, rules)) {
                contacts.merge(counted, 1, Integer::sum);
            }
        }
        handleTime = handleTime.plus(contact.handled().orElse(Duration.ZERO));
        if (Counted.OFFERED.counts(contact, rules)) {
            Duration waited = contact.waited().orElse(Duration.ZERO);
            longestWait = waited.compareTo(longestWait) > 0 ? waited : longestWait;
            waitOfAnswered = contact.isAnswered() ? waitOfAnswered.plus(waited) : waitOfAnswered;
        }
    }

    void add(CountedCalls counted) {
        calls.merge(counted, 1, Integer::sum);
    }

    void add(AgentTime time) {
        staffed = staffed.plus(time.length());
        busy = time.isBusy() ? busy.plus(time.length()) : busy;
    }

    Figures figures() {
        return new Figures(contacts, calls, waitOfAnswered, longestWait, handleTime, busy, staffed);
    }
}
