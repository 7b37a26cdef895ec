package hotline.order;

import hotline.store.Database;
import hotline.store.TestDatabase;

class LookUpLimitsOnPostgresTest extends LookUpLimitsContract {
    @Override
    Database open() {
        return TestDatabase.postgres();
    }
}
