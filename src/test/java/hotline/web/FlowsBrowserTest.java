package hotline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import hotline.incident.Incident;
import hotline.phone.CallSid;
import hotline.phone.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pictures of the flows with their callers, and what callers are told in an incident. */
class FlowsBrowserTest extends PageBrowserTest {
    /** A call that stands at a step, or ended there. */
    private void call(String sid, String flow, String step, Optional<Duration> endedBefore) {
        Instant now = site.clock.instant();
        site.writer.write(handle -> handle.createUpdate("""
                        insert into call (call_sid, kind, turn, status, flow_version, flow, step, language, started_at, ended_at)
                        values (:sid, 'caller', 3, :status, 'v', :flow, :step, 'id', :started, :ended)""")
                .bind("sid", sid)
                .bind("status", endedBefore.isPresent() ? "completed" : "in-progress")
                .bind("flow", flow)
                .bind("step", step)
                .bind("started", now.minus(Duration.ofDays(3)))
                .bind("ended", endedBefore.map(now::minus).orElse(null))
                .execute());
    }

    private void someCalls() {
        call("CA1", "missing-order", "offer-report", Optional.empty());
        call("CA2", "missing-order", "offer-report", Optional.empty());
        call("CA3", "missing-order", "offer-report", Optional.of(Duration.ZERO));
        call("CA4", "missing-order", "which-order", Optional.of(Duration.ofHours(50)));
        call("CA5", "human", "waiting", Optional.empty());
    }

    @Test
    void a_supervisor_sees_how_many_callers_are_at_each_step_and_how_many_calls_ended_there() {
        someCalls();
        Page page = openAs("sari", "/flows");
        assertThat(page.locator("#flow-now tr:has-text('missing-order') td.number"))
                .hasText(new String[] {"2", "1"});
        assertThat(page.locator("#flow-now [data-step=human] .note")).hasText("● 1");
        page.locator("#flow-now a:has-text('missing-order')").click();
        assertThat(page.locator("h1")).hasText("missing-order");
        assertThat(page.locator("[data-step='missing-order/offer-report'] .note"))
                .hasText("● 2 ↗ 1");
        assertThat(page.locator("[data-step='missing-order/which-order'] .note"))
                .hasCount(0);
        page.locator("nav a:has-text('7 hari')").click();
        assertThat(page.locator("[data-step='missing-order/which-order'] .note"))
                .hasText("↗ 1");
    }

    @Test
    void the_counts_are_right_again_when_a_caller_has_moved_on() {
        call("CA1", "main-menu", "choose-topic", Optional.empty());
        Page page = openAs("sari", "/flows");
        assertThat(page.locator("#flow-now [data-step=main-menu] .note")).hasText("● 1");
        site.writer.write(
                handle -> handle.execute("update call set flow = 'human', step = 'waiting' where call_sid = 'CA1'"));
        assertThat(page.locator("#flow-now [data-step=human] .note")).hasText("● 1");
        assertThat(page.locator("#flow-now [data-step=main-menu] .note")).hasCount(0);
    }

    @Test
    void who_looks_at_a_part_of_the_picture_stays_there_when_callers_move_on() {
        call("CA1", "main-menu", "choose-topic", Optional.empty());
        Page page = openAs("sari", "/flows");
        page.setViewportSize(390, 500);
        page.locator(".picture").evaluate("picture => { picture.scrollTo(40, 0); picture.focus(); }");
        page.evaluate("document.querySelector('#flow-drawing').dataset.mine = 'yes'");
        moves("human", "waiting");
        assertThat(page.locator("#flow-now [data-step=human] .note")).hasText("● 1");
        assertThat(page.locator("#flow-drawing[data-mine]")).hasCount(0);
        assertThat(page.locator(".picture")).isFocused();
        assertThat(page.locator(".picture").evaluate("picture => picture.scrollLeft"))
                .isEqualTo(40);

        page.evaluate("scrollTo(0, document.body.scrollHeight)");
        page.locator("#flow-counts a").last().focus();
        Object place = page.evaluate("scrollY");
        page.evaluate("document.querySelector('#flow-drawing').dataset.mine = 'yes'");
        page.evaluate("document.querySelector('#flow-counts').dataset.mine = 'yes'");
        assertThat(page.locator("#flow-counts[data-mine]")).hasCount(0);
        assertThat(page.locator("#flow-counts a").last()).isFocused();
        assertThat(page.evaluate("scrollY")).isEqualTo(place);
        assertThat(page.locator("#flow-drawing[data-mine]")).hasCount(1);
    }

