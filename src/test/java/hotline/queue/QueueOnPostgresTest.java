package hotline.queue;

import hotline.store.TestDatabase;
import org.junit.jupiter.api.Nested;

class QueueOnPostgresTest {
    @Nested
    class ContactsOnPostgres extends ContactsContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }

    @Nested
    class ReservationsOnPostgres extends ReservationsContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }

    @Nested
    class CallbacksOnPostgres extends CallbacksContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }

    @Nested
    class CallbackTimesOnPostgres extends CallbackTimesContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }

    @Nested
    class RoutingOnPostgres extends RoutingContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }

    @Nested
    class DeskOnPostgres extends DeskContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }

    @Nested
    class RatingsOnPostgres extends RatingsContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }

    @Nested
    class CallControlOnPostgres extends CallControlContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }

    @Nested
    class LeftAloneOnPostgres extends LeftAloneContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }

    @Nested
    class TransfersOnPostgres extends TransfersContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }

    @Nested
    class SupervisorMovesOnPostgres extends SupervisorMovesContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }

    @Nested
    class ConversationEndsOnPostgres extends ConversationEndsContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }

    @Nested
    class SupervisionOnPostgres extends SupervisionContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }

    @Nested
    class RacesOnPostgres extends RacesContract {
        @Override
        int half() {
            return 0;
        }

        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }

    @Nested
    class WaitingOnPostgres extends WaitingContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }

    @Nested
    class OpenCallbacksOnPostgres extends OpenCallbacksContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }

    @Nested
    class GivenUpOnPostgres extends GivenUpContract {
        @Override
        String url() {
            return TestDatabase.postgresUrl();
        }
    }
}
