package hotline.web;

import hotline.report.Counted;
import hotline.report.CountedCalls;
import hotline.report.Figures;
import hotline.report.Grouping;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A figure as the reports show it: how it is read and written, and which contacts or calls are behind it. */
@SuppressWarnings("ImmutableEnumChecker") // the functions are method references, which hold nothing
public enum ReportColumn {
    OFFERED(Counted.OFFERED),
    ANSWERED(Counted.ANSWERED),
    SERVICE_LEVEL_OF_OFFERED(Kind.SHARE, Figures::serviceLevelOfOffered, contacts(Counted.OFFERED)),
    SERVICE_LEVEL_OF_ANSWERED(Kind.SHARE, Figures::serviceLevelOfAnswered, contacts(Counted.ANSWERED)),
    SPEED_OF_ANSWER(Kind.TIME, f -> seconds(f.averageSpeedOfAnswer()), contacts(Counted.ANSWERED)),
    LONGEST_WAIT(Kind.TIME, f -> seconds(Optional.of(f.longestWait())), contacts(Counted.OFFERED)),
    ABANDONED(Counted.ABANDONED),
    ABANDONMENT(Kind.SHARE, Figures::abandonment, contacts(Counted.ABANDONED)),
    SHORT_ABANDONED(Counted.SHORT_ABANDONED),
    OTHER_WAYS(Counted.OTHER_WAYS),
    HANDLE_TIME(Kind.TIME, f -> seconds(f.averageHandleTime()), contacts(Counted.HANDLED)),
    OCCUPANCY(Kind.SHARE, Figures::occupancy, "times?"),
    CALLBACKS(Counted.CALLBACKS),
    CALLBACKS_REACHED(Counted.CALLBACKS_REACHED),
    CALLBACKS_MISSED(Counted.CALLBACKS_MISSED),
    CALLBACKS_OPEN(Counted.CALLBACKS_OPEN),
    CLOSED(CountedCalls.CLOSED),
    FULL(CountedCalls.FULL),
    NOBODY(CountedCalls.NOBODY),
    CALLS(CountedCalls.ALL),
    CONTAINMENT(Kind.SHARE, Figures::containment, calls(CountedCalls.CONTAINED));

    private static final Set<ReportColumn> OF_AGENTS =
            EnumSet.of(ANSWERED, SERVICE_LEVEL_OF_ANSWERED, SPEED_OF_ANSWER, HANDLE_TIME, OCCUPANCY, CALLBACKS_REACHED);

    private enum Kind {
        COUNT,
        SHARE,
        TIME
    }

    private final Kind kind;
    private final Function<Figures, Optional<Double>> value;
    private final String list;

    ReportColumn(Counted counted) {
        this(Kind.COUNT, f -> Optional.of((double) f.count(counted)), contacts(counted));
    }

    ReportColumn(CountedCalls counted) {
        this(Kind.COUNT, f -> Optional.of((double) f.count(counted)), calls(counted));
    }

    ReportColumn(Kind kind, Function<Figures, Optional<Double>> value, String list) {
        this.kind = kind;
        this.value = value;
        this.list = list;
    }

    private static String contacts(Counted counted) {
        return "contacts?what=" + counted.word();
    }

    private static String calls(CountedCalls counted) {
        return "calls?what=" + counted.word();
    }

    private static Optional<Double> seconds(Optional<Duration> length) {
        return length.map(time -> time.toMillis() / 1000.0);
    }

    /** The columns of which something can be said by group. */
    static List<ReportColumn> listFor(Grouping by) {
        return Arrays.stream(values()).filter(column -> column.appliesTo(by)).toList();
    }

    private boolean appliesTo(Grouping by) {
        return switch (by) {
            case HOUR, DAY -> true;
            case AGENT -> OF_AGENTS.contains(this);
            case QUEUE -> this != OCCUPANCY && this != CALLS && this != CONTAINMENT;
            case TOPIC -> this != OCCUPANCY;
        };
    }

    /** The word of the texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The end of the address of the list behind it. */
    public String list() {
        return list;
    }

    /** As people read it. */
    public String shown(Figures figures, Locale locale) {
        Optional<Double> number = value.apply(figures);
        return switch (kind) {
            case COUNT -> NumberFormat.getIntegerInstance(locale).format(number.orElse(0.0));
            case SHARE -> Amounts.percent(number, locale);
            case TIME -> Amounts.time(number.map(s -> Duration.ofMillis(Math.round(s * 1000))));
        };
    }

    /** As programs read it: a share from 0 to 1, a time in seconds; nothing if there is none. */
    String raw(Figures figures) {
        return value.apply(figures)
                .map(number -> kind == Kind.COUNT
                        ? Long.toString(Math.round(number))
                        : String.format(Locale.ROOT, kind == Kind.SHARE ? "%.4f" : "%.1f", number))
                .orElse("");
    }
}
