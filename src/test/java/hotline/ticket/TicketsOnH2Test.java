package hotline.ticket;

import hotline.store.Database;
import hotline.store.TestDatabase;

class TicketsOnH2Test extends TicketsContract {
    @Override
    Database open() {
        return TestDatabase.h2();
    }
}