    @Test
    void who_is_about_to_end_an_incident_still_is_when_another_caller_has_heard_it() {
        Page page = openAs("sari", "/flows/incidents");
        page.locator("#words-id").fill("Pengiriman JNE terlambat.");
        page.locator("#words-en").fill("JNE is late.");
        page.locator("#topic").selectOption("missing-order");
        page.locator("form.card button").click();
        page.locator("#words-id").fill("Berikutnya.");
        page.locator("#incidents-now article button").focus();
        assertThat(hears("CA1")).isPresent();
        assertThat(page.locator("#incidents-now article")).containsText("1 panggilan sudah mendengarnya");
        assertThat(page.locator("#incidents-now article button")).isFocused();
        assertThat(page.locator("#words-id")).hasValue("Berikutnya.");
    }

    private void moves(String flow, String step) {
        site.writer.write(handle -> handle.execute("update call set flow = ?, step = ?", flow, step));
    }

    @Test
    void a_supervisor_has_callers_told_of_an_incident_and_ends_it() {
        Page page = openAs("sari", "/flows/incidents");
        page.locator("#topic").selectOption("missing-order");
        page.locator("#hours").selectOption("2");
        page.locator("#words-id").fill("Pengiriman JNE terlambat.");
        page.locator("#words-en").fill("JNE is <late>.");
        page.locator("form.card button").click();
        assertThat(page.locator("#incidents-now article")).containsText("JNE is <late>.");
        assertThat(hears("CA1")).contains("Pengiriman JNE terlambat.");
        assertThat(page.locator("#incidents-now article")).containsText("1 panggilan sudah mendengarnya; 0 tidak");

        page.locator("#incidents-now article button").click();
        assertThat(page.locator("#incidents-now article")).hasCount(0);
        assertThat(page.locator("#incidents-now table")).containsText("Pengiriman JNE terlambat.");
        assertThat(hears("CA2")).isEmpty();
        assertThat(audited()).contains("incident-on", "incident-off");
    }

    private Optional<String> hears(String call) {
        return site.writer.write(handle -> site.incidents.announce(
                handle, "missing-order", Language.INDONESIAN, new CallSid(call), site.clock.instant()));
    }

    private List<String> audited() {
        return site.database.read(handle -> handle.createQuery("select action from audit")
                .mapTo(String.class)
                .list());
    }

    @Test
    void an_incident_without_words_in_every_language_is_not_switched_on() {
        Page page = openAs("sari", "/flows/incidents");
        page.locator("#words-id").fill("Pengiriman JNE terlambat.");
        page.locator("#words-en").evaluate("field => field.removeAttribute('required')");
        page.locator("form.card button").click();
        assertThat(page.locator("form.card")).containsText("Semua bahasa harus diisi");
        assertThat(page.locator("#words-id")).hasValue("Pengiriman JNE terlambat.");
        List<Incident> none = site.database.read(handle -> site.incidents.list(handle, Instant.EPOCH));
        assertThat(none).isEmpty();
        complaints.clear(); // the browser's own, about the answer 422
    }

    @ParameterizedTest
    @EnumSource
    void the_pictures_are_seen(Reader reader) {
        someCalls();
        Page page = openAs("sari", "/flows", reader);
        look(page, reader, "flows");
        page.navigate(site.url("/flows/of/missing-order").toString());
        look(page, reader, "flow");
    }

    @ParameterizedTest
    @EnumSource
    void the_incidents_are_seen(Reader reader) {
        Page page = openAs("sari", "/flows/incidents", reader);
        page.locator("#words-id").fill("Pengiriman JNE ke Bandung terlambat dua hari karena banjir.");
        page.locator("#words-en").fill("JNE parcels to Bandung are two days late because of a flood.");
        page.locator("form.card button").click();
        assertThat(page.locator("#incidents-now article")).hasCount(1);
        look(page, reader, "incidents");
    }
}
