package hotline.order;

import hotline.store.Database;
import hotline.store.TestDatabase;

class OwnOrdersOnH2Test extends OwnOrdersContract {
    @Override
    Database open() {
        return TestDatabase.h2();
    }
}
