package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.exchange.Exchange;
import hotline.exchange.ExchangeSettings;
import hotline.store.StoreUnavailableException;
import hotline.store.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A node that starts on a machine so busy that the first writes take long. */
class SlowStartTest {
    @Test
    void what_is_written_before_the_node_listens_may_take_longer_than_a_caller_waits() {
        try (Exchange exchange =
                Exchange.start(ExchangeSettings.virtualTime("AC" + "0".repeat(32), "token", CallRig.MORNING))) {
            Map<String, String> environment = CallRig.environment(exchange, TestDatabase.h2Url());
            try (Hotline hotline = Hotline.open(Settings.read(environment), exchange.clock())) {
                assertThat(hotline.core().writer().patience()).isEqualTo(Duration.ofSeconds(30));
                hotline.startServer();
                assertThat(hotline.core().writer().patience()).isLessThan(Duration.ofSeconds(3));
            }
        }
    }

    @Test
    void a_database_that_does_not_keep_up_is_told_in_one_line() throws Exception {
        StringWriter said = new StringWriter();
        CommandLine line = Main.commandLine().setErr(new PrintWriter(said, true));
        int code = line.getExecutionExceptionHandler()
                .handleExecutionException(new StoreUnavailableException("no commit within 30000 ms", null), line, null);
        assertThat(code).isEqualTo(2);
        assertThat(said.toString())
                .isEqualTo(
                        "hotline: HOTLINE_DATABASE_URL: no commit within 30000 ms; see to the database, or to what keeps"
                                + " this machine busy, and try again" + System.lineSeparator());
    }
}
