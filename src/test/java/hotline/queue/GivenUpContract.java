package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.phone.CallSid;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class GivenUpContract extends QueueContract {
    private static final PhoneNumber OTHER = new PhoneNumber("+6281299990000");
    private static final CallSid THIRD = new CallSid("CA3");

    private List<GivenUp.Caller> list(Instant since) {
        return center.database.read(h -> center.acd.givenUp().list(h, since, 10));
    }

    private List<GivenUp.Caller> list() {
        return list(CenterRules.NOON);
    }

    private GivenUp.Booking book(UUID contact) {
        return center.does(h -> center.acd.givenUp().book(h, contact, center.now()));
    }

    private boolean ringNow(UUID callback) {
        return center.does(h -> center.acd.callbacks().ringNow(h, callback, center.now()));
    }

    /** Somebody is signed in, so that callers wait, but is busy. */
    private void waitsAndGivesUp(CallSid call, PhoneNumber caller) {
        center.joins(call, caller);
        center.passes(Duration.ofSeconds(10));
        center.hangsUp(call);
    }

    private void busyAgent() {
        center.agent("ann");
        center.joins(new CallSid("CAbusy"), new PhoneNumber("+6281211110000"));
        center.presses1(center.ringing("ann"));
    }

    @Test
    void who_gives_up_is_listed_once_the_newest_first() {
        busyAgent();
        waitsAndGivesUp(FIRST, CallCenter.BUDI);
        waitsAndGivesUp(SECOND, OTHER);
        waitsAndGivesUp(THIRD, CallCenter.BUDI);
        assertThat(list()).extracting(caller -> caller.phone().orElseThrow()).containsExactly(CallCenter.BUDI, OTHER);
        assertThat(list().get(0).contact()).isEqualTo(center.contact(THIRD).id());
        assertThat(list(center.now().plusSeconds(1))).isEmpty();
    }

    @Test
    void who_tries_the_flows_from_a_customers_number_hides_nobody_who_gave_up() {
        busyAgent();
        waitsAndGivesUp(FIRST, CallCenter.BUDI);
        center.runs(h -> h.execute("""
                insert into call (call_sid, kind, turn, status, flow_version, language, started_at, rehearsal)
                values ('CA2', 'caller', 1, 'completed', 'v', 'en', timestamp with time zone '2026-11-23 05:00:00Z', true)"""));
        waitsAndGivesUp(SECOND, CallCenter.BUDI);
        assertThat(list())
                .extracting(GivenUp.Caller::contact)
                .containsExactly(center.contact(FIRST).id());
        center.runs(h -> h.execute("delete from call where call_sid = 'CA2'"));
    }

    @Test
    void a_callback_is_booked_once_and_keeps_the_place() {
        busyAgent();
        waitsAndGivesUp(FIRST, CallCenter.BUDI);
        UUID contact = list().get(0).contact();
        assertThat(book(contact)).isEqualTo(GivenUp.Booking.BOOKED);
        assertThat(book(contact)).isEqualTo(GivenUp.Booking.ALREADY);
        assertThat(list()).extracting(GivenUp.Caller::isOpen).containsExactly(true);
        assertThat(center.texts("select caller from contact where kind = 'callback' and state = 'waiting'"))
                .containsExactly(CallCenter.BUDI.e164());
        assertThat(center.texts("select count(*) from contact where kind = 'callback' and since = (select since from"
                        + " contact where call_sid = 'CA1' and kind = 'live')"))
                .containsExactly("1");
    }

    @Test
    void who_was_served_since_is_not_listed_anymore() {
        busyAgent();
        waitsAndGivesUp(FIRST, CallCenter.BUDI);
        UUID contact = list().get(0).contact();
        center.agent("bea");
        center.joins(SECOND);
        assertThat(list()).extracting(GivenUp.Caller::isOpen).containsExactly(true);
        center.passes(Duration.ofSeconds(1));
        center.presses1(center.ringing("bea"));
        assertThat(list()).isEmpty();
        assertThat(book(contact)).isEqualTo(GivenUp.Booking.GONE);
    }

    @Test
    void a_callback_that_waits_for_its_time_is_rung_now_if_a_supervisor_says_so() {
        busyAgent();
        waitsAndGivesUp(FIRST, CallCenter.BUDI);
        book(list().get(0).contact());
        center.agent("bea");
        assertThat(center.state("bea")).isEqualTo(AgentState.AVAILABLE);
        UUID callback = UUID.fromString(center.texts("select cast(id as varchar) from contact where kind = 'callback'")
                .get(0));
        assertThat(ringNow(callback)).isTrue();
        center.settles();
        assertThat(center.state("bea")).isEqualTo(AgentState.RESERVED);
        assertThat(ringNow(callback)).isFalse();
    }
}
