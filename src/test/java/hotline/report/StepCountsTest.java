package hotline.report;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.report.StepCounts.Counts;
import hotline.report.StepCounts.Step;
import hotline.store.Database;
import hotline.store.TestDatabase;
import hotline.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepCountsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void callers_are_counted_where_they_are_and_where_they_hung_up_in_the_period(String kind) {
        try (Database database = kind.equals("H2") ? TestDatabase.h2() : TestDatabase.postgres();
                Writer writer = new Writer(database, Duration.ofSeconds(5))) {
            Counts counts = writer.write(handle -> {
                put(handle, "CA1", "a", "ask", null);
                put(handle, "CA2", "a", "ask", null);
                put(handle, "CA3", "a", "ask", NOON);
                put(handle, "CA4", "a", "tell", NOON.minus(Duration.ofHours(1)));
                put(handle, "CA5", "a", "tell", NOON.minusSeconds(1));
                put(handle, "CA6", "b", "ask", NOON.plus(Duration.ofHours(1)));
                put(handle, "CA7", null, null, NOON);
                put(handle, "CA8", "a", "ask", null);
                put(handle, "CA9", "a", "ask", NOON);
                handle.execute("update call set rehearsal = true where call_sid in ('CA8', 'CA9')");
                return new StepCounts().read(handle, NOON.minus(Duration.ofHours(1)), NOON.plus(Duration.ofHours(1)));
            });
            assertThat(counts.here()).isEqualTo(Map.of(new Step("a", "ask"), 2));
            assertThat(counts.left()).isEqualTo(Map.of(new Step("a", "ask"), 1, new Step("a", "tell"), 2));
        }
    }

    private static void put(Handle handle, String sid, String flow, String step, Instant endedAt) {
        handle.createUpdate("""
                        insert into call (call_sid, kind, turn, status, flow_version, flow, step, language, started_at, ended_at)
                        values (:sid, 'caller', 1, 'in-progress', 'v', :flow, :step, 'id', :at, :ended)""")
                .bind("sid", sid)
                .bind("flow", flow)
                .bind("step", step)
                .bind("at", NOON.minus(Duration.ofDays(1)))
                .bind("ended", endedAt)
                .execute();
    }
}
