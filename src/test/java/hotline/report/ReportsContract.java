package hotline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import hotline.store.Database;
import hotline.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The figures of the {@link GoldenDay}, each reckoned by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReportsContract {
    private static final String A = GoldenDay.A;
    private static final String B = GoldenDay.B;
    private static final Instant NEXT_MORNING = HandMadeDay.at("+1 10:00");
    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    private final Reports reports = new Reports(HandMadeDay.JAKARTA, ReportRules.DEFAULTS);
    private final Period day = new Period(HandMadeDay.DAY, HandMadeDay.DAY, HandMadeDay.JAKARTA);
    private Database database;

    abstract Database database();

    @BeforeAll
    void write_the_day() {
        database = database();
        try (Writer writer = new Writer(database, Duration.ofSeconds(20))) {
            writer.write(handle -> {
                GoldenDay.write(new HandMadeDay(handle, HandMadeDay.DAY));
                return true;
            });
        }
    }

    @AfterAll
    void close() {
        database.close();
    }

    private Report read(Grouping by) {
        return database.read(handle -> reports.read(handle, day, by, NEXT_MORNING));
    }

    private static Map<String, Integer> counts(Report report, Function<Figures, Integer> figure) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        report.rows().forEach(row -> {
            if (figure.apply(row.figures()) != 0) {
                counts.put(row.key(), figure.apply(row.figures()));
            }
        });
        return counts;
    }

    @Test
    void contacts_are_counted_once_each() {
        Figures total = read(Grouping.DAY).total();
        assertThat(total.contacts())
                .containsOnly(
                        entry(Counted.OFFERED, 23),
                        entry(Counted.ANSWERED, 15),
                        entry(Counted.IN_TIME, 12),
                        entry(Counted.ABANDONED, 3),
                        entry(Counted.SHORT_ABANDONED, 2),
                        entry(Counted.OTHER_WAYS, 3),
                        entry(Counted.WAITING, 1),
                        entry(Counted.CALLBACKS, 3),
                        entry(Counted.CALLBACKS_REACHED, 1),
                        entry(Counted.CALLBACKS_MISSED, 1),
                        entry(Counted.CALLBACKS_OPEN, 1),
                        entry(Counted.HANDLED, 16));
    }

    /** 12 of 15; 12 of 23 - 2. */
    @Test
    void both_service_levels_are_what_they_say() {
        Figures total = read(Grouping.DAY).total();
        assertThat(total.serviceLevelOfAnswered().orElseThrow()).isCloseTo(12.0 / 15, CLOSE);
        assertThat(total.serviceLevelOfOffered().orElseThrow()).isCloseTo(12.0 / 21, CLOSE);
    }

    /**
     * Waits of those answered: 10 + 20 + 21 + 0 + 45 + 15 + 15 = 126, 5 + 30 = 35, 4 × 12 + 8 = 56, 2: 219 s for 15. The longest
     * wait ended without an answer.
     */
    @Test
    void waits_are_of_callers_on_the_line() {
        Figures total = read(Grouping.DAY).total();
        assertThat(total.averageSpeedOfAnswer()).contains(Duration.ofMillis(14_600));
        assertThat(total.longestWait()).isEqualTo(Duration.ofSeconds(1200));
        assertThat(total.abandonment().orElseThrow()).isCloseTo(3.0 / 21, CLOSE);
    }

    /**
     * 140 + 240 + 300 + 390 + 60 + 120 + 150 = 1400, handed on 90, rung back 240, 500 + 260 = 760, 4 × 150 = 600, 60: 3150 s for
     * 16; who still talks is not in it.
     */
    @Test
    void handle_time_takes_in_callbacks() {
        assertThat(read(Grouping.DAY).total().averageHandleTime()).contains(Duration.ofMillis(196_875));
    }

    @Test
    void occupancy_is_of_the_time_in_which_agents_were_there() {
        assertThat(read(Grouping.DAY).total().occupancy().orElseThrow()).isCloseTo(2.5 / 8, CLOSE);
        Report byAgent = read(Grouping.AGENT);
        assertThat(figures(byAgent, "ann").occupancy().orElseThrow()).isCloseTo(1.5 / 6.5, CLOSE);
        assertThat(figures(byAgent, "budi").occupancy().orElseThrow()).isCloseTo(1 / 1.5, CLOSE);
        Report byHour = read(Grouping.HOUR);
        assertThat(figures(byHour, "11").occupancy().orElseThrow()).isCloseTo(1, CLOSE);
        assertThat(figures(byHour, "14").occupancy().orElseThrow()).isCloseTo(0.5, CLOSE);
        assertThat(figures(byHour, "00").staffed()).isEqualTo(Duration.ofMinutes(30));
        assertThat(figures(byHour, "16").occupancy()).isEmpty();
    }

    @Test
    void behind_occupancy_are_the_agents_times_that_make_it() {
        for (Optional<String> key : List.of(Optional.<String>empty(), Optional.of("ann"), Optional.of("budi"))) {
            Figures figures = key.map(name -> figures(read(Grouping.AGENT), name))
                    .orElseGet(() -> read(Grouping.AGENT).total());
            List<AgentTime> times = listTimes(Grouping.AGENT, key);
            assertThat(sum(times.stream())).isEqualTo(figures.staffed());
            assertThat(sum(times.stream().filter(AgentTime::isBusy))).isEqualTo(figures.busy());
            assertThat(times)
                    .isSortedAccordingTo(Comparator.comparing(AgentTime::begin).reversed());
        }
        assertThat(sum(listTimes(Grouping.HOUR, Optional.of("10")).stream())).isEqualTo(Duration.ofHours(1)); // of two
    }

    private List<AgentTime> listTimes(Grouping by, Optional<String> key) {
        return database.read(handle -> reports.listTimes(handle, day, by, key, NEXT_MORNING, 100));
    }

    private static Duration sum(Stream<AgentTime> times) {
        return times.map(AgentTime::length).reduce(Duration.ZERO, Duration::plus);
    }

    @Test
    void who_was_turned_away_is_counted_by_reason() {
        Figures total = read(Grouping.DAY).total();
        assertThat(total.count(CountedCalls.CLOSED)).isEqualTo(2);
        assertThat(total.count(CountedCalls.FULL)).isEqualTo(1);
        assertThat(total.count(CountedCalls.NOBODY)).isEqualTo(1);
    }

    @Test
    void containment_is_of_all_calls_by_topic() {
        Report byTopic = read(Grouping.TOPIC);
        assertThat(byTopic.total().containment().orElseThrow()).isCloseTo(3.0 / 8, CLOSE);
        assertThat(figures(byTopic, A).containment().orElseThrow()).isCloseTo(2.0 / 6, CLOSE);
        assertThat(figures(byTopic, B).containment().orElseThrow()).isCloseTo(0, CLOSE);
        assertThat(figures(byTopic, "").containment().orElseThrow()).isCloseTo(1, CLOSE);
    }

    @Test
    void groups_add_up_to_the_whole() {
        assertThat(counts(read(Grouping.HOUR), f -> f.count(Counted.OFFERED)))
                .containsExactly(entry("09", 11), entry("10", 5), entry("14", 6), entry("23", 1));
        assertThat(counts(read(Grouping.DAY), f -> f.count(Counted.OFFERED))).containsExactly(entry("2026-11-23", 23));
        assertThat(counts(read(Grouping.QUEUE), f -> f.count(Counted.OFFERED)))
                .containsExactly(entry(A, 17), entry(B, 6));
        assertThat(counts(read(Grouping.QUEUE), f -> f.count(Counted.IN_TIME)))
                .containsExactly(entry(A, 9), entry(B, 3));
        assertThat(counts(read(Grouping.AGENT), f -> f.count(Counted.ANSWERED)))
                .containsExactly(entry("budi", 9), entry("ann", 6));
        assertThat(counts(read(Grouping.TOPIC), f -> f.count(Counted.OFFERED)))
                .containsExactly(entry(A, 16), entry(B, 6), entry("other", 1));
        assertThat(figures(read(Grouping.AGENT), "ann").averageHandleTime()).contains(Duration.ofSeconds(160));
    }

    @Test
    void behind_each_figure_is_the_list_of_what_was_counted() {
        for (Grouping by : Grouping.values()) {
            Report report = read(by);
            for (Counted counted : Counted.values()) {
                assertThat(list(counted, by, Optional.empty()))
                        .as("%s by %s", counted, by)
                        .hasSize(report.total().count(counted));
                for (Report.Row row : report.rows()) {
                    assertThat(list(counted, by, Optional.of(row.key())))
                            .as("%s by %s %s", counted, by, row.key())
                            .hasSize(row.figures().count(counted));
                }
            }
            for (CountedCalls counted : CountedCalls.values()) {
                List<ReportedCall> calls =
                        database.read(handle -> reports.listCalls(handle, day, counted, by, Optional.empty(), 100));
                assertThat(calls).hasSize(report.total().count(counted));
            }
        }
    }

    @Test
    void the_last_hours_are_cut_into_slices() {
        Instant tenPast15 = HandMadeDay.at("15:10");
        List<Recent> recent = database.read(handle -> reports.listRecent(handle, 4, Duration.ofMinutes(30), tenPast15));
        assertThat(recent)
                .containsExactly(
                        new Recent(HandMadeDay.at("13:30"), 0, 0, 0),
                        new Recent(HandMadeDay.at("14:00"), 3, 0, 0),
                        new Recent(HandMadeDay.at("14:30"), 2, 1, 0),
                        new Recent(HandMadeDay.at("15:00"), 0, 0, 0));
    }

    @Test
    void figures_of_nothing_are_empty_and_not_zero() {
        Period before = new Period(HandMadeDay.DAY.minusDays(9), HandMadeDay.DAY.minusDays(8), HandMadeDay.JAKARTA);
        Figures none = database.read(handle -> reports.read(handle, before, Grouping.DAY, NEXT_MORNING))
                .total();
        assertThat(none.serviceLevelOfAnswered()).isEmpty();
        assertThat(none.serviceLevelOfOffered()).isEmpty();
        assertThat(none.averageSpeedOfAnswer()).isEmpty();
        assertThat(none.averageHandleTime()).isEmpty();
        assertThat(none.abandonment()).isEmpty();
        assertThat(none.occupancy()).isEmpty();
        assertThat(none.containment()).isEmpty();
    }

    private List<ReportedContact> list(Counted counted, Grouping by, Optional<String> key) {
        return database.read(handle -> reports.listContacts(handle, day, counted, by, key, 100));
    }

    private static Figures figures(Report report, String key) {
        return report.rows().stream()
                .filter(row -> row.key().equals(key))
                .map(Report.Row::figures)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no group " + key));
    }
}
