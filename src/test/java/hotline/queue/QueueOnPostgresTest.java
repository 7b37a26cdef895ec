package hotline.queue;

import hotline.store.TestDatabase;
import org.junit.jupiter.api.Nested;

class QueueOnPostgresTest {
    @Nested
    class ContactsOnPostgres extends ContactsContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }
}
