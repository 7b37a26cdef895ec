package hotline.flow;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * A list of days off in hours.yaml.
 *
 * @param name as hours call it, and where it stands
 * @param days what each day is called
 */
public record HolidayList(Ref name, Map<LocalDate, String> days) {
    public HolidayList {
        days = Map.copyOf(days);
    }

    /** After it the list makes no difference any more; empty if it has no day at all. */
    Optional<LocalDate> findLastDay() {
        return days.keySet().stream().max(Comparator.naturalOrder());
    }
}
