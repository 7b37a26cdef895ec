package hotline.publish;

import hotline.store.Database;
import hotline.store.TestDatabase;

class DraftsOnH2Test extends DraftsContract {
    @Override
    Database open() {
        return TestDatabase.h2();
    }
}
