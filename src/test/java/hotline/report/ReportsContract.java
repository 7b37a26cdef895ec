package hotline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import hotline.store.Database;
import hotline.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A day made by hand, and each figure reckoned by hand: answered within 20 s is in time, hung up within less than 5 s is a
 * short abandon. A is the queue missing-order, B defective-return; waits in seconds.
 *
 * <pre>
 *      queue  entered    wait  then
 *   1  A      09:00        10  ann, talked 110, wrap-up 30     in time
 *   2  A      09:05        20  ann, 180 + 60                   in time: 20 is within 20
 *   3  A      09:10        21  budi, 240 + 60
 *   4  A      09:12         4  hung up                         short
 *   5  A      09:15         5  hung up                         not short
 *   6  B      09:20         0  budi, 300 + 90                  in time
 *   7  B      09:25        45  ann, 60 + 0
 *   8  A      09:30       300  call lost                       abandoned
 *   9  A      09:40        30  left a message (topic other)    another way out
 *  10  A      09:50        15  ann, 100 + 20                   in time
 *  11  B      09:59:50     15  budi, 120 + 30                  in time; counts for the hour of entering
 *  12  A      10:00        60  chose a callback                not offered: it is 13
 *  13  A      10:00 asked      rung back 10:30 by ann, 200 + 40
 *  14  B      10:05 asked      callback never reached
 *  15  A      10:10 asked      callback still open
 *  16  A      10:15      1200  waited too long                 another way out
 *  17  A      10:20        90  nobody there anymore            another way out
 *  18  B      10:25       100  hung up                         abandoned
 *  19  A      10:30         5  budi, 400 + 100                 in time
 *  20  A      10:40        30  ann, 200 + 60
 *  21-24 A    14:00 … 14:30 12 budi, 120 + 30 each             in time
 *  25  B      14:40         3  hung up                         short
 *  26  A      14:45         8  budi, still talking             in time, not handled yet
 *  27  A      14:50            still waiting                   not offered yet
 *  28  B      23:59:59      2  ann, 50 + 10                    in time
 *  --  A      09:55         5  handed on to budi, 60 + 30     handled, but offered before: it is 10
 *  29  A      the day before at 23:59:59, 30 A the day after at 00:00
 * </pre>
 *
 * Offered 11 + 5 + 6 + 1 = 23 in the hours 9, 10, 14, 23. Answered 7 + 2 + 5 + 1 = 15, in time 5 + 1 + 5 + 1 = 12. Abandoned
 * 3 (5, 8, 18), short 2 (4, 25), other ways 3 (9, 16, 17): 15 + 3 + 2 + 3 = 23.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReportsContract {
    private static final String A = "missing-order";
    private static final String B = "defective-return";
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
                HandMadeDay made = new HandMadeDay(handle, HandMadeDay.DAY);
                writeMorning(made);
                writeRest(made);
                writeCalls(made);
                writeAgents(made);
                return true;
            });
        }
    }

    @AfterAll
    void close() {
        database.close();
    }

    private static void writeMorning(HandMadeDay made) {
        made.answered(A, "09:00", 10, 110, 30, "ann");
        made.answered(A, "09:05", 20, 180, 60, "ann");
        made.answered(A, "09:10", 21, 240, 60, "budi");
        made.ended(A, A, "09:12", 4, "abandoned");
        made.ended(A, A, "09:15", 5, "abandoned");
        made.answered(B, "09:20", 0, 300, 90, "budi");
        made.answered(B, "09:25", 45, 60, 0, "ann");
        made.ended(A, A, "09:30", 300, "lost");
        made.ended(A, "other", "09:40", 30, "left");
        made.answered(A, "09:50", 15, 100, 20, "ann");
        made.handedOn(A, "09:55", 5, 60, 30, "budi");
        made.answered(B, "09:59:50", 15, 120, 30, "budi");
        made.ended(A, A, "10:00", 60, "callback-booked");
        made.rungBack(A, "10:00", "10:30", 200, 40, "ann");
        made.callback(B, "10:05", 3, "missed", "13:00");
        made.callback(A, "10:10", 0, null, null);
        made.ended(A, A, "10:15", 1200, "timed-out");
        made.ended(A, A, "10:20", 90, "nobody");
        made.ended(B, B, "10:25", 100, "abandoned");
        made.answered(A, "10:30", 5, 400, 100, "budi");
        made.answered(A, "10:40", 30, 200, 60, "ann");
    }

    private static void writeRest(HandMadeDay made) {
        for (String time : List.of("14:00", "14:10", "14:20", "14:30")) {
            made.answered(A, time, 12, 120, 30, "budi");
        }
        made.ended(B, B, "14:40", 3, "abandoned");
        made.talking(A, "14:45", 8, "budi");
        made.waiting(A, "14:50");
        made.answered(B, "23:59:59", 2, 50, 10, "ann");
        made.answered(A, "-1 23:59:59", 1, 10, 10, "ann");
        made.ended(A, A, "+1 00:00", 60, "abandoned");
    }

    /**
     * Eight calls are over: K1 to K5 and C1 to C3. K1, K3 and K5 never asked for a human: 3 / 8. About A rang K1, K2, K3, C1,
     * C2, C3, of which K1 and K3 are contained: 2 / 6. C1 heard twice that it is closed: that is one; C3 heard first that
     * nobody is there, then that it is closed.
     */
    private static void writeCalls(HandMadeDay made) {
        made.call("K1", "09:00", A, true);
        made.call("K2", "09:01", A, true);
        made.askedForHuman("K2", "09:02", A, "joined");
        made.call("K3", "09:03", A, true);
        made.call("K4", "09:04", B, true);
        made.askedForHuman("K4", "09:05", B, "joined");
        made.call("K5", "09:06", null, true);
        made.callOut("K6", "10:30", A);
        made.call("K7", "14:50", A, false);
        made.call("K8", "-1 20:00", A, true);
        made.call("C1", "08:00", A, true);
        made.askedForHuman("C1", "08:01", A, "closed");
        made.askedForHuman("C1", "08:02", A, "closed");
        made.call("C2", "10:50", A, true);
        made.askedForHuman("C2", "10:51", A, "full");
        made.call("C3", "17:00", A, true);
        made.askedForHuman("C3", "17:01", A, "nobody");
        made.askedForHuman("C3", "17:05", A, "closed");
    }

    /**
     * Ann: free 09-11, on a call 11-12, finishing up 12-12:30, on break 12:30-13, free 13-15, gone, free from 23 on (1 h of it
     * today): there 2 + 1 + 0.5 + 2 + 1 = 6.5 h, busy 1.5 h. Budi: rung from 23:30 the day before until 00:30 (0.5 h today), on
     * a call 14-15: there 1.5 h, busy 1 h. Together 2.5 / 8.
     */
    private static void writeAgents(HandMadeDay made) {
        made.span("ann", "available", "09:00", "11:00");
        made.span("ann", "on-call", "11:00", "12:00");
        made.span("ann", "wrap-up", "12:00", "12:30");
        made.span("ann", "on-break", "12:30", "13:00");
        made.span("ann", "available", "13:00", "15:00");
        made.span("ann", "offline", "15:00", "23:00");
        made.span("ann", "available", "23:00", null);
        made.span("budi", "reserved", "-1 23:30", "00:30");
        made.span("budi", "offline", "00:30", "14:00");
        made.span("budi", "on-call", "14:00", "15:00");
        made.span("budi", "offline", "15:00", null);
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
