package hotline.phone;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the holder of a number may be, as time zones, for the countries that the hotline serves. A mobile number belongs to no
 * region, and in North America a fixed one can be taken along, so such a number stands for every zone of its country;
 * Indonesia's fixed lines name their region (area codes of the Indonesian numbering plan, FTP Nasional 2000). Alaska and Hawaii count
 * only where the number itself names them: their few holders would leave no hour for all others.
 */
public final class NumberZones {
    private static final ZoneId WESTERN_INDONESIA = ZoneId.of("Asia/Jakarta");
    private static final ZoneId CENTRAL_INDONESIA = ZoneId.of("Asia/Makassar");
    private static final ZoneId EASTERN_INDONESIA = ZoneId.of("Asia/Jayapura");

    private static final Map<String, List<ZoneId>> BY_PREFIX = Map.ofEntries(
            Map.entry("+62", List.of(WESTERN_INDONESIA, CENTRAL_INDONESIA, EASTERN_INDONESIA)),
            // Java
            Map.entry("+622", List.of(WESTERN_INDONESIA)),
            Map.entry("+623", List.of(WESTERN_INDONESIA)),
            // Bali and Nusa Tenggara
            Map.entry("+6236", List.of(CENTRAL_INDONESIA)),
            Map.entry("+6237", List.of(CENTRAL_INDONESIA)),
            Map.entry("+6238", List.of(CENTRAL_INDONESIA)),
            // Sulawesi
            Map.entry("+624", List.of(CENTRAL_INDONESIA)),
            // Kalimantan
            Map.entry("+625", List.of(WESTERN_INDONESIA, CENTRAL_INDONESIA)),
            // Sumatra
            Map.entry("+626", List.of(WESTERN_INDONESIA)),
            Map.entry("+627", List.of(WESTERN_INDONESIA)),
            // Maluku and Papua
            Map.entry("+629", List.of(EASTERN_INDONESIA)),
            Map.entry(
                    "+1",
                    List.of(
                            ZoneId.of("America/New_York"),
                            ZoneId.of("America/Chicago"),
                            ZoneId.of("America/Denver"),
                            ZoneId.of("America/Los_Angeles"))),
            Map.entry("+1907", List.of(ZoneId.of("America/Anchorage"))),
            Map.entry("+1808", List.of(ZoneId.of("Pacific/Honolulu"))),
            Map.entry("+60", List.of(ZoneId.of("Asia/Kuala_Lumpur"))),
            Map.entry("+65", List.of(ZoneId.of("Asia/Singapore"))));

    private static final int LONGEST_PREFIX = 5;

    private NumberZones() {}

    /** The zones in which the holder may be, the one with most people first; empty for a country that is not listed. */
    public static Optional<List<ZoneId>> find(PhoneNumber number) {
        String e164 = number.e164();
        return Stream.iterate(Math.min(LONGEST_PREFIX, e164.length()), length -> length > 1, length -> length - 1)
                .map(length -> Optional.ofNullable(BY_PREFIX.get(e164.substring(0, length))))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
