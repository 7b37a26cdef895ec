package hotline.agent;

import hotline.store.TestDatabase;
import org.junit.jupiter.api.Nested;

class SignInsTest {
    @Nested
    class OnH2 extends SignInsContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }

    @Nested
    class OnPostgres extends SignInsContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }
}
