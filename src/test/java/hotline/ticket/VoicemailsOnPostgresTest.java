package hotline.ticket;

import hotline.store.Database;
import hotline.store.TestDatabase;

class VoicemailsOnPostgresTest extends VoicemailsContract {
    @Override
    Database open() {
        return TestDatabase.postgres();
    }
}
