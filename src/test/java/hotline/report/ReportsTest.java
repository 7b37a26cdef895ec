package hotline.report;

import hotline.store.Database;
import hotline.store.TestDatabase;
import org.junit.jupiter.api.Nested;

class ReportsTest {
    @Nested
    class OnH2 extends ReportsContract {
        @Override
        Database database() {
            return TestDatabase.h2();
        }
    }

    @Nested
    class OnPostgres extends ReportsContract {
        @Override
        Database database() {
            return TestDatabase.postgres();
        }
    }
}
