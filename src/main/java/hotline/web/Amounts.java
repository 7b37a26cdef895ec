package hotline.web;

import hotline.order.Money;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

/** Figures as people read them; what there is no figure for is a dash. */
public final class Amounts {
    private static final String NONE = "–";

    private Amounts() {}

    /** A share as {@code 57 %}, in the language's way. */
    public static String percent(Optional<Double> share, Locale locale) {
        return share.map(value -> NumberFormat.getPercentInstance(locale).format(value))
                .orElse(NONE);
    }

    /** A moment by the clock of a zone, in the language's way. */
    static String moment(Instant at, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(at);
    }

    /** The day of a moment by the clock of a zone, in the language's way. */
    static String day(Instant at, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(zone)
                .format(at);
    }

    /** A sum with its currency, in the language's way; whole sums without what comes after the point. */
    static String money(Money sum, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(sum.currency());
        boolean isWhole = sum.amount().stripTrailingZeros().scale() <= 0;
        int digits = isWhole ? 0 : Math.max(0, sum.currency().getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(sum.amount());
    }

    /** Minutes and seconds as {@code 4:07}, from an hour on with hours. */
    public static String time(Optional<Duration> length) {
        return length.map(Amounts::time).orElse(NONE);
    }

    /** The same of a length that is there. */
    public static String time(Duration length) {
        return length.toHours() == 0
                ? "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart())
                : "%d:%02d:%02d".formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart());
    }
}
