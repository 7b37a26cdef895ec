package hotline;

import hotline.store.TestDatabase;

class CallsOnH2Test extends CallsContract {
    @Override
    String newDatabase() {
        return TestDatabase.h2Url();
    }
}
