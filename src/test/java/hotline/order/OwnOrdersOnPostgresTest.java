package hotline.order;

import hotline.store.Database;
import hotline.store.TestDatabase;

class OwnOrdersOnPostgresTest extends OwnOrdersContract {
    @Override
    Database open() {
        return TestDatabase.postgres();
    }
}
