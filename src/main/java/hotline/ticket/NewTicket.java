package hotline.ticket;

import hotline.order.OrderNumber;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.util.Optional;

/**
 * A report that becomes a ticket, or is added to one.
 *
 * @param phone the caller's, if it is not withheld
 */
public record NewTicket(
        Category category,
        Optional<AboutOrder> order,
        Optional<DesiredOutcome> desiredOutcome,
        Optional<PhoneNumber> phone,
        Language language,
        Origin origin) {
    /**
     * The order it is about.
     *
     * @param shown whether the caller has shown that the order is theirs (it is on file under their number, or they knew the digits). If
     *     not, the report is never added to somebody else's ticket, whose number and existence are private.
     */
    public record AboutOrder(OrderNumber number, boolean shown) {}
}
