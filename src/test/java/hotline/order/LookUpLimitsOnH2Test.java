package hotline.order;

import hotline.store.Database;
import hotline.store.TestDatabase;

class LookUpLimitsOnH2Test extends LookUpLimitsContract {
    @Override
    Database open() {
        return TestDatabase.h2();
    }
}
