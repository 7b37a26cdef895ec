package hotline;

import static hotline.Talk.SARI;
import static hotline.Talk.SHORT;
import static hotline.Talk.spoken;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.exchange.ExchangeSettings;
import hotline.exchange.Faults;
import hotline.exchange.Phone;
import hotline.exchange.RestClient;
import hotline.phone.CallSid;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Callers whom nobody hears, because the agent's line was lost or the agent never came: how soon they are helped, and what they hear. */
class LeftAloneTest {
    @Test
    void a_caller_whose_agent_is_lost_goes_to_the_head_of_the_queue_unless_they_are_done() {
        try (Talk talk = new Talk()) {
            talk.budi.hangUp();
            boolean rings = talk.rig.exchange().advanceUntil(talk.sari::isRinging, Duration.ofSeconds(20));
            assertThat(rings).isTrue();
            assertThat(spoken(talk.caller)).contains("Sambungan dengan petugas terputus");
            talk.rig.take(talk.sari);
            talk.talk(talk.caller, talk.sari);
        }
    }

    private static boolean standsAtTheHead(Talk talk) {
        return talk.rig.read(h -> h.createQuery("""
                        select count(*) from contact where state in ('waiting', 'reserved') and priority >= 1000""").mapTo(Integer.class).one()) == 1;
    }

    private static void comesToTheHeadWithin(Talk talk, Duration limit) {
        assertThat(talk.rig.exchange().advanceUntil(() -> standsAtTheHead(talk), limit))
                .isTrue();
    }

    /** The agent's call goes elsewhere, as by a mistake at the carrier: their line is up, and they hear nobody. */
    private static void leadAway(Talk talk, Phone agent) {
        String leg = talk.rig.read(h -> h.createQuery("""
                        select leg_sid from reservation where username = :username and state = 'accepted'""")
                .bind("username", agent == talk.budi ? "budi" : "sari")
                .mapTo(String.class)
                .one());
        ExchangeSettings settings = talk.rig.exchange().settings();
        int status = new RestClient(talk.rig.exchange().address(), settings.accountSid(), settings.authToken())
                .post("/Calls/" + leg + ".json", "Url", talk.rig.url() + "/twilio/hold", "Method", "POST")
                .status();
        assertThat(status).isEqualTo(200);
    }

    @Test
    void from_the_loss_of_the_line_to_the_head_of_the_queue_no_more_than_ten_seconds_pass() {
        try (Talk talk = new Talk()) {
            talk.budi.hangUp();
            comesToTheHeadWithin(talk, Duration.ofSeconds(10));
        }
    }

    @Test
    void an_agent_who_is_found_meanwhile_gets_the_caller_out_of_what_they_listen_to() {
        try (Talk talk = new Talk()) {
            talk.budi.hangUp();
            assertThat(talk.rig.exchange().advanceUntil(talk.sari::isRinging, Duration.ofSeconds(10)))
                    .isTrue();
            talk.sari.answer();
            talk.rig.pass(Duration.ofSeconds(1));
            talk.sari.press("1");
            talk.rig.pass(SHORT);
            talk.talk(talk.caller, talk.sari);
            assertThat(talk.caller.words().stream().filter(words -> words.contains("terputus")))
                    .hasSize(1);
        }
    }

    @Test
    void a_caller_who_says_that_they_are_done_is_not_brought_to_anybody() {
        try (Talk talk = new Talk()) {
            talk.budi.hangUp();
            talk.rig.pass(Duration.ofSeconds(3));
            talk.caller.press("1");
            assertThat(talk.rig.exchange().advanceUntil(talk.sari::isRinging, Duration.ofSeconds(40)))
                    .isFalse();
            assertThat(spoken(talk.caller)).contains("Tekan angka 1 sampai 5");
        }
    }

    @Test
    void a_caller_who_hangs_up_when_the_agent_has_is_not_waited_for() {
        try (Talk talk = new Talk()) {
            talk.budi.hangUp();
            talk.rig.pass(Duration.ofSeconds(3));
            talk.caller.hangUp();
            assertThat(talk.rig.exchange().advanceUntil(talk.sari::isRinging, Duration.ofSeconds(40)))
                    .isFalse();
        }
    }

    @Test
    void a_caller_who_cannot_be_asked_back_and_of_whom_nothing_is_heard_is_no_open_call_for_hours() {
        try (Talk talk = new Talk()) {
            talk.rig.exchange().faults().breakRest(Faults.RestFault.ERROR_BEFORE_EFFECT, 1_000);
            talk.budi.hangUp();
            talk.rig.pass(Duration.ofMinutes(5));
            assertThat(openCalls(talk.rig)).isEmpty();
        }
    }

    private static List<String> openCalls(CallRig rig) {
        return rig.read(handle -> handle.createQuery("select kind || ' ' || status from call where ended_at is null")
                .mapTo(String.class)
                .list());
    }

    @Test
    void a_caller_whose_agent_is_led_away_hears_an_apology_and_reaches_another() {
        try (Talk talk = new Talk()) {
            talk.rig.pass(Duration.ofMinutes(1));
            leadAway(talk, talk.budi);
            talk.rig.pass(Duration.ofSeconds(5));
            assertThat(standsAtTheHead(talk)).isFalse();
            comesToTheHeadWithin(talk, SHORT);
            assertThat(talk.rig.state("budi")).isEqualTo(AgentState.WRAP_UP);
            talk.rig.take(talk.sari);
            assertThat(spoken(talk.caller)).contains("Sambungan dengan petugas terputus");
            talk.talk(talk.caller, talk.sari);
            assertThat(talk.budi.isIdle()).isTrue();
        }
    }

    @Test
    void a_caller_whose_agent_took_the_call_and_never_came_is_helped_within_ten_seconds() {
        try (Talk talk = new Talk()) {
            talk.budi.hangUp();
            talk.rig.exchange().advanceUntil(talk.sari::isRinging, Duration.ofSeconds(20));
            talk.sari.answer();
            talk.rig.pass(Duration.ofSeconds(1));
            Map<String, Object> pending =
                    talk.rig.read(h -> h.createQuery("select id, leg_sid from reservation where state = 'pending'")
                            .mapToMap()
                            .one());
            // The key is kept, and what it is answered never reaches the agent's phone.
            talk.rig.write(h -> talk.rig
                    .core()
                    .acd()
                    .reservations()
                    .accept(h, (UUID) pending.get("id"), new CallSid((String) pending.get("leg_sid")), talk.rig.now()));
            talk.rig.pass(SHORT);
            assertThat(standsAtTheHead(talk)).isFalse();
            comesToTheHeadWithin(talk, SHORT);
        }
    }

    @Test
    void a_caller_whose_agent_is_led_away_from_a_colleague_is_handed_over_to_them() {
        try (Talk talk = new Talk()) {
            talk.asks(SARI);
            talk.rig.take(talk.sari);
            leadAway(talk, talk.budi);
            talk.rig.pass(Duration.ofSeconds(10));
            talk.talk(talk.caller, talk.sari);
            talk.rig.pass(Duration.ofSeconds(30));
            assertThat(standsAtTheHead(talk)).isFalse();
        }
    }
}
