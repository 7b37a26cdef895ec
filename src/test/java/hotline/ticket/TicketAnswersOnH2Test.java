package hotline.ticket;

import hotline.store.Database;
import hotline.store.TestDatabase;

class TicketAnswersOnH2Test extends TicketAnswersContract {
    @Override
    Database open() {
        return TestDatabase.h2();
    }
}
