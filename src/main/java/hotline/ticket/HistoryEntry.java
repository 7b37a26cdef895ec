package hotline.ticket;

import hotline.phone.CallSid;
import java.time.Instant;
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

    static HistoryEntry reported(boolean reopened, Optional<CallSid> call, Instant now) {
        return reopened
                ? new HistoryEntry(
                        now, Kind.REOPENED, Optional.of(TicketStatus.OPEN), Optional.empty(), call, Optional.empty())
                : new HistoryEntry(now, Kind.ADDED, Optional.empty(), Optional.empty(), call, Optional.empty());
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
