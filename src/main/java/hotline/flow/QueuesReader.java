package hotline.flow;

import hotline.flow.QueueRules.Callbacks;
import hotline.flow.QueueRules.Routing;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads queues.yaml: the limits of each queue and the rules of calling back. */
final class QueuesReader {
    private static final int HOUR = 3600;
    private static final List<Integer> WIDEN_AFTER = List.of(30, 60);

    private final Problems problems;

    QueuesReader(Problems problems) {
        this.problems = problems;
    }

    Map<String, QueueRules> queues(Section section) {
        Map<String, QueueRules> queues = new LinkedHashMap<>();
        for (Section queue : section.parts("queue")) {
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
                            queue.findSection("staffed").map(new StaffedHoursReader(problems)::read),
                            callbacks(queue),
                            routing(queue)));
            queue.close();
        }
        return queues;
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
            problems.add(
                    Rule.WRONG_VALUE,
                    texts.get(0).place(),
                    "`widen-after-seconds` must be two whole numbers, as [30, 60]: when agents of tier 2 are asked"
                            + " too, and when those of tier 3");
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
                problems.add(Rule.WRONG_VALUE, minutes.place(), "`" + minutes + "` is not a number of minutes");
            }
        }
        LocalTime notBefore = time(queue, "callback-not-before", "08:00");
        LocalTime notAfter = time(queue, "callback-not-after", "21:00");
        if (!notBefore.isBefore(notAfter)) {
            problems.add(
                    Rule.WRONG_VALUE,
                    queue.place(),
                    "`callback-not-before` must be earlier in the day than `callback-not-after`");
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
            text.ifPresent(wrong -> problems.add(
                    Rule.WRONG_VALUE, wrong.place(), "`" + wrong + "` is not a time of day; write it as \"21:00\""));
            return LocalTime.parse(otherwise);
        }
    }
}
