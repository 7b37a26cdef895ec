package hotline;

import static hotline.Talk.SARI;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.exchange.Phone;
import hotline.store.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conversations whose end nobody was told of, as that of a network that died with its node; and those that only last long. */
class UnheardEndTest {
    @Test
    void an_agent_is_free_a_minute_after_the_start_of_a_node_whose_calls_are_gone() {
        String database = TestDatabase.h2Url();
        try (CallRig before = CallRig.start(database, Map.of())) {
            before.openShop();
            Phone budi = before.agent("budi", CallRig.BUDI);
            before.dialAndPress("0");
            before.take(budi);
            before.pass(Duration.ofSeconds(20));
            assertThat(before.state("budi")).isEqualTo(AgentState.ON_CALL);
        }
        try (CallRig after = CallRig.start(database, Map.of())) {
            after.pass(Duration.ofSeconds(30));
            after.core().begin();
            boolean free = after.exchange()
                    .advanceUntil(() -> after.state("budi") == AgentState.WRAP_UP, Duration.ofMinutes(1));
            assertThat(free).isTrue();
            List<String> callers = after.read(
                    handle -> handle.createQuery("select status || ' ' || kind from call where kind = 'caller'")
                            .mapTo(String.class)
                            .list());
            assertThat(callers).containsExactly("completed caller");
        }
    }

    @Test
    void a_caller_whose_agent_hung_up_while_the_carriers_events_were_lost_reaches_another_within_a_minute() {
        try (Talk talk = new Talk()) {
            talk.rig.pass(Duration.ofSeconds(30));
            talk.rig.exchange().faults().loseCallbacks(1);
            talk.budi.hangUp();
            assertThat(talk.rig.exchange().advanceUntil(talk.sari::isRinging, Duration.ofMinutes(1)))
                    .isTrue();
        }
    }

    @Test
    void a_long_conversation_goes_on_whoever_is_on_hold_or_asked_meanwhile() {
        try (Talk talk = new Talk()) {
            talk.rig.pass(Duration.ofMinutes(10));
            talk.talk(talk.caller, talk.budi);
            talk.holds(true);
            talk.rig.pass(Duration.ofMinutes(5));
            talk.holds(false);
            talk.asks(SARI);
            talk.rig.take(talk.sari);
            talk.rig.pass(Duration.ofMinutes(5));
            talk.completes();
            talk.rig.pass(Duration.ofMinutes(10));
            talk.talk(talk.caller, talk.sari);
        }
    }
}
