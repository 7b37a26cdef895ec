package hotline.store;

class OutboxDoubtOnPostgresTest extends OutboxDoubtContract {
    @Override
    Database open() {
        return TestDatabase.postgres();
    }
}
