package hotline.message;

import hotline.store.TestDatabase;
import org.junit.jupiter.api.Nested;

class MessagesTest {
    @Nested
    class OnH2 extends MessagesContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }

    @Nested
    class OnPostgres extends MessagesContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }
}
