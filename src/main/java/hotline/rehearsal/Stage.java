package hotline.rehearsal;

import hotline.agent.Agents;
import hotline.exchange.Exchange;
import hotline.exchange.Phone;
import hotline.flow.VoiceFlows;
import hotline.order.OwnOrders;
import hotline.queue.Acd;
import hotline.store.Database;
import hotline.store.UseCase;
import hotline.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * A whole hotline on the built-in phone network, in virtual time, on a database in memory: put together by the program, emptied
 * after every example.
 */
public final class Stage {
    /** Nothing may go on for longer once everybody has hung up. */
    private static final Duration LONGEST_ENDING = Duration.ofMinutes(5);

    private final Parts parts;
    private final Cleaning cleaning;
    private final DueInVirtualTime due;

    /**
     * What the program gives.
     *
     * @param ear is told of every turn
     * @param outage stands before the order directory
     * @param runDue does what is due by the clock, and says whether there was anything
     */
    public record Parts(
            Exchange exchange,
            VoiceFlows flows,
            Database database,
            Writer writer,
            OwnOrders orders,
            Outage outage,
            Agents agents,
            Acd acd,
            Ear ear,
            BooleanSupplier runDue) {}

    /** Takes over the parts; nobody else may use them from now on. */
    public Stage(Parts parts) {
        this.parts = parts;
        this.cleaning = new Cleaning(parts.database());
        this.due = new DueInVirtualTime(parts.database(), parts.writer(), parts.runDue());
        parts.exchange().onAdvance(due::work);
    }

    /** Everything is as it was before the first call, at that time. */
    void clear(Instant at) {
        parts.exchange().phones().forEach(Phone::hangUp);
        parts.outage().down(false);
        parts.exchange().advance(Duration.ofSeconds(1));
        cleaning.empty(parts.writer());
        if (!parts.exchange().advanceUntil(this::isQuiet, LONGEST_ENDING)) {
            throw new IllegalStateException("something goes on although everybody has hung up");
        }
        parts.exchange().jumpTo(at);
        parts.ear().forget();
        due.forget();
    }

    private boolean isQuiet() {
        return parts.exchange().isQuiet();
    }

    /** Lets time pass; while nobody is on the phone, from one thing that falls due to the next. */
    void pass(Duration length) {
        Instant end = now().plus(length);
        while (now().isBefore(end)) {
            if (!isQuiet()) {
                parts.exchange().advance(Duration.ofSeconds(1));
                continue;
            }
            parts.exchange().advance(Duration.ZERO);
            if (isQuiet() && now().isBefore(due.nextDueAt())) {
                parts.exchange().jumpTo(due.nextDueAt().isBefore(end) ? due.nextDueAt() : end);
            }
        }
        parts.exchange().advance(Duration.ZERO);
    }

    boolean until(BooleanSupplier condition, Duration limit) {
        return parts.exchange().advanceUntil(condition, limit);
    }

    Phone phone(String number) {
        return parts.exchange().phone(number);
    }

    Instant now() {
        return parts.exchange().clock().instant();
    }

    Parts parts() {
        return parts;
    }

    <T> T read(Function<Handle, T> query) {
        return parts.database().read(query);
    }

    <T> T write(UseCase<T> useCase) {
        return parts.writer().write(useCase);
    }
}
