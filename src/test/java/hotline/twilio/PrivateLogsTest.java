package hotline.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import hotline.TestClock;
import hotline.phone.CarrierRequest;
import hotline.phone.PhoneNumber;
import hotline.store.StoreUnavailableException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** Nothing private gets into the log, even where everything is logged. */
class PrivateLogsTest {
    @RegisterExtension
    static final WireMockExtension TWILIO = WireMockExtension.newInstance().build();

    private static final String NUMBER = "6281234567890";
    private static final String TOKEN = "canary-token";
    private static final String BODY = "canary-text";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("hotline");
    private final Level before = ours.getLevel();

    @BeforeEach
    void listen() {
        ours.setLevel(Level.ALL);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        ours.setLevel(before);
    }

    @Test
    void requests_to_the_carrier_leave_no_number_text_or_token_in_the_log() {
        TwilioCarrier carrier = new TwilioCarrier(
                new TwilioAccount("AC1", TOKEN, URI.create(TWILIO.baseUrl())),
                PublicUrl.of(URI.create("https://hotline.example")),
                new PhoneNumber("+62215550001"),
                TestClock.pinned(Instant.parse("2026-11-22T12:00:00Z")),
                sid -> Optional.empty());
        CarrierRequest.Text text = new CarrierRequest.Text("+" + NUMBER, BODY, "/twilio/message/1/status", 60);
        for (int status : new int[] {201, 400, 401, 429, 500}) {
            TWILIO.stubFor(any(anyUrl())
                    .willReturn(aResponse()
                            .withStatus(status)
                            .withBody("{\"code\":1,\"message\":\"+" + NUMBER + " " + BODY + "\"}")));
            carrier.send("sms:1", text);
            carrier.lookUp("sms:1", text);
        }
        assertThat(log.list).isNotEmpty();
        verify();
    }

    @Test
    void webhooks_leave_no_number_text_or_key_in_the_log() {
        try (WebhookServer server = new WebhookServer(Duration.ofSeconds(10), Optional.empty())) {
            server.conversations.broken = Optional.of(new StoreUnavailableException("gone", null));
            server.post("/twilio/turn/1", "Digits", NUMBER);
            server.post("/twilio/sms", "MessageSid", "SM1", "Body", BODY);
            server.post("/twilio/voice/fallback", "ErrorUrl", WebhookServer.PUBLIC + "/twilio/turn/1?keys=" + NUMBER);
            server.send("/twilio/voice", WebhookServer.fields("Body", BODY), TOKEN);
        }
        assertThat(log.list).isNotEmpty();
        verify();
    }

    private void verify() {
        assertThat(log.list).allSatisfy(event -> {
            String all = event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
            assertThat(all).doesNotContain(NUMBER, BODY, TOKEN);
        });
    }
}
