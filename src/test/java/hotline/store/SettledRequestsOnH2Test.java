package hotline.store;

class SettledRequestsOnH2Test extends SettledRequestsContract {
    @Override
    Database open() {
        return TestDatabase.h2();
    }
}
