package hotline.rehearsal;

import hotline.flow.DialledNumber;
import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The world in which an example call is made.
 *
 * @param caller empty when the number is withheld
 * @param ordersDown whether the shop's order system does not answer
 * @param optedOut whether the caller wants no text messages
 * @param waiting how many others wait, for the queue {@code waitingFor}
 */
record Given(
        Optional<PhoneNumber> caller,
        DialledNumber dialled,
        Instant at,
        boolean ordersDown,
        boolean optedOut,
        int waiting,
        String waitingFor,
        List<GivenOrder> orders,
        List<GivenTicket> tickets,
        List<GivenAgent> agents) {
    Given {
        orders = List.copyOf(orders);
        tickets = List.copyOf(tickets);
        agents = List.copyOf(agents);
    }
}
