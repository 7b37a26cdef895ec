package hotline.store;

class WriterGroupOnH2Test extends WriterGroupContract {
    @Override
    Database open() {
        return TestDatabase.h2();
    }
}
