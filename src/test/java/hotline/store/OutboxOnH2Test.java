package hotline.store;

class OutboxOnH2Test extends OutboxContract {
    @Override
    Database open() {
        return TestDatabase.h2();
    }
}
