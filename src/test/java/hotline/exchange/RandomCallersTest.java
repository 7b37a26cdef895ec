package hotline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RandomCallersTest extends ExchangeTest {

    @Test
    void callers_of_all_sorts_call_and_every_call_ends() {
        hotline.on("/voice", "<Gather numDigits=\"1\" action=\"/menu\"><Say>Press a key.</Say></Gather><Redirect/>")
                .on("/menu", asked -> switch (asked.value("Digits")) {
                    case "0" -> "<Dial timeout=\"20\">" + AGENT + "</Dial>";
                    case "9" -> "<Hangup/>";
                    default -> "<Redirect>/voice</Redirect>";
                });
        RandomCallers callers = new RandomCallers(exchange, HOTLINE, "+62811000", 40, 5, Duration.ofMinutes(2), 11);
        RandomCallers.Report report = callers.callees(List.of(AGENT)).call(40);
        assertThat(report.calls()).isEqualTo(40);
        assertThat(report.keys()).isGreaterThan(20);
        assertThat(report.hangUps()).isPositive();
        assertThat(report.unended()).isZero();
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void what_the_hotline_does_wrong_is_in_the_report() {
        complaintsExpected = true;
        hotline.on("/voice", "<Shout>x</Shout>").on("/fallback", "<Hangup/>");
        RandomCallers.Report report = new RandomCallers(exchange, HOTLINE, 2, 1).call(3);
        assertThat(report.isClean()).isFalse();
        assertThat(report.complaints()).hasSize(3);
    }
}
