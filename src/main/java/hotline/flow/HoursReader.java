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
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
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
        named.findSection("special")
                .ifPresent(days -> days.rest()
                        .forEach(field ->
                                date(key(field)).ifPresent(day -> special.put(day, spans(days, field, true)))));
        return new StaffedHours(named.title().name(), zone, week(named), holidays, special);
    }

    private Map<DayOfWeek, List<Span>> week(Section named) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (Field field : named.rest()) {
            List<Span> spans = spans(named, field, false);
            for (DayOfWeek day : weekdays(key(field))) {
                if (week.put(day, spans) != null) {
                    problems.add(
                            Rule.GIVEN_TWICE,
                            field.key().place(),
                            Phrase.of("hours.twice", DAYS.get(day.getValue() - 1)));
                }
            }
        }
        overnight(named, week);
        if (week.values().stream().allMatch(List::isEmpty)) {
            problems.add(Rule.NEVER_STAFFED, named.place(), Phrase.of("hours.never", named.title()));
        }
        return week;
    }

    /** A span over midnight must end before the first one of the next day begins. */
    private void overnight(Section named, Map<DayOfWeek, List<Span>> week) {
        week.forEach((day, spans) -> spans.stream()
                .filter(span -> !span.from().isBefore(span.to()))
                .forEach(span -> week.getOrDefault(day.plus(1), List.of()).stream()
                        .filter(next -> next.from().isBefore(span.to()))
                        .findFirst()
                        .ifPresent(next -> problems.add(
                                Rule.HOURS_OVERLAP,
                                named.place(),
                                Phrase.of(
                                        "hours.overnight", named.title(), span, DAYS.get(day.getValue() - 1), next)))));
    }

    private List<Span> spans(Section section, Field field, boolean mayBeClosed) {
        List<Tree> texts = field.value() instanceof Items list ? list.items() : List.of(field.value());
        List<Span> spans = new ArrayList<>();
        for (Tree text : texts) {
            section.asText(text, field.key().value())
                    .filter(hours -> !(mayBeClosed && hours.name().equals(CLOSED)))
                    .ifPresent(hours -> span(hours).ifPresent(span -> add(spans, span, hours)));
        }
        return List.copyOf(spans);
    }

    private void add(List<Span> spans, Span span, Ref text) {
        for (Span other : spans) {
            boolean otherIsOver =
                    other.from().isBefore(other.to()) && !span.from().isBefore(other.to());
            boolean thisIsOver =
                    span.from().isBefore(span.to()) && !other.from().isBefore(span.to());
            if (!otherIsOver && !thisIsOver) {
                problems.add(Rule.HOURS_OVERLAP, text.place(), Phrase.of("hours.overlap", text, other));
                return;
            }
        }
        spans.add(span);
    }

    private List<DayOfWeek> weekdays(Ref key) {
        String[] ends = key.name().split("-", -1);
        int first = DAYS.indexOf(ends[0]);
        int last = DAYS.indexOf(ends[ends.length - 1]);
        if (ends.length > 2 || first < 0 || last < 0) {
            problems.add(Rule.WRONG_HOURS, key.place(), Phrase.of("hours.day", key));
            return List.of();
        }
        List<DayOfWeek> days = new ArrayList<>(List.of(DayOfWeek.of(first + 1)));
        while (days.get(days.size() - 1).getValue() - 1 != last) {
            days.add(days.get(days.size() - 1).plus(1));
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
