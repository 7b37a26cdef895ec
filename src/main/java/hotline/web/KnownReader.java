package hotline.web;

import hotline.order.Order;
import hotline.order.OrderDirectory;
import hotline.order.OrderNumber;
import hotline.order.OrdersUnavailableException;
import hotline.order.Seller;
import hotline.phone.PhoneNumber;
import hotline.queue.AgentContact;
import hotline.queue.ContactHistory;
import hotline.queue.Note;
import hotline.queue.PastContact;
import hotline.store.Database;
import hotline.ticket.Ticket;
import hotline.ticket.TicketFilter;
import hotline.ticket.TicketNumber;
import hotline.ticket.Tickets;
import hotline.web.Known.KnownOrder;
import hotline.web.Known.KnownTicket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gathers what is known about the person on the line. May wait for the shop's order system: for no transaction. */
final class KnownReader {
    private static final int MOST = 5;

    private final Database database;
    private final OrderDirectory orders;
    private final Tickets tickets;
    private final ContactHistory history = new ContactHistory();

    KnownReader(WebParts parts) {
        this.database = parts.storage().database();
        this.orders = parts.cases().orders();
        this.tickets = parts.cases().tickets();
    }

    Known read(AgentContact contact, Texts texts) {
        List<KnownTicket> knownTickets = listTickets(contact);
        List<Known.PastContact> past =
                contact.phone().map(phone -> listPast(phone, contact, texts)).orElse(List.of());
        boolean withheld = contact.phone().isEmpty();
        try {
            return new Known(listOrders(contact, texts), false, knownTickets, past, withheld);
        } catch (OrdersUnavailableException e) {
            return new Known(List.of(), true, knownTickets, past, withheld);
        }
    }

    private List<Known.PastContact> listPast(PhoneNumber phone, AgentContact now, Texts texts) {
        return database.read(handle -> {
            Endings endings = Endings.read(handle, texts);
            return history.listPast(handle, phone, MOST).stream()
                    .filter(before -> !before.id().equals(now.id()))
                    .map(before -> past(before, endings))
                    .toList();
        });
    }

    private List<KnownOrder> listOrders(AgentContact contact, Texts texts) {
        Optional<OrderNumber> about =
                Optional.ofNullable(contact.about().get("order.number")).flatMap(OrderNumber::find);
        Map<OrderNumber, Order> found = new LinkedHashMap<>();
        about.flatMap(orders::find).ifPresent(order -> found.put(order.number(), order));
        contact.phone()
                .map(phone -> orders.listNewest(phone, MOST))
                .orElse(List.of())
                .forEach(order -> found.putIfAbsent(order.number(), order));
        return found.values().stream()
                .map(order -> known(order, about.filter(order.number()::equals).isPresent(), texts))
                .toList();
    }

    private static KnownOrder known(Order order, boolean isAbout, Texts texts) {
        return new KnownOrder(
                order.number().value(),
                order.status().word(),
                order.placedAt(),
                order.total().map(sum -> Amounts.money(sum, texts.language().locale())),
                order.promisedOn(),
                order.deliveredAt(),
                order.shipment().carrier(),
                order.shipment().trackingNumber(),
                order.items().stream()
                        .map(item -> item.quantity() == 1 ? item.name() : item.quantity() + " × " + item.name())
                        .toList(),
                order.seller().map(Seller::name),
                isAbout);
    }

    private List<KnownTicket> listTickets(AgentContact contact) {
        Optional<TicketNumber> about =
                Optional.ofNullable(contact.about().get("ticket.number")).flatMap(TicketNumber::find);
        return database.read(handle -> {
            List<Ticket> found = new ArrayList<>();
            about.flatMap(number -> tickets.find(handle, number)).ifPresent(found::add);
            contact
                    .phone()
                    .map(KnownReader::newestOf)
                    .map(filter -> tickets.list(handle, filter))
                    .orElse(List.of())
                    .stream()
                    .filter(ticket -> about.filter(ticket.number()::equals).isEmpty())
                    .forEach(found::add);
            return found.stream().map(KnownReader::known).toList();
        });
    }

    private static TicketFilter newestOf(PhoneNumber phone) {
        return new TicketFilter(
                Optional.empty(),
                Optional.of(phone),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                MOST,
                Optional.empty());
    }

    private static KnownTicket known(Ticket ticket) {
        return new KnownTicket(
                ticket.number().inThrees(),
                ticket.category().word(),
                ticket.status().word(),
                ticket.order(),
                ticket.openedAt(),
                ticket.dueAt());
    }

    private static Known.PastContact past(PastContact contact, Endings endings) {
        String notes = contact.notes().stream().map(Note::text).collect(Collectors.joining(" "));
        return new Known.PastContact(
                contact.since(),
                contact.topic(),
                endings.of(contact.disposition(), Optional.of(contact.outcome()))
                        .orElseThrow(),
                contact.agent(),
                Optional.of(notes).filter(text -> !text.isBlank()));
    }
}
