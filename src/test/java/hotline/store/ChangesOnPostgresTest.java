package hotline.store;

class ChangesOnPostgresTest extends ChangesContract {
    @Override
    Database open() {
        return TestDatabase.postgres();
    }
}
