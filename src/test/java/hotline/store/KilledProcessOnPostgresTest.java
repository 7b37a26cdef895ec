package hotline.store;

class KilledProcessOnPostgresTest extends KilledProcessContract {
    @Override
    String url() {
        return TestDatabase.postgresUrl();
    }
}
