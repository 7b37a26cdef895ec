package hotline.publish;

import hotline.store.Database;
import hotline.store.TestDatabase;

class LiveFlowsOnPostgresTest extends LiveFlowsContract {
    @Override
    Database open() {
        return TestDatabase.postgres();
    }
}
