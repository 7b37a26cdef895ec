package hotline.rehearsal;

import hotline.order.OrderNumber;
import hotline.phone.PhoneNumber;
import hotline.ticket.Category;
import hotline.ticket.TicketNumber;
import hotline.ticket.TicketStatus;
import java.time.LocalDate;
import java.util.Optional;

/** A ticket that is there when an example begins. */
record GivenTicket(
        TicketNumber number,
        Category category,
        TicketStatus status,
        Optional<OrderNumber> order,
        Optional<PhoneNumber> phone,
        LocalDate opened) {}
