package hotline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

abstract class WriterContract {
    private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");

    abstract Database open();

    @Test
    void what_a_use_case_wrote_is_there_once_it_is_answered() {
        try (Database database = open();
                Writer writer = new Writer(database, Duration.ofSeconds(20))) {
            DueWork dueWork = new DueWork();
            writer.write(handle -> {
                dueWork.schedule(handle, "kind", "key", NOON);
                return true;
            });
            assertThat(count(database)).isEqualTo(1);
        }
    }

    @Test
    void a_failing_use_case_leaves_nothing_behind() {
        try (Database database = open();
                Writer writer = new Writer(database, Duration.ofSeconds(20))) {
            DueWork dueWork = new DueWork();
            assertThatThrownBy(() -> writer.write(handle -> {
                        dueWork.schedule(handle, "kind", "key", NOON);
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThat(count(database)).isZero();
        }
    }

    private static int count(Database database) {
        return database.read(h -> h.createQuery("select count(*) from due_work")
                .mapTo(Integer.class)
                .one());
    }
}
