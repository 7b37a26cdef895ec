package hotline.store;

class WriterOnPostgresTest extends WriterContract {
    @Override
    Database open() {
        return TestDatabase.postgres();
    }
}
