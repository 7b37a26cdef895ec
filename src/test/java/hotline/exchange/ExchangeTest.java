package hotline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An exchange in virtual time with one number, in front of a scripted application. */
abstract class ExchangeTest {
    static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    static final String TOKEN = "a-secret-of-the-tests";
    static final String HOTLINE = "+62215550001";
    static final String CALLER = "+6281234567890";
    static final String AGENT = "+6281300000001";
    static final Instant START = Instant.parse("2026-03-02T02:00:00Z");

    ScriptedHotline hotline = new ScriptedHotline();
    Exchange exchange =
            Exchange.start(ExchangeSettings.virtualTime(ACCOUNT, TOKEN, START).withWebhookLimit(Duration.ofSeconds(2)));
    RestClient rest = new RestClient(exchange.address(), ACCOUNT, TOKEN);
    Phone caller = exchange.phone(CALLER);
    Phone agent = exchange.phone(AGENT);
    boolean complaintsExpected;

    @BeforeEach
    void serveTheNumber() {
        exchange.serve(new HotlineNumber(
                HOTLINE, hotline.url("/voice"), hotline.url("/fallback"), hotline.url("/status"), hotline.url("/sms")));
        hotline.on("/status", "").on("/events", "");
    }

    @AfterEach
    void nothingIsLeft() {
        try {
            if (!complaintsExpected) {
                assertThat(exchange.complaints()).isEmpty();
            }
        } finally {
            exchange.close();
            hotline.close();
        }
    }

    void seconds(double seconds) {
        exchange.advance(Duration.ofMillis((long) (seconds * 1000)));
    }
}
