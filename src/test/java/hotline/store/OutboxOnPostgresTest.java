package hotline.store;

class OutboxOnPostgresTest extends OutboxContract {
    @Override
    Database open() {
        return TestDatabase.postgres();
    }
}
