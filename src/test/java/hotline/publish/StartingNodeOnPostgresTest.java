package hotline.publish;

import hotline.store.Database;
import hotline.store.TestDatabase;

class StartingNodeOnPostgresTest extends StartingNodeContract {
    @Override
    Database open() {
        return TestDatabase.postgres();
    }
}
