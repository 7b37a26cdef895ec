package hotline.order;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/** What an order's status means to the buyer on a given day; {@link #word()} is the fact {@code order.situation}. */
public enum Situation {
    UNPAID("unpaid"),
    PACKED("packed"),
    /** With the courier, and the promised day has not passed. */
    ON_TIME("on-time"),
    /** On its way, or not even that, and it should have come by now. */
    LATE("late"),
    DELIVERED("delivered"),
    RETURNED("returned"),
    CANCELED("canceled");

    /** A parcel whose shop promised no day counts as late this long after the order. */
    private static final Period LATE_WITHOUT_PROMISE = Period.ofDays(14);

    private final String word;

    Situation(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /**
     * The situation of an order on a day.
     *
     * @param zone where the shop's days begin
     */
    public static Situation of(Order order, LocalDate today, ZoneId zone) {
        return switch (order.status()) {
            case UNPAID -> UNPAID;
            case PACKED -> isLate(order, today, zone) ? LATE : PACKED;
            case SHIPPED -> isLate(order, today, zone) ? LATE : ON_TIME;
            case DELIVERED -> DELIVERED;
            case RETURNED -> RETURNED;
            case CANCELED -> CANCELED;
        };
    }

    private static boolean isLate(Order order, LocalDate today, ZoneId zone) {
        return today.isAfter(lastDay(order, zone));
    }

    private static LocalDate lastDay(Order order, ZoneId zone) {
        return order.promisedOn()
                .orElseGet(() -> LocalDate.ofInstant(order.placedAt(), zone).plus(LATE_WITHOUT_PROMISE));
    }
}
