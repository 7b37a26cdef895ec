package hotline.store;

class ChangesOnH2Test extends ChangesContract {
    @Override
    Database open() {
        return TestDatabase.h2();
    }
}
