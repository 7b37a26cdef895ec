package hotline.queue;

import hotline.phone.CallSid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One call centre for all tests of a class, emptied before each; after each the invariants must hold. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QueueContract {
    static final CallSid FIRST = new CallSid("CA1");
    static final CallSid SECOND = new CallSid("CA2");

    CallCentre centre;

    abstract String url();

    @BeforeAll
    void open() {
        centre = new CallCentre(url());
    }

    @AfterAll
    void close() {
        centre.close();
    }

    @BeforeEach
    void start_afresh() {
        centre.startAfresh();
    }

    @AfterEach
    void invariants_hold() {
        Invariants.hold(centre.database);
    }
}
