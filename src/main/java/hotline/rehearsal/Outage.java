package hotline.rehearsal;

import hotline.order.Order;
import hotline.order.OrderDirectory;
import hotline.order.OrderNumber;
import hotline.order.OrdersUnavailableException;
import hotline.phone.PhoneNumber;
import java.util.List;
import java.util.Optional;

/** An order directory that stops answering when an example says so. */
public final class Outage implements OrderDirectory {
    private final OrderDirectory orders;
    private volatile boolean down;

    /** @param orders what it answers while it does */
    public Outage(OrderDirectory orders) {
        this.orders = orders;
    }

    void down(boolean isDown) {
        down = isDown;
    }

    private OrderDirectory reached() {
        if (down) {
            throw new OrdersUnavailableException("the example says that the order system does not answer", null);
        }
        return orders;
    }

    @Override
    public Optional<Order> find(OrderNumber number) {
        return reached().find(number);
    }

    @Override
    public List<Order> listByKeys(String keys) {
        return reached().listByKeys(keys);
    }

    @Override
    public List<Order> listNewest(PhoneNumber phone, int limit) {
        return reached().listNewest(phone, limit);
    }

    @Override
    public Matches match(String keys, Optional<PhoneNumber> caller) {
        return reached().match(keys, caller);
    }
}
