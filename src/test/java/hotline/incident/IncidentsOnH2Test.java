package hotline.incident;

import hotline.store.Database;
import hotline.store.TestDatabase;

class IncidentsOnH2Test extends IncidentsContract {
    @Override
    Database open() {
        return TestDatabase.h2();
    }
}
