package hotline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when Hotline answers wrongly, late or not at all. */
class BrokenHotlineTest extends ExchangeTest {
    private static final String APOLOGY = "We are sorry. An application error has occurred. Goodbye.";

    @BeforeEach
    void complaintsAreExpected() {
        complaintsExpected = true;
        hotline.on("/fallback", "<Say>Please call again.</Say>");
    }

    private void answered(Function<Context, Boolean> answer) {
        hotline.onRaw("/voice", answer);
        caller.dial(HOTLINE);
        exchange.runUntilQuiet();
    }

    @Test
    void an_error_leads_to_the_fallback_address_which_is_told_why() {
        answered(ctx -> ctx.status(500).contentType("text/xml").result("<Response/>") != null);
        assertThat(caller.words()).containsExactly("Please call again.");
        assertThat(hotline.lastAsked("/fallback").value("ErrorCode")).isEqualTo("11200");
        assertThat(hotline.lastAsked("/fallback").value("ErrorUrl"))
                .isEqualTo(hotline.url("/voice").toString());
        assertThat(exchange.complaints()).extracting(Complaint::code).containsExactly(11200);
        assertThat(exchange.complaints().get(0).message()).contains("HTTP status 500");
    }

    @Test
    void a_document_that_breaks_the_rules_leads_to_the_fallback_address() {
        answered(ctx -> ctx.contentType("text/xml").result("<Response><Shout>x</Shout></Response>") != null);
        assertThat(caller.words()).containsExactly("Please call again.");
        assertThat(hotline.lastAsked("/fallback").value("ErrorCode")).isEqualTo("12200");
    }

    @Test
    void a_page_instead_of_twiml_is_a_complaint() {
        answered(ctx -> ctx.html("<Response/>") != null);
        assertThat(exchange.complaints()).extracting(Complaint::code).containsExactly(12300);
    }

    @Test
    void a_redirect_of_http_is_not_followed() {
        answered(ctx -> {
            ctx.redirect("/elsewhere");
            return true;
        });
        assertThat(exchange.complaints().get(0).message()).contains("302");
        assertThat(hotline.asked("/elsewhere")).isEmpty();
    }

    @Test
    void when_the_fallback_fails_too_the_caller_hears_an_apology() {
        hotline.onRaw("/fallback", ctx -> ctx.status(500) != null);
        answered(ctx -> ctx.status(500) != null);
        assertThat(caller.words()).containsExactly(APOLOGY);
        assertThat(caller.isIdle()).isTrue();
        assertThat(exchange.complaints()).hasSize(2);
        assertThat(hotline.asked("/fallback")).hasSize(1);
    }

    @Test
    void an_answer_that_takes_too_long_is_no_answer() {
        CountDownLatch over = new CountDownLatch(1);
        answered(ctx -> {
            try {
                boolean unused = over.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return true;
        });
        over.countDown();
        assertThat(exchange.complaints().get(0).message()).contains("did not answer within 2.0 s");
        assertThat(caller.words()).containsExactly("Please call again.");
    }

    @Test
    void documents_that_lead_to_one_another_for_ever_are_stopped() {
        hotline.on("/voice", "<Redirect/>");
        caller.dial(HOTLINE);
        exchange.advance(Duration.ofSeconds(30));
        assertThat(exchange.complaints()).extracting(Complaint::code).contains(11215);
        assertThat(caller.isIdle()).isTrue();
    }

    @Test
    void a_status_callback_has_to_be_answered_well() {
        hotline.on("/voice", "<Hangup/>").onRaw("/status", ctx -> ctx.status(500) != null);
        caller.dial(HOTLINE);
        exchange.runUntilQuiet();
        assertThat(exchange.complaints().get(0).message()).contains("status callback", "500");
    }

    @Test
    void an_audio_file_that_is_missing_is_a_complaint_and_the_call_goes_on() {
        hotline.on("/voice", "<Play>/missing.wav</Play><Say>Still here.</Say>");
        caller.dial(HOTLINE);
        exchange.runUntilQuiet();
        assertThat(exchange.complaints()).extracting(Complaint::code).containsExactly(12300);
        assertThat(caller.words()).containsExactly("Still here.");
    }
}
