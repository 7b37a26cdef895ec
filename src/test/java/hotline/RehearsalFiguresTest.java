package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.call.CallHistory;
import hotline.exchange.Phone;
import hotline.incident.NewIncident;
import hotline.phone.Language;
import hotline.queue.ContactView;
import hotline.report.Counted;
import hotline.report.CountedCalls;
import hotline.report.Figures;
import hotline.report.Grouping;
import hotline.report.Period;
import hotline.report.ReportRules;
import hotline.report.Reports;
import hotline.report.StepCounts;
import hotline.store.TestDatabase;
import hotline.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody tries the hotline before it opens: whatever they do, nothing of it is counted with what customers do. */
class RehearsalFiguresTest {
    private static final String AS_IF = "at=2026-11-23T10:00";
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final Period TODAY =
            new Period(LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-23"), JAKARTA);

    private final Reports reports = new Reports(JAKARTA, ReportRules.DEFAULTS);
    private CallRig rig;

    @BeforeEach
    void start() {
        rig = CallRig.start(TestDatabase.h2Url(), Map.of());
        rig.openShop();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private Phone rings(String voiceQuery, String... keys) {
        Phone caller = rig.caller().dial(CallRig.HOTLINE, voiceQuery);
        for (String key : keys) {
            rig.listen(caller);
            caller.press(key);
        }
        rig.pass(Duration.ofSeconds(5));
        return caller;
    }

    private Figures figures() {
        return rig.<hotline.report.Report>read(handle -> reports.read(handle, TODAY, Grouping.DAY, rig.now()))
                .total();
    }

    private StepCounts.Counts steps() {
        return rig.read(handle ->
                new StepCounts().read(handle, CallRig.MORNING, rig.now().plusSeconds(1)));
    }

    private List<ContactView> queue() {
        return rig.read(handle -> rig.core().acd().views().list(handle, rig.now()));
    }

    private boolean isToldOfTheirCallback(String voiceQuery) {
        int before = rig.caller().heard().size();
        Phone caller = rings(voiceQuery, "0");
        rig.listen(caller);
        boolean told =
                caller.heard().stream().skip(before).anyMatch(one -> one.text().contains("sudah terdaftar"));
        caller.hangUp();
        rig.pass(Duration.ofSeconds(5));
        return told;
    }

    private boolean isRehearsed(Ticket ticket) {
        return rig.read(
                handle -> new CallHistory().isRehearsed(handle, ticket.number().value()));
    }

    private int count(String sql) {
        return rig.read(handle -> handle.createQuery("select count(*) from " + sql)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void a_caller_is_counted_and_a_rehearsal_is_not() {
        rig.agent("budi", CallRig.BUDI);
        for (String query : List.of(AS_IF, "")) {
            Phone caller = rings(query, "0");
            assertThat(queue()).singleElement().matches(contact -> contact.isRehearsal() == !query.isEmpty());
            rig.take(rig.exchange().phone(CallRig.BUDI));
            assertThat(caller.isTalking()).isTrue();
            assertThat(steps().here()).hasSize(query.isEmpty() ? 1 : 0);
            caller.hangUp();
            rig.pass(Duration.ofSeconds(5));
            rig.endWrapUp("budi");
            int counted = query.isEmpty() ? 1 : 0;
            assertThat(figures().count(Counted.OFFERED)).isEqualTo(counted);
            assertThat(figures().count(Counted.HANDLED)).isEqualTo(counted);
            assertThat(figures().count(CountedCalls.ALL)).isEqualTo(counted);
            assertThat(steps().left()).hasSize(counted);
            assertThat(figures().busy()).isPositive();
        }
    }

    @Test
    void whoever_gave_up_in_a_rehearsal_is_not_to_be_rung_back() {
        rig.agent("budi", CallRig.BUDI);
        rings(AS_IF, "0").hangUp();
        rig.pass(Duration.ofSeconds(5));
        assertThat(rig.<List<?>>read(handle -> rig.core().acd().givenUp().list(handle, Instant.EPOCH, 9)))
                .isEmpty();
        rings("", "0").hangUp();
        rig.pass(Duration.ofSeconds(5));
        assertThat(rig.<List<?>>read(handle -> rig.core().acd().givenUp().list(handle, Instant.EPOCH, 9)))
                .hasSize(1);
    }

    @Test
    void whoever_rehearses_hears_the_question_for_a_rating_but_gives_none() {
        rig.agent("budi", CallRig.BUDI);
        Phone caller = rings(AS_IF, "1", "1", "1", "0");
        rig.take(rig.exchange().phone(CallRig.BUDI));
        rig.write(handle -> rig.core().acd().controls().hangUp(handle, "budi", rig.now()));
        rig.listen(caller);
        caller.press("5");
        rig.pass(Duration.ofSeconds(10));
        assertThat(String.join(" ", caller.words()))
                .contains("Tekan angka 1 sampai 5", "Terima kasih atas penilaian Anda");
        caller.hangUp();
        rig.pass(Duration.ofSeconds(10));
        assertThat(count("rating")).isZero();
        assertThat(caller.messages()).noneMatch(message -> message.body().contains("/r/"));
    }

    @Test
    void a_ticket_from_a_rehearsal_is_one_until_a_customer_rings_about_the_same() {
        rings(AS_IF, "1", "1", "1").hangUp();
        rig.pass(Duration.ofMinutes(1));
        assertThat(rig.tickets()).singleElement().matches(this::isRehearsed);
        rings("", "1", "1", "1").hangUp();
        rig.pass(Duration.ofMinutes(1));
        assertThat(rig.tickets()).singleElement().matches(ticket -> !isRehearsed(ticket));
    }

    @Test
    void a_callback_that_was_booked_in_a_rehearsal_goes_on_as_one() {
        Phone budi = rig.agent("budi", CallRig.BUDI);
        Phone first = rig.exchange().phone("+6281355550001").dial(CallRig.HOTLINE);
        rig.listen(first);
        first.press("0");
        rig.take(budi);
        Phone caller = rings(AS_IF, "0");
        rig.pass(Duration.ofSeconds(20));
        caller.press("1");
        rig.listen(caller);
        caller.press("1");
        rig.pass(Duration.ofSeconds(20));
        caller.hangUp();
        first.hangUp();
        rig.pass(Duration.ofSeconds(5));
        rig.endWrapUp("budi");
        assertThat(figures().count(Counted.CALLBACKS)).isZero();

        assertThat(rig.exchange().advanceUntil(caller::isRinging, Duration.ofMinutes(3)))
                .isTrue();
        caller.answer();
        rig.listen(caller);
        caller.press("1");
        rig.take(budi);
        assertThat(caller.isTalking()).isTrue();
        assertThat(steps().here()).isEmpty();
        caller.hangUp();
        rig.pass(Duration.ofSeconds(5));
        rig.endWrapUp("budi");
        assertThat(figures().count(Counted.CALLBACKS)).isZero();
        assertThat(figures().count(Counted.HANDLED)).isEqualTo(1);
    }

    @Test
    void a_callback_that_a_customer_booked_is_not_taken_up_by_a_rehearsal() {
        rig.agent("budi", CallRig.BUDI);
        Phone first = rig.exchange().phone("+6281355550001").dial(CallRig.HOTLINE);
        rig.listen(first);
        first.press("0");
        Phone caller = rings("", "0");
        rig.pass(Duration.ofSeconds(20));
        caller.press("1");
        rig.listen(caller);
        caller.press("1");
        rig.pass(Duration.ofSeconds(20));
        caller.hangUp();
        rig.pass(Duration.ofSeconds(5));

        assertThat(isToldOfTheirCallback("")).isTrue();
        assertThat(isToldOfTheirCallback(AS_IF)).isFalse();
    }

    @Test
    void an_announcement_heard_in_a_rehearsal_is_heard_but_not_counted() {
        Map<Language, String> words =
                Map.of(Language.INDONESIAN, "Paket terlambat.", Language.ENGLISH, "Parcels are late.");
        NewIncident late = new NewIncident("missing-order", words, rig.now().plus(Duration.ofHours(1)), "sari");
        rig.write(handle -> rig.core().incidents().switchOn(handle, late, rig.now()));
        Phone caller = rings(AS_IF, "1");
        rig.listen(caller);
        assertThat(String.join(" ", caller.words())).contains("Paket terlambat.");
        assertThat(rig.read(handle -> rig.core().incidents().list(handle, Instant.EPOCH))
                        .get(0)
                        .heard())
                .isZero();
    }
}
