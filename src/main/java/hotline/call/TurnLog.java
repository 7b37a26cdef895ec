package hotline.call;

import hotline.phone.CallSid;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Every answer that was given, by leg and turn: the same webhook again, late, or on another node, gets the same bytes and has
 * no second effect. Two nodes that take the same turn at the same instant are told apart by the key of the log: the
 * later one fails, and finds the answer when it tries again.
 */
final class TurnLog {
    /** The turn that answers a leg. */
    static final int FIRST = 0;

    private final CallRepository calls;
    private final Clock clock;

    TurnLog(CallRepository calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** The answer given at that turn, or the one that {@code take} works out now. */
    String once(Handle handle, CallSid leg, int turn, Supplier<String> take) {
        Optional<String> given = calls.findAnswer(handle, leg, turn);
        if (given.isPresent()) {
            return given.get();
        }
        String answer = take.get();
        Instant now = clock.instant();
        calls.insertAnswer(handle, leg, turn, answer, now);
        return answer;
    }
}
