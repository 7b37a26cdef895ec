package hotline.ticket;

import hotline.store.Database;
import hotline.store.TestDatabase;

class TicketsOnPostgresTest extends TicketsContract {
    @Override
    Database open() {
        return TestDatabase.postgres();
    }
}
