package hotline.publish;

import hotline.store.Database;
import hotline.store.TestDatabase;

class OldDraftsOnH2Test extends OldDraftsContract {
    @Override
    Database open() {
        return TestDatabase.h2();
    }
}
