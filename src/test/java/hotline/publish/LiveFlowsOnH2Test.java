package hotline.publish;

import hotline.store.Database;
import hotline.store.TestDatabase;

class LiveFlowsOnH2Test extends LiveFlowsContract {
    @Override
    Database open() {
        return TestDatabase.h2();
    }
}
