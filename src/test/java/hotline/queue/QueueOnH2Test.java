package hotline.queue;

import hotline.store.TestDatabase;
import org.junit.jupiter.api.Nested;

class QueueOnH2Test {
    @Nested
    class ContactsOnH2 extends ContactsContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }

    @Nested
    class ReservationsOnH2 extends ReservationsContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }

    @Nested
    class CallbacksOnH2 extends CallbacksContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }

    @Nested
    class CallbackTimesOnH2 extends CallbackTimesContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }

    @Nested
    class RoutingOnH2 extends RoutingContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }

    @Nested
    class DeskOnH2 extends DeskContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }

    @Nested
    class RatingsOnH2 extends RatingsContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }

    @Nested
    class CallControlOnH2 extends CallControlContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }

    @Nested
    class LeftAloneOnH2 extends LeftAloneContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }

    @Nested
    class TransfersOnH2 extends TransfersContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }

    @Nested
    class SupervisorMovesOnH2 extends SupervisorMovesContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }

    @Nested
    class ConversationEndsOnH2 extends ConversationEndsContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }

    @Nested
    class SupervisionOnH2 extends SupervisionContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }

    @Nested
    class RacesOnH2 extends RacesContract {
        @Override
        int half() {
            return 1;
        }

        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }

    @Nested
    class WaitingOnH2 extends WaitingContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }

    @Nested
    class OpenCallbacksOnH2 extends OpenCallbacksContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }

    @Nested
    class GivenUpOnH2 extends GivenUpContract {
        @Override
        String url() {
            return TestDatabase.h2Url();
        }
    }
}
