package hotline;

import hotline.exchange.Phone;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A hotline with one agent, who is soon busy, and callers who have to make up their mind. */
abstract class BusyHotline {
    static final Duration SHORT = Duration.ofSeconds(5);

    final CallRig rig = CallRig.start();
    Phone budi = rig.caller();

    @BeforeEach
    void open_the_shop() {
        rig.openShop();
        budi = rig.agent("budi", CallRig.BUDI);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** Budi speaks with somebody else. */
    Phone everybodyIsBusy() {
        Phone first = rig.exchange().phone("+6281355550001").dial(CallRig.HOTLINE);
        rig.listen(first);
        first.press("0");
        rig.take(budi);
        return first;
    }

    void budiIsFree(Phone first) {
        first.hangUp();
        rig.pass(SHORT);
        rig.endWrapUp("budi");
    }

    Phone waits() {
        Phone caller = rig.dialAndPress("0");
        rig.pass(SHORT);
        return caller;
    }

    Phone booksCallback() {
        Phone caller = waits();
        rig.pass(Duration.ofSeconds(20));
        caller.press("1");
        rig.listen(caller);
        caller.press("1");
        rig.pass(Duration.ofSeconds(20));
        caller.hangUp();
        rig.pass(SHORT);
        return caller;
    }

    static String spoken(Phone phone) {
        return String.join(" ", phone.words());
    }

    static String spokenSince(Phone phone, int before) {
        return String.join(" ", phone.words().subList(before, phone.words().size()));
    }
}
