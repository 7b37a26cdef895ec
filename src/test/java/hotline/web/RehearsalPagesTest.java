package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.Role;
import hotline.phone.PhoneNumber;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who tries the hotline waits for an agent. */
class RehearsalPagesTest {
    private static final String MARK = "<span class=\"tag\">Latihan</span>";

    private final TestSite site = new TestSite().withAgent("sari", Role.SUPERVISOR);
    private final Browser browser = new Browser(site);

    @AfterEach
    void close() {
        site.close();
    }

    /** Sari speaks with somebody else. */
    @BeforeEach
    void everybody_is_busy() {
        browser.signIn("sari", TestSite.PASSWORD);
        site.isAvailable("sari");
        site.joins("CAother", new PhoneNumber("+6281200000001"), "missing-order", Map.of());
        site.takesTheCall("sari");
    }

    private void waits(String call, boolean rehearsal) {
        site.writer.write(handle -> handle.execute("""
                insert into call (call_sid, kind, turn, status, flow_version, language, started_at, rehearsal)
                values (?, 'caller', 1, 'in-progress', 'v', 'id', current_timestamp, ?)""", call, rehearsal));
        site.joins(call, TestSite.CALLER, "missing-order", Map.of());
    }

    private void counts(int waiting) {
        assertThat(browser.get("/wallboard").body()).contains("id=\"wall-waiting\" data-flash>" + waiting + "<");
        assertThat(browser.get("/metrics").body()).contains("hotline_contacts_waiting{kind=\"live\"} " + waiting);
    }

    @Test
    void the_wallboard_counts_customers_and_the_queue_says_who_is_none() {
        waits("CAtried", true);
        counts(0);
        assertThat(browser.get("/queue").body()).contains(MARK);
    }

    @Test
    void an_agent_sees_who_is_no_customer() {
        site.hangsUp("CAother");
        site.writer.write(handle ->
                site.acd.desk().endWrapUp(handle, "sari", "resolved", Optional.empty(), site.clock.instant()));
        waits("CAtried", true);
        assertThat(browser.get("/desk").body()).contains(MARK + "</h2>");
    }

    @Test
    void a_customer_is_counted() {
        waits("CAreal", false);
        counts(1);
        assertThat(browser.get("/queue").body()).doesNotContain(MARK);
    }
}
