package hotline.flow;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The names of the time-zone database, for whoever has misspelt one. */
final class Zones {
    /** What people of the country call its zones. */
    private static final Map<String, String> INDONESIAN =
            Map.of("wib", "Asia/Jakarta", "wita", "Asia/Makassar", "wit", "Asia/Jayapura");

    private Zones() {}

    /** The zone that was probably meant: by its city alone, in other letters, or with a slip in it. */
    static Optional<String> findMeant(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        Set<String> known = ZoneId.getAvailableZoneIds();
        return Optional.ofNullable(INDONESIAN.get(small))
                .or(() -> known.stream()
                        .filter(zone -> zone.equalsIgnoreCase(text))
                        .findFirst())
                .or(() -> places(known)
                        .filter(zone -> zone.toLowerCase(Locale.ROOT).endsWith("/" + small.replace(' ', '_')))
                        .min(String::compareTo))
                .or(() -> Nearest.find(text, places(known).toList()));
    }

    /** Short names are near to everything, and the signs of {@code Etc/GMT+7} are the other way round: it is west of Greenwich. */
    private static Stream<String> places(Set<String> known) {
        return known.stream().filter(zone -> zone.contains("/") && !zone.startsWith("Etc/"));
    }
}
