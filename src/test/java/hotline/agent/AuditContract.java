package hotline.agent;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.store.Database;
import hotline.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AuditContract {
    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00.123456789Z");

    private final Audit audit = new Audit();
    private Database database;
    private Writer writer;

    abstract String url();

    @BeforeAll
    void open() {
        database = Database.open(url());
        writer = new Writer(database, Duration.ofSeconds(20));
    }

    @AfterAll
    void close() {
        writer.close();
        database.close();
    }

    @BeforeEach
    void nothing_has_happened() {
        execute("delete from audit");
        execute("update audit_head set seq = 0, hash = '" + "0".repeat(64) + "'");
    }

    private void execute(String sql) {
        writer.write(handle -> handle.execute(sql));
    }

    private void happens(Writer by, String who, String action, String object, String detail) {
        by.write(handle -> {
            audit.record(handle, who, action, object, detail, NOON);
            return true;
        });
    }

    private void three_things_happen() {
        happens(writer, "ann", "sign-in", "agent:ann", "from 203.0.113.7");
        happens(writer, "sari", "agent-changed", "agent:budi", "role: agent → supervisor");
        happens(writer, "ann", "sign-out", "agent:ann", "100%_sure");
    }

    private Audit.Verdict verdict() {
        return database.read(audit::verify);
    }

    private List<Long> found(AuditFilter filter) {
        return database.read(handle -> audit.list(handle, filter)).stream()
                .map(AuditEntry::seq)
                .toList();
    }

    @Test
    void what_happened_is_listed_newest_first_by_pages() {
        three_things_happen();

        assertThat(found(new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), 2)))
                .containsExactly(3L, 2L);
        assertThat(found(new AuditFilter(Optional.empty(), Optional.empty(), Optional.of(2L), 2)))
                .containsExactly(1L);
        AuditEntry first = database.read(handle -> audit.list(
                        handle, new AuditFilter(Optional.empty(), Optional.of("sign-in"), Optional.empty(), 9)))
                .get(0);
        assertThat(first.who()).isEqualTo("ann");
        assertThat(first.object()).isEqualTo("agent:ann");
        assertThat(first.detail()).isEqualTo("from 203.0.113.7");
        assertThat(first.recordedAt()).isEqualTo("2026-11-23T05:00:00.123456Z");
    }

    @Test
    void it_is_searched_for_words_and_no_patterns() {
        three_things_happen();

        assertThat(found(new AuditFilter(Optional.of("BUDI"), Optional.empty(), Optional.empty(), 9)))
                .containsExactly(2L);
        assertThat(found(new AuditFilter(Optional.of("100%_"), Optional.empty(), Optional.empty(), 9)))
                .containsExactly(3L);
        assertThat(found(new AuditFilter(Optional.of("1%3"), Optional.empty(), Optional.empty(), 9)))
                .isEmpty();
        assertThat(database.read(audit::listActions)).containsExactly("agent-changed", "sign-in", "sign-out");
    }

    @Test
    void a_trail_that_nobody_touched_is_whole() {
        assertThat(verdict().brokenAt()).isEmpty();
        three_things_happen();

        assertThat(verdict().rows()).isEqualTo(3);
        assertThat(verdict().brokenAt()).isEmpty();
    }

    @Test
    void a_row_that_was_changed_is_found() {
        three_things_happen();
        execute("update audit set who = 'budi' where seq = 2");

        assertThat(verdict().brokenAt()).contains(2L);
    }

    @Test
    void a_row_that_was_taken_out_is_found_in_the_middle_and_at_the_end() {
        three_things_happen();
        execute("delete from audit where seq = 3");
        assertThat(verdict().brokenAt()).contains(3L);

        execute("delete from audit where seq = 1");
        assertThat(verdict().brokenAt()).contains(1L);
    }

    @Test
    void words_cannot_move_from_one_column_into_the_next() {
        assertThat(AuditEntry.hashOf(1, NOON, List.of("ab", "c")))
                .isNotEqualTo(AuditEntry.hashOf(1, NOON, List.of("a", "bc")));
    }

    @Test
    void what_is_too_long_is_cut_and_nothing_a_name_holds_stops_the_change() {
        happens(writer, "x".repeat(61), "sign-in", "agent:\0", "y".repeat(900));

        AuditEntry entry = database.read(handle ->
                        audit.list(handle, new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), 1)))
                .get(0);
        assertThat(entry.who()).hasSize(60).endsWith("…");
        assertThat(entry.object()).isEqualTo("agent: ");
        assertThat(entry.detail()).hasSize(500);
        assertThat(verdict().brokenAt()).isEmpty();
    }

    @Test
    void a_change_that_is_undone_leaves_no_row() {
        try {
            writer.write(handle -> {
                audit.record(handle, "ann", "agent-changed", "agent:budi", "", NOON);
                throw new IllegalStateException("undone");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("undone");
        }

        assertThat(verdict().rows()).isZero();
        happens(writer, "ann", "sign-in", "agent:ann", "");
        assertThat(verdict()).matches(verdict -> verdict.brokenAt().isEmpty() && verdict.rows() == 1);
    }

    @Test
    void nodes_that_write_at_once_make_one_chain() {
        try (Database secondDatabase = Database.open(url())) {
            Writer second = new Writer(secondDatabase, Duration.ofSeconds(20));
            CompletableFuture.allOf(IntStream.range(0, 40)
                            .mapToObj(i -> CompletableFuture.runAsync(() ->
                                    happens(i % 2 == 0 ? writer : second, "node" + i % 2, "sign-in", "agent:ann", "")))
                            .toArray(CompletableFuture[]::new))
                    .join();
            second.close();
        }

        assertThat(verdict().rows()).isEqualTo(40);
        assertThat(verdict().brokenAt()).isEmpty();
    }
}
