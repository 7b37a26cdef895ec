package hotline.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads entries.yaml: the kinds of numbers that callers type. */
final class EntriesReader {
    private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(5);

    private final Problems problems;

    EntriesReader(Problems problems) {
        this.problems = problems;
    }

    Map<String, EntryKind> entries(Section section) {
        Map<String, EntryKind> entries = new LinkedHashMap<>();
        for (Section entry : section.parts("what.entry")) {
            List<EntryShape> shapes = new ArrayList<>();
            entry.texts("shapes").forEach(shape -> shape(shape).ifPresent(shapes::add));
            boolean shaped = !shapes.isEmpty();
            int shortest = shapes.stream().mapToInt(EntryShape::length).min().orElse(1);
            int longest = shapes.stream().mapToInt(EntryShape::length).max().orElse(1);
            int least = shaped ? shortest : entry.number("least-digits", 1, 1, 30);
            int most = shaped ? longest : entry.number("most-digits", 1, 1, 30);
            if (most < least) {
                problems.add(Rule.WRONG_VALUE, entry.place(), Phrase.of("entry.digits"));
            }
            Duration timeout = timeout(entry);
            String name = entry.title().name();
            entries.put(name, new EntryKind(name, shapes, least, most, masking(entry), timeout));
            entry.close();
        }
        return entries;
    }

    /** ETSI ES 202 130 asks for no less than five seconds. */
    private Duration timeout(Section entry) {
        Duration timeout = Duration.ofSeconds(entry.number("timeout-seconds", 6, 1, 30));
        entry.findText("timeout-seconds")
                .filter(text -> timeout.compareTo(SHORTEST_TIMEOUT) < 0)
                .ifPresent(text -> problems.add(
                        Rule.SHORT_TIMEOUT,
                        text.place(),
                        Phrase.of("entry.short-timeout", entry.title(), timeout.toSeconds())));
        return timeout;
    }

    private Masking masking(Section entry) {
        Ref logged = entry.text("logged", Phrase.of("means.logged"));
        return switch (logged.name()) {
            case "all" -> Masking.NONE;
            case "last-two" -> Masking.LAST_TWO;
            case "", "nothing" -> Masking.ALL;
            default -> {
                problems.add(Rule.WRONG_VALUE, logged.place(), Phrase.of("entry.logged", logged));
                yield Masking.ALL;
            }
        };
    }

    private Optional<EntryShape> shape(Ref text) {
        try {
            return Optional.of(new EntryShape(text.name()));
        } catch (IllegalArgumentException e) {
            problems.add(Rule.WRONG_VALUE, text.place(), Phrase.of("entry.shape", text));
            return Optional.empty();
        }
    }
}
