package hotline.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Many callers who do what comes into their heads: press keys that are on offer and keys that are not, say nothing, hang up at any
 * moment. For load and fault runs; the same seed brings the same callers, and in virtual time the same run.
 */
public final class RandomCallers {
    private static final String KEYS = "0123456789*#";

    /** The keys a caller thinks of first. */
    private static final String LIKELY = "1234901";

    private final Exchange exchange;
    private final SplittableRandom random;
    private final String hotline;
    private final String firstNumber;
    private final int people;
    private final int atOnce;
    private final Duration longestCall;

    /**
     * What came of a run.
     *
     * @param calls begun
     * @param keys pressed
     * @param hangUps calls that the caller ended before the hotline did
     * @param unanswered calls that were never connected
     * @param unended calls that were still open long after everyone had hung up
     * @param complaints that arose
     */
    public record Report(int calls, int keys, int hangUps, int unanswered, int unended, List<Complaint> complaints) {

        /** Whether nothing went wrong. */
        public boolean isClean() {
            return unended == 0 && complaints.isEmpty();
        }
    }

    /**
     * Callers for an exchange.
     *
     * @param hotline the number they call
     * @param atOnce the most calls at the same time
     */
    public RandomCallers(Exchange exchange, String hotline, int atOnce, long seed) {
        this(exchange, hotline, "+628110000", 10_000, atOnce, Duration.ofMinutes(10), seed);
    }

    /**
     * Callers for an exchange.
     *
     * @param firstNumber beginning of the callers' numbers; four digits are added
     * @param people how many there are; when all have called, the first call again
     * @param longestCall after which a caller hangs up in any case
     */
    // Seven: who calls where, how many and for how long; none follows from another.
    public RandomCallers(
            Exchange exchange,
            String hotline,
            String firstNumber,
            int people,
            int atOnce,
            Duration longestCall,
            long seed) {
        this.exchange = exchange;
        this.hotline = hotline;
        this.firstNumber = firstNumber;
        this.people = people;
        this.atOnce = atOnce;
        this.longestCall = longestCall;
        this.random = new SplittableRandom(seed);
    }

    /** Phones that are rung, as agents' or for callbacks, answer as people do: most, after a while, but not all. */
    public RandomCallers callees(List<String> numbers) {
        for (String number : numbers) {
            double lot = random.nextDouble();
            Duration after = Duration.ofMillis(random.nextInt(1000, 15_000));
            Phone.Habit habit = Phone.Habit.ANSWERS;
            if (lot < 0.1) {
                habit = Phone.Habit.NEVER_ANSWERS;
            } else if (lot < 0.15) {
                habit = Phone.Habit.BUSY;
            } else if (lot < 0.25) {
                habit = Phone.Habit.VOICEMAIL;
            }
            exchange.phone(number).habit(habit, after);
        }
        return this;
    }

    /** Makes so many calls and waits until all are over. */
    public Report call(int calls) {
        Run run = new Run(calls);
        if (exchange.isVirtual()) {
            while (run.step()) {
                exchange.advance(Duration.ofMillis(500));
            }
            boolean over = exchange.advanceUntil(() -> exchange.openCalls() == 0, longestCall);
            return run.report(over ? 0 : exchange.openCalls());
        }
        return new RealTimeRun(exchange, run::step, longestCall).play(run::report);
    }

    private final class Run {
        private final List<Caller> on = new ArrayList<>();
        private final int complaintsBefore = exchange.complaints().size();
        private int left;
        private int turn;
        private int begun;
        private int keys;
        private int hangUps;
        private int unanswered;

        private Run(int calls) {
            left = calls;
        }

        /** Lets everyone who is on a call do something, lets new ones call, and says whether there is more to do. */
        private boolean step() {
            on.removeIf(Caller::isOver);
            while (left > 0 && on.size() < atOnce && random.nextInt(3) > 0) {
                Phone next = exchange.phone(firstNumber + String.format("%04d", turn++ % people));
                if (next.isIdle()) {
                    left--;
                    begun++;
                    on.add(new Caller(next));
                }
            }
            on.forEach(Caller::act);
            return left > 0 || !on.isEmpty();
        }

        private Report report(int unended) {
            List<Complaint> all = exchange.complaints();
            return new Report(begun, keys, hangUps, unanswered, unended, all.subList(complaintsBefore, all.size()));
        }

        private final class Caller {
            private final Phone phone;
            private final Optional<String> call;
            private final Instant patienceEndsAt;
            private boolean answered;

            private Caller(Phone phone) {
                this.phone = phone.dial(hotline);
                this.call = phone.callSid();
                long seconds = random.nextInt(5, (int) longestCall.toSeconds());
                this.patienceEndsAt = exchange.clock().instant().plusSeconds(seconds);
            }

            /** The phone may be rung for a callback as soon as its own call is over; that is not this caller's. */
            private boolean isOver() {
                boolean isMine = phone.callSid().equals(call);
                answered |= isMine && phone.isTalking();
                if (isMine && !phone.isIdle()) {
                    return false;
                }
                if (!answered && !phone.lastOutcome().orElse("").equals("completed")) {
                    unanswered++;
                }
                return true;
            }

            private void act() {
                int lot = random.nextInt(100);
                if (!exchange.clock().instant().isBefore(patienceEndsAt) || lot == 0) {
                    hangUps++;
                    phone.hangUp();
                } else if (phone.isAwaited() && lot < 25) {
                    String choice = lot < 20 ? LIKELY : KEYS;
                    press(String.valueOf(choice.charAt(random.nextInt(choice.length()))));
                } else if (phone.isAwaited() && lot < 27) {
                    press("240512" + random.nextInt(10_000_000, 99_999_999) + "#");
                }
            }

            private void press(String pressed) {
                keys++;
                phone.press(pressed);
            }
        }
    }
}
