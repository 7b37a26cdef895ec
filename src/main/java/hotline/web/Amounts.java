package hotline.web;

import java.text.NumberFormat;
import java.time.Duration;
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
