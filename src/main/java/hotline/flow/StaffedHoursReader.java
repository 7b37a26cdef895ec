package hotline.flow;

import hotline.flow.StaffedHours.Span;
import hotline.flow.Tree.Field;
import hotline.flow.Tree.Items;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads staffed hours: days or spans of days, each with one span of hours or several. */
final class StaffedHoursReader {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern HOURS =
            Pattern.compile("(([01][0-9]|2[0-3]):[0-5][0-9])-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)");

    private final Problems problems;

    StaffedHoursReader(Problems problems) {
        this.problems = problems;
    }

    StaffedHours read(Section section) {
        Optional<ZoneId> zone = section.findText("zone").flatMap(new NumbersReader(problems)::zone);
        List<Span> spans = new ArrayList<>();
        Set<DayOfWeek> named = EnumSet.noneOf(DayOfWeek.class);
        List<Field> fields = section.rest();
        for (Field field : fields) {
            Ref key = new Ref(field.key().value(), field.key().place());
            List<Ref> hours = hours(section, field);
            for (DayOfWeek day : days(key)) {
                if (!named.add(day)) {
                    problems.add(
                            Rule.GIVEN_TWICE,
                            key.place(),
                            "the hours of `" + DAYS.get(day.getValue() - 1) + "` stand there twice");
                }
                hours.forEach(text -> span(day, text).ifPresent(spans::add));
            }
            hours.forEach(this::check);
        }
        if (fields.isEmpty()) {
            problems.add(
                    Rule.NEVER_STAFFED,
                    section.place(),
                    "`staffed` names no day; leave it out for a queue that is always staffed");
        }
        return new StaffedHours(zone, spans);
    }

    private static List<Ref> hours(Section section, Field field) {
        List<Tree> texts = field.value() instanceof Items list ? list.items() : List.of(field.value());
        return texts.stream()
                .flatMap(text -> section.asText(text, field.key().value()).stream())
                .toList();
    }

    private List<DayOfWeek> days(Ref key) {
        String[] ends = key.name().split("-", -1);
        int first = DAYS.indexOf(ends[0]);
        int last = DAYS.indexOf(ends[ends.length - 1]);
        if (ends.length > 2 || first < 0 || last < 0) {
            problems.add(
                    Rule.WRONG_HOURS, key.place(), "`" + key + "` is no day of the week; write `mon`, or `mon-fri`");
            return List.of();
        }
        List<DayOfWeek> days = new ArrayList<>(List.of(DayOfWeek.of(first + 1)));
        while (days.get(days.size() - 1).getValue() - 1 != last) {
            days.add(days.get(days.size() - 1).plus(1));
        }
        return days;
    }

    private void check(Ref text) {
        if (span(DayOfWeek.MONDAY, text).isEmpty()) {
            problems.add(
                    Rule.WRONG_HOURS, text.place(), "`" + text + "` is no span of hours; write it as \"08:00-22:00\"");
        }
    }

    private static Optional<Span> span(DayOfWeek day, Ref text) {
        Matcher hours = HOURS.matcher(text.name());
        if (!hours.matches() || hours.group(1).equals(hours.group(3))) {
            return Optional.empty();
        }
        LocalTime to = hours.group(3).equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(hours.group(3));
        return Optional.of(new Span(day, LocalTime.parse(hours.group(1)), to));
    }
}
