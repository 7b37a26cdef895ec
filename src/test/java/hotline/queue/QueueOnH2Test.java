package hotline.queue;

import hotline.store.TestDatabase;
import org.junit.jupiter.api.Nested;

class QueueOnH2Test {
    @Nested
    class ContactsOnH2 extends ContactsContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }
}
