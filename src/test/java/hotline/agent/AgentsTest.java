package hotline.agent;

import hotline.store.TestDatabase;
import org.junit.jupiter.api.Nested;

class AgentsTest {
    @Nested
    class OnH2 extends AgentsContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }

    @Nested
    class OnPostgres extends AgentsContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }
}
