package hotline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the writer promises a use case, on either database. */
@Timeout(30)
abstract class WriterContract extends WriterFixture {
    @Test
    void what_a_use_case_wrote_is_there_once_it_is_answered() {
        writer.write(handle -> put(handle, "a"));
        assertThat(rows()).containsExactly("a");
    }

    @Test
    void a_failing_use_case_leaves_nothing_behind() {
        assertThatThrownBy(() -> writer.write(handle -> {
                    put(handle, "a");
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertThat(rows()).isEmpty();
    }

    @Test
    void a_use_case_that_writes_through_the_writer_fails_at_once_and_loudly() {
        assertThatThrownBy(() -> writer.write(handle -> writer.write(inner -> put(inner, "inner"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pass the Handle on");
        assertThat(rows()).isEmpty();
    }

    @Test
    void a_use_case_cannot_end_the_transaction_of_its_neighbors() {
        assertThatThrownBy(() -> writer.write(handle -> {
                    put(handle, "a");
                    handle.commit();
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the writer begins, commits and rolls back");
        assertThat(rows()).isEmpty();
    }

    @Test
    void a_transaction_inside_a_use_case_is_part_of_it() {
        assertThatThrownBy(() -> writer.write(handle -> {
                    handle.useTransaction(inner -> put(inner, "a"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(rows()).isEmpty();
    }

    @Test
    void commit_listeners_run_after_every_commit_and_cannot_stop_the_writer() {
        AtomicReference<List<String>> seen = new AtomicReference<>(List.of());
        AtomicReference<RuntimeException> nested = new AtomicReference<>();
        writer.onCommit(() -> {
            try {
                writer.write(handle -> put(handle, "from a listener"));
            } catch (RuntimeException e) {
                nested.set(e);
                throw e;
            }
        });
        writer.onCommit(() -> seen.set(rows()));
        writer.write(handle -> put(handle, "a"));
        writer.write(handle -> put(handle, "b"));
        writer.close();
        assertThat(seen.get()).containsExactly("a", "b");
        assertThat(nested.get()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void many_callers_at_once_each_get_their_own_answer() throws Exception {
        List<CompletableFuture<Integer>> callers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int own = i;
            callers.add(CompletableFuture.supplyAsync(() -> writer.write(handle -> {
                put(handle, "row " + own);
                return own;
            })));
        }
        for (int i = 0; i < 200; i++) {
            assertThat(callers.get(i).get()).isEqualTo(i);
        }
        assertThat(rows()).hasSize(200);
    }

    @Test
    void who_writes_after_the_patience_was_changed_waits_for_as_long_as_it_is_now() {
        Held held = hold();
        writer.setPatience(Duration.ofMillis(10));
        assertThatThrownBy(() -> writer.write(handle -> put(handle, "a")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("no commit within 10 ms; nothing was changed");
        writer.setPatience(PATIENCE);
        held.release();
        assertThat(writer.<Boolean>write(handle -> put(handle, "b"))).isTrue();
        assertThat(rows()).containsExactly("b");
    }
}
