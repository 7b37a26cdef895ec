package hotline.call;

import hotline.store.Database;
import hotline.store.TestDatabase;

class FailedVoicesOnH2Test extends FailedVoicesContract {
    @Override
    Database open() {
        return TestDatabase.h2();
    }
}
