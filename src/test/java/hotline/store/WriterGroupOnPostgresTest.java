package hotline.store;

class WriterGroupOnPostgresTest extends WriterGroupContract {
    @Override
    Database open() {
        return TestDatabase.postgres();
    }
}
