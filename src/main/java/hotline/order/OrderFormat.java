package hotline.order;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * How a shop's order numbers look.
 *
 * @param name as the flows call it
 * @param pattern {@code 9} for a digit and {@code X} for a letter or a digit; dashes only group it, as in
 *     {@code 999-9999999-9999999}. Six digits before the first {@code X} are the day of the order, as in
 *     {@code 999999XXXXXXXX} for 240512ABCDEFGH.
 */
public record OrderFormat(String name, String pattern) {
    private static final Pattern SHAPE = Pattern.compile("[9X]+(-[9X]+)*");
    private static final Pattern DAY_FIRST = Pattern.compile("9{6}X.*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int OLDEST_YEARS = 10;

    public OrderFormat {
        if (!SHAPE.matcher(pattern).matches()) {
            throw new IllegalArgumentException("order format " + name + ": only 9, X and dashes, not " + pattern);
        }
    }

    /** Whether the keys can type such a number; its day, if it has one, being of the last ten years. */
    public boolean fits(String keys, LocalDate today) {
        String places = pattern.replace("-", "");
        return keys.length() == places.length()
                && DIGITS.matcher(keys).matches()
                && (!DAY_FIRST.matcher(places).matches() || isPast(keys, today));
    }

    private static boolean isPast(String yymmdd, LocalDate today) {
        try {
            int year = 2000 + Integer.parseInt(yymmdd.substring(0, 2));
            int month = Integer.parseInt(yymmdd.substring(2, 4));
            LocalDate day = LocalDate.of(year, month, Integer.parseInt(yymmdd.substring(4, 6)));
            // A day of grace: the shop may keep another time zone's calendar.
            return !day.isAfter(today.plusDays(1)) && day.isAfter(today.minusYears(OLDEST_YEARS));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
