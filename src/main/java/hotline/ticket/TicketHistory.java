package hotline.ticket;

import hotline.phone.CallSid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table {@code ticket_history}: what happened to tickets; only ever added to. */
final class TicketHistory {
    void add(Handle handle, TicketNumber ticket, HistoryEntry entry) {
        handle.createUpdate("""
                        insert into ticket_history (ticket, happened_at, kind, status, done_by, call_sid, note)
                        values (:ticket, :at, :kind, :status, :by, :call, :note)""")
                .bind("ticket", ticket.value())
                .bind("at", entry.at())
                .bind("kind", entry.kind().name())
                .bind("status", entry.status().map(TicketStatus::word))
                .bind("by", entry.by())
                .bind("call", entry.call().map(CallSid::value))
                .bind("note", entry.note())
                .execute();
    }

    /** The tickets with their histories. */
    List<Ticket> withHistory(Handle handle, List<Ticket> tickets) {
        if (tickets.isEmpty()) {
            return tickets;
        }
        Map<String, List<HistoryEntry>> entries = new HashMap<>();
        handle.createQuery("select * from ticket_history where ticket in (<tickets>) order by id")
                .bindList(
                        "tickets", tickets.stream().map(t -> t.number().value()).toList())
                .map((row, context) -> {
                    HistoryEntry entry = new HistoryEntry(
                            TicketRow.instant(row, "happened_at"),
                            HistoryEntry.Kind.valueOf(row.getString("kind")),
                            TicketRow.text(row, "status").flatMap(TicketStatus::find),
                            TicketRow.text(row, "done_by"),
                            TicketRow.text(row, "call_sid").map(CallSid::new),
                            TicketRow.text(row, "note"));
                    return entries.computeIfAbsent(row.getString("ticket"), t -> new ArrayList<>())
                            .add(entry);
                })
                .list();
        return tickets.stream()
                .map(t -> t.withHistory(entries.getOrDefault(t.number().value(), List.of())))
                .toList();
    }
}
