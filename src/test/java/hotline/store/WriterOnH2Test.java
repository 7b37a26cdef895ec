package hotline.store;

class WriterOnH2Test extends WriterContract {
    @Override
    Database open() {
        return TestDatabase.h2();
    }
}
