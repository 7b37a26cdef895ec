package hotline.store;

class DueWorkOnH2Test extends DueWorkContract {
    @Override
    Database open() {
        return TestDatabase.h2();
    }
}
