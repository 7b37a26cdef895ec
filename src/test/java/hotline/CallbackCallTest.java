package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.exchange.Phone;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Callers who want to be rung back, or change their mind about it: whole calls on the built-in network. */
class CallbackCallTest extends BusyHotline {
    @Test
    void a_caller_with_a_callback_who_rings_in_can_wait_now_instead_and_is_not_rung() {
        Phone first = everybodyIsBusy();
        Phone caller = booksCallback();

        int before = caller.words().size();
        rig.dialAndPress("0");
        rig.listen(caller);
        assertThat(spokenSince(caller, before)).contains("Anda sudah terdaftar untuk kami telepon balik");
        caller.press("1");
        rig.pass(Duration.ofSeconds(15));
        assertThat(spokenSince(caller, before)).contains("Setelah ini giliran Anda");
        budiIsFree(first);
        rig.take(budi);

        assertThat(rig.state("budi")).isEqualTo(AgentState.ON_CALL);
        caller.hangUp();
        rig.pass(SHORT);
        rig.endWrapUp("budi");
        assertThat(rig.exchange().advanceUntil(caller::isRinging, Duration.ofHours(2)))
                .as("rung although served")
                .isFalse();
    }

    @Test
    void a_callback_is_canceled_by_a_key_and_nobody_is_rung() {
        Phone first = everybodyIsBusy();
        Phone caller = booksCallback();

        int before = caller.words().size();
        rig.dialAndPress("0");
        rig.listen(caller);
        caller.press("3");
        rig.listen(caller);
        assertThat(spokenSince(caller, before)).contains("permintaan telepon balik Anda sudah dibatalkan");
        caller.hangUp();
        budiIsFree(first);

        assertThat(rig.exchange().advanceUntil(caller::isRinging, Duration.ofHours(2)))
                .as("rung although canceled")
                .isFalse();
    }

    @Test
    void a_callback_that_is_kept_is_made() {
        Phone first = everybodyIsBusy();
        Phone caller = booksCallback();
        rig.dialAndPress("0");
        rig.listen(caller);
        caller.press("2");
        rig.pass(Duration.ofSeconds(15));
        assertThat(caller.isIdle()).isTrue();

        budiIsFree(first);

        assertThat(rig.exchange().advanceUntil(caller::isRinging, Duration.ofMinutes(3)))
                .isTrue();
    }

    @Test
    void a_customer_is_tried_after_each_pause_of_the_list_and_hears_the_topic_each_time() {
        Phone first = everybodyIsBusy();
        Phone caller = rig.dialAndPress("1", "1", "1", "0");
        rig.pass(Duration.ofSeconds(25));
        caller.press("1");
        rig.listen(caller);
        caller.press("1");
        rig.pass(Duration.ofSeconds(20));
        budiIsFree(first);
        rig.exchange().advanceUntil(caller::isRinging, Duration.ofMinutes(3));
        int before = caller.words().size();
        caller.answer();
        rig.pass(Duration.ofMinutes(1));
        List<String> greetings = caller.words().subList(before, caller.words().size()).stream()
                .filter(words -> words.contains("menelepon balik soal pesanan yang belum sampai"))
                .toList();
        assertThat(greetings).as("greetings that say the topic").hasSize(2);

        caller.hangUp();
        rig.pass(Duration.ofMinutes(9));
        assertThat(caller.isRinging()).isFalse();
        assertThat(rig.exchange().advanceUntil(caller::isRinging, Duration.ofMinutes(2)))
                .isTrue();
        caller.reject();
        rig.pass(Duration.ofMinutes(58));
        assertThat(caller.isRinging()).isFalse();
        assertThat(rig.exchange().advanceUntil(caller::isRinging, Duration.ofMinutes(3)))
                .isTrue();
    }
}
