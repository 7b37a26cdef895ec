package hotline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import hotline.TestClock;
import hotline.store.Database;
import hotline.store.TestDatabase;
import hotline.store.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The log of a node says what of its flows runs out. */
class RunningOutTest {
    private static final Instant IN_TIME = Instant.parse("2026-12-01T12:00:00Z");

    private final Logger logger = (Logger) LoggerFactory.getLogger(RunningOut.class);
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private final TestClock clock = TestClock.pinned(IN_TIME);
    private final Database database = TestDatabase.h2();
    private final Writer writer = new Writer(database, Duration.ofSeconds(5));

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        told.start();
        logger.addAppender(told);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(told);
        writer.close();
        database.close();
    }

    private List<String> lines() {
        List<String> lines =
                told.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        told.list.clear();
        return lines;
    }

    @Test
    void a_list_of_holidays_that_ends_is_logged_once_a_day_and_whenever_flows_go_live() {
        FlowFolder files = FlowFolder.in(folder);
        try (LiveFlows flows = LiveFlows.open(folder, database, writer, clock)) {
            flows.look();
            assertThat(lines()).isEmpty();

            clock.tick(Duration.ofDays(1));
            flows.look();
            flows.look();
            assertThat(lines())
                    .singleElement()
                    .asString()
                    .contains("hours.yaml:", "`indonesia`", "2027-01-01")
                    .endsWith("(Add the days of the next year, or take the list out of the hours.)");

            clock.tick(Duration.ofDays(1));
            flows.look();
            assertThat(lines()).hasSize(1);

            files.edit("prompts/en.yaml", "Welcome to", "Hello, this is");
            flows.look();
            flows.look();
            assertThat(lines()).hasSize(1);

            files.edit(
                    "hours.yaml",
                    "    2027-01-01: ",
                    "    2027-02-06: Tahun Baru Imlek 2578 Kongzili\n    2027-01-01: ");
            flows.look();
            flows.look();
            clock.tick(Duration.ofDays(1));
            flows.look();
            assertThat(lines()).isEmpty();
        }
    }
}
