package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.exchange.Phone;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whole calls through the built-in phone network: real signed webhooks in, TwiML out, real REST calls back. */
class WholeCallTest {
    @Test
    void a_known_caller_reports_their_newest_order_and_gets_the_ticket_by_voice_and_by_sms() {
        try (CallRig rig = CallRig.start()) {
            rig.openShop();
            Phone caller = rig.caller().dial(CallRig.HOTLINE);
            for (int i = 0; i < 3; i++) {
                rig.listen(caller);
                caller.press("1");
            }
            rig.listen(caller);
            System.out.println(caller.words());
            System.out.println(caller.messages());
            assertThat(rig.tickets()).hasSize(1);
            assertThat(caller.messages()).hasSize(1);
            caller.hangUp();
        }
    }

    @Test
    void a_caller_who_asks_for_a_human_is_joined_with_the_agent_who_pressed_1() {
        try (CallRig rig = CallRig.start()) {
            rig.openShop();
            Phone budi = rig.agent("budi", CallRig.BUDI);
            Phone caller = rig.caller().dial(CallRig.HOTLINE);
            rig.listen(caller);
            caller.press("0");
            rig.pass(Duration.ofSeconds(5));
            System.out.println(caller.words());
            assertThat(budi.isRinging()).isTrue();
            budi.answer();
            rig.listen(budi);
            System.out.println(budi.words());
            budi.press("1");
            rig.pass(Duration.ofSeconds(10));
            System.out.println(caller.words());
            System.out.println(rig.exchange().complaints());
            System.out.println(budi.state() + " " + caller.state());
            caller.hangUp();
            rig.pass(Duration.ofSeconds(5));
            System.out.println(budi.state() + " " + caller.state());
            System.out.println("" + rig.read(handle -> rig.core().agents().find(handle, "budi")));
        }
    }
}
