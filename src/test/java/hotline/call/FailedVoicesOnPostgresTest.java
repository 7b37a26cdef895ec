package hotline.call;

import hotline.store.Database;
import hotline.store.TestDatabase;

class FailedVoicesOnPostgresTest extends FailedVoicesContract {
    @Override
    Database open() {
        return TestDatabase.postgres();
    }
}
