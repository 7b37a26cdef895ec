package hotline.store;

class OutboxDoubtOnH2Test extends OutboxDoubtContract {
    @Override
    Database open() {
        return TestDatabase.h2();
    }
}
