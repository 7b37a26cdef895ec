package hotline.ticket;

import hotline.store.Database;
import hotline.store.TestDatabase;

class TicketAnswersOnPostgresTest extends TicketAnswersContract {
    @Override
    Database open() {
        return TestDatabase.postgres();
    }
}
