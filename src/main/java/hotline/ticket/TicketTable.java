package hotline.ticket;

import hotline.order.OrderNumber;
import hotline.phone.CallSid;
import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The table {@code tickets}. Every change is conditional and returns whether it was made. */
final class TicketTable {
    private static final TicketRow ROW = new TicketRow();

    /** Inserts a ticket; false if its number or its open key is taken. */
    boolean insert(Handle handle, Ticket ticket, Optional<String> openKey) {
        return handle.createUpdate("""
                        insert into tickets (number, open_key, category, status, order_number, phone, language, channel,
                            call_sid, flow_version, opened_at, due_at, desired_outcome)
                        values (:number, :openKey, :category, :status, :order, :phone, :language, :channel,
                            :call, :flowVersion, :openedAt, :dueAt, :desiredOutcome)
                        on conflict do nothing""")
                        .bind("number", ticket.number().value())
                        .bind("openKey", openKey)
                        .bind("category", ticket.category().word())
                        .bind("status", ticket.status().word())
                        .bind("order", ticket.order())
                        .bind("phone", ticket.phone().map(PhoneNumber::e164))
                        .bind("language", ticket.language().code())
                        .bind("channel", ticket.origin().channel().word())
                        .bind("call", ticket.origin().call().map(CallSid::value))
                        .bind("flowVersion", ticket.origin().flowVersion())
                        .bind("openedAt", ticket.openedAt())
                        .bind("dueAt", ticket.dueAt())
                        .bind("desiredOutcome", ticket.desiredOutcome().map(DesiredOutcome::word))
                        .execute()
                == 1;
    }

    /** Moves a ticket on; false if it is not in {@code from} any more. A closed one gives up its open key. */
    boolean move(Handle handle, TicketNumber number, TicketStatus from, TicketStatus to) {
        String release = to == TicketStatus.CLOSED ? ", open_key = null" : "";
        return handle.createUpdate("update tickets set status = :to" + release
                                + " where number = :number and status = :from")
                        .bind("to", to.word())
                        .bind("from", from.word())
                        .bind("number", number.value())
                        .execute()
                == 1;
    }

    /** Sets when a ticket is due, and what the caller wants if they said so; false if its status is another by now. */
    boolean renew(
            Handle handle,
            TicketNumber number,
            TicketStatus status,
            Instant dueAt,
            Optional<DesiredOutcome> desiredOutcome) {
        return handle.createUpdate("""
                        update tickets set due_at = :dueAt, desired_outcome = coalesce(:outcome, desired_outcome)
                        where number = :number and status = :status""")
                        .bind("dueAt", dueAt)
                        .bind("outcome", desiredOutcome.map(DesiredOutcome::word))
                        .bind("number", number.value())
                        .bind("status", status.word())
                        .execute()
                == 1;
    }

    boolean setAgent(Handle handle, TicketNumber number, String agent) {
        return handle.createUpdate("update tickets set agent = :agent where number = :number")
                        .bind("agent", agent)
                        .bind("number", number.value())
                        .execute()
                == 1;
    }

    Optional<Ticket> find(Handle handle, TicketNumber number) {
        return handle.createQuery("select * from tickets where number = :number")
                .bind("number", number.value())
                .map(ROW)
                .findOne();
    }

    Optional<Ticket> findByOpenKey(Handle handle, String openKey) {
        return handle.createQuery("select * from tickets where open_key = :openKey")
                .bind("openKey", openKey)
                .map(ROW)
                .findOne();
    }

    int countOpenedBy(Handle handle, PhoneNumber phone, Instant since) {
        return handle.createQuery("select count(*) from tickets where phone = :phone and opened_at > :since")
                .bind("phone", phone.e164())
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
    }

    Optional<Ticket> findNewestNotClosed(Handle handle, PhoneNumber phone) {
        return handle.createQuery("""
                        select * from tickets where phone = :phone and status <> :closed
                        order by opened_at desc, number desc limit 1""")
                .bind("phone", phone.e164())
                .bind("closed", TicketStatus.CLOSED.word())
                .map(ROW)
                .findOne();
    }

    List<Ticket> list(Handle handle, TicketFilter filter) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        filter.order().ifPresent(order -> conditions.add("order_number = :order"));
        filter.phone().ifPresent(phone -> conditions.add("phone = :phone"));
        filter.status().ifPresent(status -> conditions.add("status = :status"));
        filter.category().ifPresent(category -> conditions.add("category = :category"));
        filter.since().ifPresent(since -> conditions.add("opened_at >= :since"));
        filter.after().ifPresent(after -> conditions.add("""
                (opened_at < (select opened_at from tickets where number = :after)
                    or (opened_at = (select opened_at from tickets where number = :after) and number < :after))"""));
        Query query = handle.createQuery("select * from tickets where " + String.join(" and ", conditions)
                        + " order by opened_at desc, number desc limit :limit")
                .bind("limit", filter.limit());
        filter.order().map(OrderNumber::value).ifPresent(order -> query.bind("order", order));
        filter.phone().map(PhoneNumber::e164).ifPresent(phone -> query.bind("phone", phone));
        filter.status().map(TicketStatus::word).ifPresent(status -> query.bind("status", status));
        filter.category().map(Category::word).ifPresent(category -> query.bind("category", category));
        filter.since().ifPresent(since -> query.bind("since", since));
        filter.after().map(TicketNumber::value).ifPresent(after -> query.bind("after", after));
        return query.map(ROW).list();
    }
}
