package hotline.queue;

import hotline.phone.CallSid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One call center for all tests of a class, emptied before each; after each the invariants must hold. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QueueContract {
    static final CallSid FIRST = new CallSid("CA1");
    static final CallSid SECOND = new CallSid("CA2");

    CallCenter center;

    abstract String url();

    @BeforeAll
    void open() {
        center = new CallCenter(url());
    }

    @AfterAll
    void close() {
        center.close();
    }

    @BeforeEach
    void start_afresh() {
        center.startAfresh();
    }

    @AfterEach
    void invariants_hold() {
        Invariants.hold(center.database);
    }
}
