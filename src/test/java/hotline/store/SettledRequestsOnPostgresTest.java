package hotline.store;

class SettledRequestsOnPostgresTest extends SettledRequestsContract {
    @Override
    Database open() {
        return TestDatabase.postgres();
    }
}
