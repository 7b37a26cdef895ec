package hotline.order;

import hotline.phone.PhoneNumber;
import java.util.List;
import java.util.Optional;

/**
 * Where orders are looked up. Every method may wait for another system (2 s at most), so none is called inside a
 * transaction, and each throws {@link OrdersUnavailableException} when that system does not answer.
 */
public interface OrderDirectory {
    /** How many of a caller's newest orders a typed number is compared with. */
    int OWN_ORDERS_COMPARED = 20;

    /**
     * What is known about a typed number.
     *
     * @param typed orders whose numbers are typed with exactly these keys
     * @param own the caller's newest orders, newest first; none if the caller's number is withheld
     */
    record Matches(List<Order> typed, List<Order> own) {
        public Matches {
            typed = List.copyOf(typed);
            own = List.copyOf(own);
        }
    }

    Optional<Order> find(OrderNumber number);

    /** Orders whose numbers are typed with these keys, newest first; at most ten. */
    List<Order> listByKeys(String keys);

    /** The newest orders of a buyer, newest first. */
    List<Order> listNewest(PhoneNumber phone, int limit);

    /** {@link #listByKeys} and {@link #listNewest} together, in the time of one: always both, whatever either finds. */
    Matches match(String keys, Optional<PhoneNumber> caller);
}
