package hotline.store;

class DueWorkOnPostgresTest extends DueWorkContract {
    @Override
    Database open() {
        return TestDatabase.postgres();
    }
}
