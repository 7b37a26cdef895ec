package hotline.publish;

import hotline.store.Database;
import hotline.store.TestDatabase;

class StartingNodeOnH2Test extends StartingNodeContract {
    @Override
    Database open() {
        return TestDatabase.h2();
    }
}
