package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.store.TestDatabase;
import java.util.List;
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
}
