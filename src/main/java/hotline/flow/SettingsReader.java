package hotline.flow;

import hotline.flow.QueueRules.Callbacks;
import hotline.flow.Tree.Field;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the small files beside the flows: voices.yaml, numbers.yaml, entries.yaml and queues.yaml. */
final class SettingsReader {
    private static final int SECONDS = 3600;

    private final Problems problems;

    SettingsReader(Problems problems) {
        this.problems = problems;
    }

    /** Languages, the main one first, each with the carrier's name of its voice. */
    Map<Language, String> voices(Section section) {
        Map<Language, String> voices = new LinkedHashMap<>();
        for (Field field : section.rest()) {
            Ref code = new Ref(field.key().value(), field.key().place());
            section.asText(field.value(), code.name())
                    .ifPresent(voice -> language(code).ifPresent(language -> voices.put(language, voice.name())));
        }
        return voices;
    }

    /** The numbers of the hotline; the first serves for any other that is dialled. */
    Map<String, DialledNumber> numbers(Section section, List<Use> uses) {
        Map<String, DialledNumber> numbers = new LinkedHashMap<>();
        for (Section number : sections(section, "number")) {
            Ref flow = number.text("flow", "the flow that it rings");
            Ref language = number.text("language", "the language spoken first");
            Ref zone = number.text("zone", "whose clock it goes by, as `Asia/Jakarta`");
            uses.add(new Use(Use.Kind.FLOW, flow));
            uses.add(new Use(Use.Kind.LANGUAGE, language));
            number.close();
            Optional<PhoneNumber> phone = phone(number.title());
            Optional<ZoneId> zoneId = zone(zone);
            Optional<Language> spoken = language(language);
            if (phone.isPresent() && zoneId.isPresent() && spoken.isPresent()) {
                numbers.put(
                        number.title().name(), new DialledNumber(phone.get(), flow.name(), spoken.get(), zoneId.get()));
            }
        }
        return numbers;
    }

    Map<String, EntryKind> entries(Section section) {
        Map<String, EntryKind> entries = new LinkedHashMap<>();
        for (Section entry : sections(section, "kind of entry")) {
            List<EntryShape> shapes = new ArrayList<>();
            entry.texts("shapes").forEach(shape -> shape(shape).ifPresent(shapes::add));
            boolean shaped = !shapes.isEmpty();
            int shortest = shapes.stream().mapToInt(EntryShape::length).min().orElse(1);
            int longest = shapes.stream().mapToInt(EntryShape::length).max().orElse(1);
            int least = shaped ? shortest : entry.number("least-digits", 1, 1, 30);
            int most = shaped ? longest : entry.number("most-digits", 1, 1, 30);
            if (most < least) {
                problems.error(entry.place(), "`most-digits` is less than `least-digits`");
            }
            Duration timeout = Duration.ofSeconds(entry.number("timeout-seconds", 6, 5, 30));
            String name = entry.title().name();
            entries.put(name, new EntryKind(name, shapes, least, most, masking(entry), timeout));
            entry.close();
        }
        return entries;
    }

    private Masking masking(Section entry) {
        Ref logged = entry.text("logged", "how much of it may be logged: all, last-two or nothing");
        return switch (logged.name()) {
            case "all" -> Masking.NONE;
            case "last-two" -> Masking.LAST_TWO;
            case "", "nothing" -> Masking.ALL;
            default -> {
                problems.error(logged.place(), "`" + logged + "` is not all, last-two or nothing");
                yield Masking.ALL;
            }
        };
    }

    private Optional<EntryShape> shape(Ref text) {
        try {
            return Optional.of(new EntryShape(text.name()));
        } catch (IllegalArgumentException e) {
            problems.error(
                    text.place(),
                    "`" + text + "` is not a shape; write 9 for a digit, X for a letter or digit, - for a pause");
            return Optional.empty();
        }
    }

    Map<String, QueueRules> queues(Section section) {
        Map<String, QueueRules> queues = new LinkedHashMap<>();
        for (Section queue : sections(section, "queue")) {
            queues.put(
                    queue.title().name(),
                    new QueueRules(
                            queue.title().name(),
                            queue.number("most-waiting", 30, 1, 10_000),
                            Duration.ofMinutes(queue.number("longest-wait-minutes", 20, 1, 240)),
                            Duration.ofMinutes(queue.number("long-wait-minutes", 5, 1, 240)),
                            seconds(queue, "ring-seconds", 20),
                            seconds(queue, "wrap-up-seconds", 60),
                            callbacks(queue)));
            queue.close();
        }
        return queues;
    }

    private Callbacks callbacks(Section queue) {
        List<Duration> delays = new ArrayList<>();
        for (Ref minutes : queue.texts("callback-again-after-minutes")) {
            if (minutes.name().matches("[1-9][0-9]{0,3}")) {
                delays.add(Duration.ofMinutes(Long.parseLong(minutes.name())));
            } else {
                problems.error(minutes.place(), "`" + minutes + "` is not a number of minutes");
            }
        }
        return new Callbacks(
                delays,
                seconds(queue, "callback-ring-seconds", 25),
                time(queue, "callback-not-after", "21:00"),
                time(queue, "callback-not-before", "08:00"));
    }

    private Duration seconds(Section section, String key, int otherwise) {
        return Duration.ofSeconds(section.number(key, otherwise, 5, SECONDS));
    }

    private LocalTime time(Section section, String key, String otherwise) {
        Optional<Ref> text = section.findText(key);
        try {
            return LocalTime.parse(text.map(Ref::name).orElse(otherwise));
        } catch (DateTimeException e) {
            text.ifPresent(wrong ->
                    problems.error(wrong.place(), "`" + wrong + "` is not a time of day; write it as \"21:00\""));
            return LocalTime.parse(otherwise);
        }
    }

    private List<Section> sections(Section section, String word) {
        List<Section> sections = new ArrayList<>();
        section.rest()
                .forEach(field -> section.section(word + " `" + field.key().value() + "`", field)
                        .ifPresent(sections::add));
        return sections;
    }

    Optional<Language> language(Ref code) {
        if (code.name().matches("[a-z]{2}")) {
            return Optional.of(new Language(code.name()));
        }
        if (!code.name().isEmpty()) {
            problems.error(code.place(), "`" + code + "` is not a language's code of two small letters");
        }
        return Optional.empty();
    }

    private Optional<PhoneNumber> phone(Ref text) {
        try {
            return Optional.of(new PhoneNumber(text.name()));
        } catch (IllegalArgumentException e) {
            problems.error(
                    text.place(),
                    "`" + text + "` is not an international number; write it in quotes, as \"+62215550001\"");
            return Optional.empty();
        }
    }

    private Optional<ZoneId> zone(Ref text) {
        try {
            return Optional.of(ZoneId.of(text.name()));
        } catch (DateTimeException e) {
            if (!text.name().isEmpty()) {
                problems.error(text.place(), "`" + text + "` is not a time zone; write it as `Asia/Jakarta`");
            }
            return Optional.empty();
        }
    }
}
