package hotline.rehearsal;

import hotline.flow.Problems;
import hotline.flow.Ref;
import hotline.flow.Rule;
import hotline.flow.Section;
import hotline.flow.VoiceFlows;
import hotline.order.Money;
import hotline.order.OrderNumber;
import hotline.order.OrderStatus;
import hotline.phone.PhoneNumber;
import hotline.ticket.Category;
import hotline.ticket.TicketNumber;
import hotline.ticket.TicketStatus;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the orders and tickets that are there when an example begins. */
final class CaseReader {
    /** Placed, unless said otherwise, this long before the call. */
    private static final int USUAL_DAYS = 5;

    private static final OrderNumber ANY_ORDER = new OrderNumber("240101AAAAAAAA");
    private static final TicketNumber ANY_TICKET = rightDigit("10000000").orElseThrow();

    private final Words words;
    private final Problems problems;
    private final VoiceFlows flows;

    CaseReader(VoiceFlows flows, Problems problems) {
        this.flows = flows;
        this.problems = problems;
        this.words = new Words(problems);
    }

    List<GivenOrder> orders(List<Section> sections, Optional<PhoneNumber> caller, LocalDate today) {
        return sections.stream().map(section -> order(section, caller, today)).toList();
    }

    List<GivenTicket> tickets(List<Section> sections, Optional<PhoneNumber> caller, LocalDate today) {
        return sections.stream().map(section -> ticket(section, caller, today)).toList();
    }

    private GivenOrder order(Section section, Optional<PhoneNumber> caller, LocalDate today) {
        Ref number = section.text("number", "the order's number, as 240512ABCDEFGH");
        List<String> statuses = Arrays.stream(OrderStatus.values())
                .map(status -> status.name().toLowerCase(Locale.ROOT))
                .toList();
        String status = section.findText("status")
                .map(ref -> words.oneOf(ref, "status of an order", statuses))
                .orElse(OrderStatus.SHIPPED.word());
        GivenOrder order = new GivenOrder(
                orderNumber(number),
                words.caller(section, "phone", caller),
                OrderStatus.find(status).orElse(OrderStatus.SHIPPED),
                words.day(section, "placed").orElse(today.minusDays(USUAL_DAYS)),
                words.day(section, "promised"),
                words.day(section, "delivered"),
                section.findText("total").flatMap(this::sum),
                section.findText("carrier").map(Ref::name),
                section.findText("tracking").map(Ref::name));
        section.close();
        return order;
    }

    private Optional<Money> sum(Ref total) {
        Optional<Money> sum = Money.find(total.name());
        if (sum.isEmpty()) {
            problems.add(Rule.WRONG_VALUE, total.place(), "`" + total + "` is no sum, as `189000 IDR`");
        }
        return sum;
    }

    private OrderNumber orderNumber(Ref number) {
        return OrderNumber.find(number.name()).orElseGet(() -> {
            if (!number.name().isEmpty()) {
                problems.add(Rule.WRONG_VALUE, number.place(), "`" + number + "` cannot be an order's number");
            }
            return ANY_ORDER;
        });
    }

    private GivenTicket ticket(Section section, Optional<PhoneNumber> caller, LocalDate today) {
        Ref number = section.text("number", "the ticket's number of nine digits");
        List<String> categories =
                flows.queues().stream().map(hotline.flow.QueueRules::skill).toList();
        List<String> statuses =
                Arrays.stream(TicketStatus.values()).map(TicketStatus::word).toList();
        String category = section.findText("category")
                .map(ref -> words.oneOf(ref, "ticket category", categories))
                .orElse(VoiceFlows.OTHER);
        String status = section.findText("status")
                .map(ref -> words.oneOf(ref, "status of a ticket", statuses))
                .orElse(TicketStatus.OPEN.word());
        GivenTicket ticket = new GivenTicket(
                ticketNumber(number),
                Category.find(category).orElse(Category.OTHER),
                TicketStatus.find(status).orElse(TicketStatus.OPEN),
                section.findText("order").map(this::orderNumber),
                words.caller(section, "phone", caller),
                words.day(section, "opened").orElse(today.minusDays(1)));
        section.close();
        return ticket;
    }

    private TicketNumber ticketNumber(Ref number) {
        return TicketNumber.find(number.name()).orElseGet(() -> {
            String digits = number.name().replaceAll("[^0-9]", "");
            String cure = digits.length() == 9
                    ? rightDigit(digits.substring(0, 8))
                            .map(right -> "; the last digit is a check digit: " + right)
                            .orElse("")
                    : "; it has nine digits";
            if (!number.name().isEmpty()) {
                problems.add(Rule.WRONG_VALUE, number.place(), "`" + number + "` is not a ticket's number" + cure);
            }
            return ANY_TICKET;
        });
    }

    private static Optional<TicketNumber> rightDigit(String eight) {
        return "0123456789"
                .chars()
                .mapToObj(digit -> eight + (char) digit)
                .flatMap(nine -> TicketNumber.find(nine).stream())
                .findFirst();
    }
}
