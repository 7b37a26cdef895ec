package hotline.publish;

import hotline.store.Database;
import hotline.store.TestDatabase;

class DraftsOnPostgresTest extends DraftsContract {
    @Override
    Database open() {
        return TestDatabase.postgres();
    }
}
