package hotline.publish;

import hotline.store.Database;
import hotline.store.TestDatabase;

class OldDraftsOnPostgresTest extends OldDraftsContract {
    @Override
    Database open() {
        return TestDatabase.postgres();
    }
}
