package hotline.flow;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The days of the week as hours.yaml names them: {@code mon}, or {@code mon-fri}. */
final class Weekdays {
    private static final List<String> NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    /** How the names of the days begin in Indonesian, which authors may take for the ones of the language. */
    private static final List<String> INDONESIAN = List.of("sen", "sel", "rab", "kam", "jum", "sab", "min");

    private Weekdays() {}

    static String name(DayOfWeek day) {
        return NAMES.get(day.getValue() - 1);
    }

    /** The days that a text names, which may go over the end of the week; none if it is no name of days. */
    static List<DayOfWeek> list(String text) {
        String[] ends = text.split("-", -1);
        int first = NAMES.indexOf(ends[0]);
        int last = NAMES.indexOf(ends[ends.length - 1]);
        if (ends.length > 2 || first < 0 || last < 0) {
            return List.of();
        }
        List<DayOfWeek> days = new ArrayList<>(List.of(DayOfWeek.of(first + 1)));
        while (days.get(days.size() - 1).getValue() - 1 != last) {
            days.add(days.get(days.size() - 1).plus(1));
        }
        return days;
    }

    /** The days that were probably meant by a text that names none, in the form that is asked for. */
    static Optional<String> findMeant(String text) {
        List<String> ends = new ArrayList<>();
        for (String end : text.split("-", -1)) {
            Optional<String> name = findName(end.strip().toLowerCase(Locale.ROOT));
            if (name.isEmpty() || ends.size() == 2) {
                return Optional.empty();
            }
            ends.add(name.get());
        }
        return Optional.of(String.join("-", ends));
    }

    private static Optional<String> findName(String text) {
        String start = text.substring(0, Math.min(3, text.length()));
        if (NAMES.contains(start)) {
            return Optional.of(start);
        }
        return INDONESIAN.contains(start)
                ? Optional.of(NAMES.get(INDONESIAN.indexOf(start)))
                : Nearest.find(text, NAMES);
    }
}
