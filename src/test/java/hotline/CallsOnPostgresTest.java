package hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.store.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallsOnPostgresTest extends CallsContract {
    @Override
    String newDatabase() {
        return TestDatabase.postgresUrl();
    }

    @Test
    void two_nodes_that_get_the_same_webhook_at_the_same_instant_answer_alike() {
        ring();
        press(1);
        press(2);
        assertThat(together(List.of(calls(), anotherNode()))).hasSize(1);
        assertThat(countTickets()).isEqualTo(1);
    }

    @Test
    void a_node_that_runs_is_told_of_a_voice_that_failed_on_another() {
        Core other = node();
        ring();
        fails(Optional.empty(), CALL);

        await().until(() -> !other.failedVoices().speaker(voice()).equals(voice().name()));
        assertThat(conversations(other).turn(CALL, 1, ONE))
                .contains("voice=\"" + voice().fallback().orElseThrow() + "\"");
    }
}
