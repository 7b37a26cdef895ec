package hotline.ticket;

import java.util.List;
import java.util.Optional;

/**
 * What makes two reports the same, as kept in the unique column {@code open_key}: the order and the category. An order that the caller has not
 * shown to be theirs counts per caller, so that nobody learns of, or writes into, a stranger's ticket.
 *
 * @param own the key that a ticket of this report holds; none if it cannot be the same as any other
 * @param all the keys under which such a ticket may be there
 */
record OpenKeys(Optional<String> own, List<String> all) {
    static OpenKeys of(NewTicket report) {
        if (report.order().isEmpty()) {
            return new OpenKeys(Optional.empty(), List.of());
        }
        NewTicket.AboutOrder order = report.order().get();
        String shown = order.number().value() + "/" + report.category().word();
        Optional<String> typed = report.phone().map(phone -> shown + "/" + phone.e164());
        return new OpenKeys(
                order.shown() ? Optional.of(shown) : typed,
                typed.map(key -> List.of(shown, key)).orElse(List.of(shown)));
    }
}
