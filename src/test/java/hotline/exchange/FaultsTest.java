package hotline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FaultsTest extends ExchangeTest {

    private RestClient.Reply dialAgent() {
        return rest.post(
                "/Calls.json",
                "To",
                AGENT,
                "From",
                HOTLINE,
                "Url",
                hotline.url("/agent").toString());
    }

    @Test
    void a_webhook_sent_twice_carries_the_same_token_and_leads_on_once() {
        exchange.faults().duplicateWebhooks(1);
        hotline.on("/voice", "<Say>Hello.</Say>");
        caller.dial(HOTLINE);
        exchange.runUntilQuiet();
        assertThat(hotline.asked("/voice")).hasSize(2);
        assertThat(hotline.asked("/voice").stream()
                        .map(a -> a.headers().get("I-Twilio-Idempotency-Token"))
                        .distinct())
                .hasSize(1);
        assertThat(caller.words()).containsExactly("Hello.");
    }

    @Test
    void two_answers_to_one_webhook_are_a_complaint() {
        complaintsExpected = true;
        exchange.faults().duplicateWebhooks(1);
        AtomicInteger count = new AtomicInteger();
        hotline.on("/voice", asked -> "<Say>Answer " + count.incrementAndGet() + "</Say>");
        caller.dial(HOTLINE);
        exchange.runUntilQuiet();
        assertThat(exchange.complaints())
                .extracting(Complaint::message)
                .containsExactly("the same webhook, sent twice, was answered differently");
    }

    @Test
    void status_callbacks_are_lost() {
        exchange.faults().loseCallbacks(1);
        hotline.on("/voice", "<Hangup/>");
        caller.dial(HOTLINE);
        exchange.runUntilQuiet();
        assertThat(hotline.asked("/status")).isEmpty();
    }

    @Test
    void status_callbacks_come_late_and_out_of_order() {
        hotline.on("/agent", "<Hangup/>");
        exchange.faults().delayCallbacks(1, Duration.ofSeconds(60));
        for (int i = 0; i < 5; i++) {
            rest.post(
                    "/Calls.json",
                    "To",
                    AGENT,
                    "From",
                    HOTLINE,
                    "Url",
                    hotline.url("/agent").toString(),
                    "StatusCallback",
                    hotline.url("/events").toString(),
                    "StatusCallbackEvent",
                    "initiated ringing answered completed");
            seconds(0);
            agent.answer();
        }
        exchange.runUntilQuiet();
        assertThat(hotline.asked("/events")).hasSize(20);
        assertThat(hotline.asked("/events").stream()
                        .map(a -> a.value("SequenceNumber"))
                        .toList())
                .isNotEqualTo(hotline.asked("/events").stream()
                        .map(a -> a.value("SequenceNumber"))
                        .sorted()
                        .toList());
    }

    @Test
    void parameters_no_one_has_heard_of_are_signed_like_the_others() {
        exchange.faults().oddParameters(1);
        hotline.on("/voice", "<Hangup/>");
        caller.dial(HOTLINE);
        exchange.runUntilQuiet();
        ScriptedHotline.Asked asked = hotline.lastAsked("/voice");
        assertThat(asked.form().get("ShinyNewParameter")).hasSize(2);
        assertThat(asked.form().get("CallSid")).hasSize(2);
        List<Parameter> form = new ArrayList<>();
        asked.form().forEach((name, values) -> values.forEach(value -> form.add(new Parameter(name, value))));
        assertThat(asked.headers().get("X-Twilio-Signature"))
                .isEqualTo(new Signature(TOKEN).of(hotline.url("/voice").toString(), form));
    }

    @Test
    void rest_requests_fail_before_or_after_they_have_had_their_effect() {
        hotline.on("/agent", "<Hangup/>");
        exchange.faults().breakRest(Faults.RestFault.TOO_MANY_REQUESTS, 1);
        RestClient.Reply tooMany = dialAgent();
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.response().headers().firstValue("Retry-After")).contains("1");
        exchange.faults().breakRest(Faults.RestFault.ERROR_BEFORE_EFFECT, 1);
        assertThat(dialAgent().text("code")).isEqualTo("20500");
        exchange.faults().breakRest(Faults.RestFault.RESET_BEFORE_EFFECT, 1);
        assertThatThrownBy(this::dialAgent).isInstanceOf(UncheckedIOException.class);
        assertThat(exchange.openCalls()).isZero();

        exchange.faults().breakRest(Faults.RestFault.ERROR_AFTER_EFFECT, 1);
        assertThat(dialAgent().status()).isEqualTo(500);
        assertThat(exchange.openCalls()).isEqualTo(1);
        exchange.faults().breakRest(Faults.RestFault.RESET_AFTER_EFFECT, 1);
        assertThatThrownBy(this::dialAgent).isInstanceOf(UncheckedIOException.class);
        assertThat(exchange.openCalls()).isEqualTo(2);
        assertThat(dialAgent().status()).isEqualTo(201);
    }

    @Test
    void the_same_seed_brings_the_same_run() {
        assertThat(run()).isEqualTo(run());
    }

    private String run() {
        try (Exchange other = Exchange.start(
                ExchangeSettings.virtualTime(ACCOUNT, TOKEN, START).withSeed(42))) {
            StringBuilder lines = new StringBuilder();
            other.follow(line -> lines.append(line.at())
                    .append(line.kind())
                    .append(line.about())
                    .append(line.text())
                    .append('\n'));
            other.serve(new HotlineNumber(HOTLINE, hotline.url("/voice"), null, null, null));
            hotline.on("/voice", "<Gather numDigits=\"1\"><Say>Press a key, please.</Say></Gather><Hangup/>");
            other.faults().duplicateWebhooks(0.3);
            RandomCallers.Report report = new RandomCallers(other, HOTLINE, 3, 7).call(10);
            assertThat(report.isClean()).isTrue();
            return lines.toString();
        }
    }
}
