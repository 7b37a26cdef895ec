package hotline.ticket;

import hotline.phone.CallSid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened to a ticket.
 *
 * @param by the agent's name, or what else did it; empty for the caller
 * @param status the status it brought, if it changed it
 */
public record HistoryEntry(
        Instant at,
        Kind kind,
        Optional<TicketStatus> status,
        Optional<String> by,
        Optional<CallSid> call,
        Optional<String> note) {
    /** Between the wishes of a note. */
    public static final String INSTEAD = " → ";

    /** What happened; {@link #word()} is the word of the API. */
    public enum Kind {
        OPENED("opened"),
        /** Reported again. */
        ADDED("added"),
        /** Reported again after it was resolved. */
        REOPENED("reopened"),
        MOVED("moved"),
        NOTED("noted"),
        /** The caller spoke to the agent named. */
        SPOKE("spoke");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    static HistoryEntry opened(Optional<CallSid> call, Instant now) {
        return new HistoryEntry(
                now, Kind.OPENED, Optional.of(TicketStatus.OPEN), Optional.empty(), call, Optional.empty());
    }

    /** @param wish see {@link #newWish} */
    static HistoryEntry reported(boolean reopened, Optional<CallSid> call, Optional<String> wish, Instant now) {
        return reopened
                ? new HistoryEntry(now, Kind.REOPENED, Optional.of(TicketStatus.OPEN), Optional.empty(), call, wish)
                : new HistoryEntry(now, Kind.ADDED, Optional.empty(), Optional.empty(), call, wish);
    }

    /** The note of a report whose caller wants something else than before: both wishes, the former first. */
    static Optional<String> newWish(Optional<DesiredOutcome> before, Optional<DesiredOutcome> now) {
        return before.filter(wish -> now.isPresent() && !now.equals(before))
                .map(wish -> wish.word() + INSTEAD + now.orElseThrow().word());
    }

    /** The words of the wishes if the note is one of {@link #newWish}. */
    public Optional<List<String>> wishes() {
        return note.filter(text -> kind == Kind.ADDED || kind == Kind.REOPENED)
                .map(text -> List.of(text.split(INSTEAD)));
    }

    static HistoryEntry moved(TicketStatus to, Optional<String> note, String by, Instant now) {
        return new HistoryEntry(now, Kind.MOVED, Optional.of(to), Optional.of(by), Optional.empty(), note);
    }

    static HistoryEntry noted(String note, String by, Instant now) {
        return new HistoryEntry(
                now, Kind.NOTED, Optional.empty(), Optional.of(by), Optional.empty(), Optional.of(note));
    }

    static HistoryEntry spoke(String agent, Optional<CallSid> call, Instant now) {
        return new HistoryEntry(now, Kind.SPOKE, Optional.empty(), Optional.of(agent), call, Optional.empty());
    }
}
