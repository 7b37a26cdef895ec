package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.Role;
import hotline.ticket.TicketNumber;
import hotline.ticket.TicketStatus;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TicketPageTest {
    private final TestSite site = new TestSite().withAgent("ani", Role.AGENT).withSampleCaller();
    private final Browser browser = new Browser(site);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_step_that_somebody_else_has_taken_is_refused_in_words() {
        browser.signIn("ani", TestSite.PASSWORD);
        String path = "/tickets/" + site.ticket();
        String token = Browser.token(browser.get(path).body());
        site.writer.write(handle -> site.tickets.moveTo(
                handle,
                new TicketNumber(site.ticket()),
                TicketStatus.CLOSED,
                Optional.empty(),
                "Sari",
                site.clock.instant()));

        HttpResponse<String> answer = browser.post(path + "/status", Map.of("_token", token, "status", "in-progress"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("sudah diubah orang lain").contains("Ditutup");
    }

    @Test
    void a_ticket_from_a_rehearsal_says_so() {
        browser.signIn("ani", TestSite.PASSWORD);
        String path = "/tickets/" + site.ticket();
        assertThat(browser.get(path).body()).doesNotContain("Dibuka saat latihan");
        site.writer.write(handle -> {
            handle.execute("""
                    insert into call (call_sid, kind, turn, status, flow_version, language, started_at, rehearsal)
                    values ('CAtried', 'caller', 1, 'completed', 'v', 'id', current_timestamp, true)""");
            handle.execute("update ticket_history set call_sid = 'CAtried'");
            return handle.execute("update tickets set call_sid = 'CAtried'");
        });
        assertThat(browser.get(path).body()).contains("Dibuka saat latihan: seseorang mencoba hotline");
    }

    @Test
    void there_is_no_page_of_a_ticket_that_is_not_there() {
        browser.signIn("ani", TestSite.PASSWORD);
        String nobodys = "/tickets/" + TicketNumber.random(new Random(7));
        for (String path : List.of(nobodys, nobodys + "/parts", "/tickets/7")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }
}
