package hotline.order;

import hotline.phone.PhoneNumber;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** An order as a row of the table {@code orders}; its items are kept as JSON. */
final class OrderRow implements RowMapper<Order> {
    private final OrderJson json;

    OrderRow(OrderJson json) {
        this.json = json;
    }

    <S extends SqlStatement<S>> S bind(S statement, Order order) {
        Optional<Seller> seller = order.seller();
        return statement
                .bind("number", order.number().value())
                .bind("phone", order.phone().map(PhoneNumber::e164))
                .bind("status", order.status().word())
                .bind("placedAt", order.placedAt())
                .bind("carrier", order.shipment().carrier())
                .bind("trackingNumber", order.shipment().trackingNumber())
                .bind("promisedOn", order.promisedOn())
                .bind("deliveredAt", order.deliveredAt())
                .bind("totalAmount", order.total().map(Money::amount))
                .bind(
                        "totalCurrency",
                        order.total().map(total -> total.currency().getCurrencyCode()))
                .bind("items", json.writeItems(order.items()).toString())
                .bind("sellerName", seller.map(Seller::name))
                .bind("sellerPhone", seller.flatMap(Seller::phone).map(PhoneNumber::e164))
                .bind("sellerEmail", seller.flatMap(Seller::email));
    }

    @Override
    public Order map(ResultSet row, StatementContext context) throws SQLException {
        Optional<OffsetDateTime> delivered = Optional.ofNullable(row.getObject("delivered_at", OffsetDateTime.class));
        return new Order(
                new OrderNumber(row.getString("number")),
                text(row, "phone").map(PhoneNumber::new),
                status(row.getString("status")),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                new Order.Shipment(text(row, "carrier"), text(row, "tracking_number")),
                Optional.ofNullable(row.getObject("promised_on", LocalDate.class)),
                delivered.map(OffsetDateTime::toInstant),
                total(row),
                json.readItems(row.getString("items")),
                seller(row));
    }

    private static Optional<Money> total(ResultSet row) throws SQLException {
        Optional<BigDecimal> amount = Optional.ofNullable(row.getBigDecimal("total_amount"));
        Optional<Currency> currency = text(row, "total_currency").map(Currency::getInstance);
        return amount.flatMap(sum -> currency.map(unit -> new Money(plain(sum), unit)));
    }

    /** Without the zeros that the column's scale adds. */
    private static BigDecimal plain(BigDecimal sum) {
        BigDecimal plain = sum.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static OrderStatus status(String word) {
        return OrderStatus.find(word)
                .orElseThrow(() -> new IllegalStateException("table orders has an unknown status: " + word));
    }

    private static Optional<Seller> seller(ResultSet row) throws SQLException {
        Optional<PhoneNumber> phone = text(row, "seller_phone").map(PhoneNumber::new);
        Optional<String> email = text(row, "seller_email");
        return text(row, "seller_name").map(name -> new Seller(name, phone, email));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
