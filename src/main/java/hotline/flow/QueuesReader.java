package hotline.flow;

import hotline.flow.QueueRules.Callbacks;
import hotline.flow.QueueRules.Routing;
import hotline.phone.Language;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads queues.yaml: the limits of each queue and the rules of calling back. */
final class QueuesReader {
    private static final int HOUR = 3600;
    /** The tickets of a topic keep its name in 30 characters. */
    private static final Pattern TOPIC = Pattern.compile("(?=.{1,30}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private static final List<Integer> WIDEN_AFTER = List.of(30, 60);

    private final Problems problems;
    private final Set<Language> languages;

    /** @param languages those that are spoken */
    QueuesReader(Problems problems, Set<Language> languages) {
        this.problems = problems;
        this.languages = languages;
    }

    Map<String, QueueRules> queues(Section section, Map<String, StaffedHours> hours, List<Use> uses) {
        Map<String, QueueRules> queues = new LinkedHashMap<>();
        for (Section queue : section.parts("what.queue")) {
            if (!TOPIC.matcher(queue.title().name()).matches()) {
                problems.add(Rule.WRONG_NAME, queue.place(), Phrase.of("queue.name", queue.title()));
            }
            Optional<Ref> staffed = staffed(queue, uses);
            queues.put(
                    queue.title().name(),
                    new QueueRules(
                            queue.title().name(),
                            queue.number("most-waiting", 30, 1, 10_000),
                            Duration.ofMinutes(queue.number("longest-wait-minutes", 20, 1, 240)),
                            Duration.ofMinutes(queue.number("long-wait-minutes", 5, 1, 240)),
                            seconds(queue, "ring-seconds", 20),
                            seconds(queue, "wrap-up-seconds", 60),
                            minutes(queue, "handle-minutes"),
                            staffed.flatMap(name -> Optional.ofNullable(hours.get(name.name()))),
                            callbacks(queue),
                            routing(queue),
                            names(queue)));
            queue.close();
        }
        return queues;
    }

    /** Hours of a queue stood among its limits once; they are told where they belong now. */
    private Optional<Ref> staffed(Section queue, List<Use> uses) {
        queue.rejectField("staffed", Phrase.of("queue.staffed-moved"));
        Optional<Ref> hours = queue.findText("hours");
        hours.ifPresent(name -> uses.add(new Use(Use.Kind.HOURS, name)));
        return hours;
    }

    /** The field {@code name}: what the pages call the topic, in each language. */
    private Map<Language, String> names(Section queue) {
        Map<Language, String> names = new LinkedHashMap<>();
        Map<Ref, Ref> pairs = queue.pairs("name");
        pairs.forEach((code, name) ->
                new NumbersReader(problems).language(code).ifPresent(language -> names.put(language, name.name())));
        pairs.keySet().stream()
                .findFirst()
                .ifPresent(first -> languages.stream()
                        .filter(language -> !names.containsKey(language))
                        .forEach(language -> problems.add(
                                Rule.MISSING_TRANSLATION,
                                first.place(),
                                Phrase.of("queue.no-translation", queue.title(), language))));
        return names;
    }

    private Routing routing(Section queue) {
        List<Integer> widen = widenAfter(queue);
        return new Routing(
                queue.number("priority", 0, 0, 9),
                Duration.ofMinutes(queue.number("age-after-minutes", 10, 1, 240)),
                Duration.ofSeconds(widen.get(0)),
                Duration.ofSeconds(widen.get(1)),
                Duration.ofMinutes(queue.number("last-agent-minutes", 60, 0, 10_080)),
                Duration.ofSeconds(queue.number("last-agent-patience-seconds", 0, 0, 300)));
    }

    private List<Integer> widenAfter(Section queue) {
        List<Ref> texts = queue.texts("widen-after-seconds");
        if (texts.isEmpty()) {
            return WIDEN_AFTER;
        }
        List<Integer> seconds = texts.stream()
                .filter(text -> text.name().matches("[0-9]{1,4}"))
                .map(text -> Integer.valueOf(text.name()))
                .toList();
        if (texts.size() != 2 || seconds.size() != 2 || seconds.get(0) > seconds.get(1)) {
            problems.add(Rule.WRONG_VALUE, texts.get(0).place(), Phrase.of("queue.widen-after"));
            return WIDEN_AFTER;
        }
        return seconds;
    }

    private Callbacks callbacks(Section queue) {
        List<Duration> delays = new ArrayList<>();
        for (Ref minutes : queue.texts("callback-again-after-minutes")) {
            if (minutes.name().matches("[1-9][0-9]{0,3}")) {
                delays.add(Duration.ofMinutes(Long.parseLong(minutes.name())));
            } else {
                problems.add(Rule.WRONG_VALUE, minutes.place(), Phrase.of("queue.minutes", minutes));
            }
        }
        LocalTime notBefore = time(queue, "callback-not-before", "08:00");
        LocalTime notAfter = time(queue, "callback-not-after", "21:00");
        if (!notBefore.isBefore(notAfter)) {
            problems.add(Rule.WRONG_VALUE, queue.place(), Phrase.of("queue.callback-hours"));
        }
        return new Callbacks(delays, seconds(queue, "callback-ring-seconds", 25), notBefore, notAfter);
    }

    private static Optional<Duration> minutes(Section section, String key) {
        return Optional.of(section.number(key, 0, 1, 240))
                .filter(minutes -> minutes > 0)
                .map(Duration::ofMinutes);
    }

    private Duration seconds(Section section, String key, int otherwise) {
        return Duration.ofSeconds(section.number(key, otherwise, 5, HOUR));
    }

    private LocalTime time(Section section, String key, String otherwise) {
        Optional<Ref> text = section.findText(key);
        try {
            return LocalTime.parse(text.map(Ref::name).orElse(otherwise));
        } catch (DateTimeException e) {
            text.ifPresent(wrong -> problems.add(Rule.WRONG_VALUE, wrong.place(), Phrase.of("queue.time", wrong)));
            return LocalTime.parse(otherwise);
        }
    }
}
