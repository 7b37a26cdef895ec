package hotline.order;

import hotline.phone.PhoneNumber;
import hotline.store.Database;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The order directory in the hotline's own database, for shops that send their orders instead of being asked. */
public final class OwnOrders implements OrderDirectory {
    private static final int MOST_BY_KEYS = 10;

    private final Database database;
    private final OrderRow rows;

    public OwnOrders(Database database, OrderJson json) {
        this.database = database;
        this.rows = new OrderRow(json);
    }

    /** Keeps an order, in place of an earlier one with its number. */
    public void put(Handle handle, Order order) {
        if (update(handle, order) == 0 && insert(handle, order) == 0) {
            update(handle, order); // another node inserted it in between
        }
    }

    @Override
    public Optional<Order> find(OrderNumber number) {
        return database.read(handle -> handle.createQuery("select * from orders where number = :number")
                .bind("number", number.value())
                .map(rows)
                .findOne());
    }

    @Override
    public List<Order> listByKeys(String keys) {
        return database.read(handle -> byKeys(handle, keys));
    }

    @Override
    public List<Order> listNewest(PhoneNumber phone, int limit) {
        return database.read(handle -> newest(handle, phone, limit));
    }

    @Override
    public Matches match(String keys, Optional<PhoneNumber> caller) {
        return database.read(handle -> new Matches(
                byKeys(handle, keys),
                caller.map(phone -> newest(handle, phone, OWN_ORDERS_COMPARED)).orElse(List.of())));
    }

    private List<Order> byKeys(Handle handle, String keys) {
        return handle.createQuery("""
                        select * from orders where number_keys = :keys
                        order by placed_at desc, number desc limit :limit""")
                .bind("keys", keys)
                .bind("limit", MOST_BY_KEYS)
                .map(rows)
                .list();
    }

    private List<Order> newest(Handle handle, PhoneNumber phone, int limit) {
        return handle.createQuery("""
                        select * from orders where phone = :phone
                        order by placed_at desc, number desc limit :limit""")
                .bind("phone", phone.e164())
                .bind("limit", limit)
                .map(rows)
                .list();
    }

    private int update(Handle handle, Order order) {
        return bound(handle.createUpdate("""
                        update orders set phone = :phone, status = :status, placed_at = :placedAt, carrier = :carrier,
                            tracking_number = :trackingNumber, promised_on = :promisedOn, delivered_at = :deliveredAt,
                            total_amount = :totalAmount, total_currency = :totalCurrency, items = :items, seller_name = :sellerName, seller_phone = :sellerPhone,
                            seller_email = :sellerEmail
                        where number = :number"""), order).execute();
    }

    private int insert(Handle handle, Order order) {
        return bound(handle.createUpdate("""
                        insert into orders (number, number_keys, phone, status, placed_at, carrier, tracking_number,
                            promised_on, delivered_at, total_amount, total_currency, items, seller_name, seller_phone, seller_email)
                        values (:number, :keys, :phone, :status, :placedAt, :carrier, :trackingNumber,
                            :promisedOn, :deliveredAt, :totalAmount, :totalCurrency, :items, :sellerName, :sellerPhone, :sellerEmail)
                        on conflict do nothing"""), order)
                .bind("keys", order.number().keys())
                .execute();
    }

    private <S extends SqlStatement<S>> S bound(S statement, Order order) {
        return rows.bind(statement, order);
    }
}
