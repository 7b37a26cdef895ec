package hotline.flow;

import hotline.flow.StaffedHours.Span;
import hotline.flow.Tree.Field;
import hotline.flow.Tree.Items;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads hours.yaml: named hours of a week, lists of holidays, and single days with hours of their own. */
final class HoursReader {
    private static final List<String> FIELDS = List.of("zone", "holidays", "special");
    private static final Pattern HOURS =
            Pattern.compile("(([01][0-9]|2[0-3]):[0-5][0-9])-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)");
    private static final String CLOSED = "closed";

    private final Problems problems;

    HoursReader(Problems problems) {
        this.problems = problems;
    }

    Map<String, StaffedHours> hours(Section section) {
        Map<String, HolidayList> holidays = new LinkedHashMap<>();
        section.findSection("holidays")
                .ifPresent(lists -> lists.parts("what.holidays")
                        .forEach(list -> holidays.put(list.title().name(), new HolidayList(list.title(), days(list)))));
        Map<String, StaffedHours> hours = new LinkedHashMap<>();
        for (Section named : section.parts("what.hours")) {
            hours.put(named.title().name(), read(named, holidays));
        }
        return hours;
    }

    private Map<LocalDate, String> days(Section list) {
        Map<LocalDate, String> days = new LinkedHashMap<>();
        for (Field field : list.rest()) {
            list.asText(field.value(), field.key().value())
                    .ifPresent(name -> date(key(field)).ifPresent(day -> days.put(day, name.name())));
        }
        return days;
    }

    private StaffedHours read(Section named, Map<String, HolidayList> lists) {
        Optional<ZoneId> zone = named.findText("zone").flatMap(new NumbersReader(problems)::zone);
        List<HolidayList> holidays = new ArrayList<>();
        for (Ref list : named.texts("holidays")) {
            if (!lists.containsKey(list.name())) {
                problems.add(
                        Rule.UNKNOWN_HOURS,
                        list.place(),
                        Phrase.of("none.holidays", list, Nearest.phrase(list.name(), lists.keySet())));
            }
            Optional.ofNullable(lists.get(list.name())).ifPresent(holidays::add);
        }
        Map<LocalDate, List<Span>> special = new LinkedHashMap<>();
        Map<LocalDate, Place> lines = new LinkedHashMap<>();
        named.findSection("special")
                .ifPresent(days -> days.rest()
                        .forEach(field -> date(key(field)).ifPresent(day -> {
                            special.put(day, spans(days, field));
                            lines.put(day, field.key().place());
                        })));
        Map<DayOfWeek, Place> weekLines = new EnumMap<>(DayOfWeek.class);
        StaffedHours hours = new StaffedHours(named.title().name(), zone, week(named, weekLines), holidays, special);
        HoursChecks checks = new HoursChecks(hours, problems);
        checks.week(named.title(), weekLines);
        checks.special(lines);
        return hours;
    }

    /** @param lines where each day is named; none when a name cannot be read, as nobody knows which day was meant by it */
    private Map<DayOfWeek, List<Span>> week(Section named, Map<DayOfWeek, Place> lines) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        boolean isRead = true;
        for (Field field : named.rest()) {
            List<Span> spans = spans(named, field);
            List<DayOfWeek> days = weekdays(key(field));
            isRead &= !days.isEmpty();
            for (DayOfWeek day : days) {
                lines.put(day, field.key().place());
                if (week.put(day, spans) != null) {
                    problems.add(Rule.GIVEN_TWICE, field.key().place(), Phrase.of("hours.twice", Weekdays.name(day)));
                }
            }
        }
        if (!isRead) {
            lines.clear();
        }
        if (week.values().stream().allMatch(List::isEmpty)) {
            problems.add(Rule.NEVER_STAFFED, named.place(), Phrase.of("hours.never", named.title()));
        }
        return week;
    }

    private List<Span> spans(Section section, Field field) {
        List<Tree> texts = field.value() instanceof Items list ? list.items() : List.of(field.value());
        Map<Span, Ref> spans = new LinkedHashMap<>();
        for (Tree text : texts) {
            section.asText(text, field.key().value())
                    .filter(hours -> !hours.name().equals(CLOSED))
                    .ifPresent(hours -> span(hours).ifPresent(span -> add(spans, span, hours)));
        }
        HoursChecks.pauses(spans, problems);
        return List.copyOf(spans.keySet());
    }

    private void add(Map<Span, Ref> spans, Span span, Ref text) {
        for (Span other : spans.keySet()) {
            boolean otherIsOver =
                    other.from().isBefore(other.to()) && !span.from().isBefore(other.to());
            boolean thisIsOver =
                    span.from().isBefore(span.to()) && !other.from().isBefore(span.to());
            if (!otherIsOver && !thisIsOver) {
                problems.add(Rule.HOURS_OVERLAP, text.place(), Phrase.of("hours.overlap", text, other));
                return;
            }
        }
        spans.put(span, text);
    }

    private List<DayOfWeek> weekdays(Ref key) {
        List<DayOfWeek> days = Weekdays.list(key.name());
        if (days.isEmpty()) {
            Phrase hint = Nearest.find(key.name(), FIELDS)
                    .or(() -> Weekdays.findMeant(key.name()))
                    .map(meant -> Phrase.of("hint.near", meant))
                    .orElseGet(() -> Phrase.of("hours.day-form"));
            problems.add(Rule.WRONG_HOURS, key.place(), Phrase.of("hours.day", key, hint));
        }
        return days;
    }

    private Optional<Span> span(Ref text) {
        Matcher hours = HOURS.matcher(text.name());
        if (!hours.matches() || hours.group(1).equals(hours.group(3))) {
            problems.add(Rule.WRONG_HOURS, text.place(), Phrase.of("hours.span", text));
            return Optional.empty();
        }
        LocalTime to = hours.group(3).equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(hours.group(3));
        return Optional.of(new Span(LocalTime.parse(hours.group(1)), to));
    }

    private Optional<LocalDate> date(Ref text) {
        try {
            return Optional.of(LocalDate.parse(text.name()));
        } catch (DateTimeException e) {
            problems.add(Rule.WRONG_DATE, text.place(), Phrase.of("hours.date", text));
            return Optional.empty();
        }
    }

    private static Ref key(Field field) {
        return new Ref(field.key().value(), field.key().place());
    }
}
