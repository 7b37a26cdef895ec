package hotline.ticket;

import hotline.store.Database;
import hotline.store.TestDatabase;

class VoicemailsOnH2Test extends VoicemailsContract {
    @Override
    Database open() {
        return TestDatabase.h2();
    }
}
