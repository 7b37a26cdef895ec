package hotline.agent;

import hotline.store.TestDatabase;
import org.junit.jupiter.api.Nested;

class AuditTest {
    @Nested
    class OnH2 extends AuditContract {
        private final String url = TestDatabase.h2Url();

        @Override
        String url() {
            return url;
        }
    }

    @Nested
    class OnPostgres extends AuditContract {
        private final String url = TestDatabase.postgresUrl();

        @Override
        String url() {
            return url;
        }
    }
}
