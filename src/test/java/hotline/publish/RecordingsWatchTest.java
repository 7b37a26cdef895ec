package hotline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RecordingsWatchTest {
    private final List<String> wrong = new ArrayList<>();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final RecordingsWatch watch = new RecordingsWatch(() -> {
        if (!wrong.isEmpty()) {
            throw new UncheckedIOException(wrong.get(0), new IOException("denied"));
        }
    });

    @BeforeEach
    void listen() {
        logged.start();
        ((Logger) LoggerFactory.getLogger(RecordingsWatch.class)).addAppender(logged);
    }

    @AfterEach
    void leave() {
        ((Logger) LoggerFactory.getLogger(RecordingsWatch.class)).detachAppender(logged);
    }

    @Test
    void a_folder_that_cannot_be_read_stops_nothing_and_is_told_once_until_it_changes() {
        wrong.add("cannot read one");
        watch.look();
        watch.look();
        wrong.set(0, "cannot read another");
        watch.look();
        wrong.clear();
        watch.look();
        watch.look();
        assertThat(logged.list).extracting(ILoggingEvent::getFormattedMessage).hasSize(3);
        assertThat(logged.list.get(0).getFormattedMessage()).startsWith("cannot read one");
        assertThat(logged.list.get(1).getFormattedMessage()).startsWith("cannot read another");
    }
}
