package hotline.store;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.phone.CarrierRequest;
import hotline.phone.CarrierRequest.HangUp;
import hotline.phone.CarrierRequest.Redirect;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the outbox does when it is not known what became of a request, on either database. */
@Timeout(30)
abstract class OutboxDoubtContract extends OutboxFixture {
    @Test
    void an_unknown_outcome_is_looked_up_and_not_repeated() {
        carrier.onSend("leg:1", new Reply.Unknown("time-out"));
        carrier.onLookUp("leg:1", new Reply.Unknown("not there yet"), new Reply.Done("CA9"));
        put("leg:1", DIAL);
        worker.runDue();
        assertThat(carrier.lookedUp()).as("the carrier gets a moment").isEmpty();
        assertThat(told).isEmpty();
        clock.tick(Duration.ofSeconds(2));
        worker.runDue();
        clock.tick(Duration.ofSeconds(3));
        worker.runDue();
        assertThat(carrier.lookedUp()).as("the second look comes later").hasSize(1);
        clock.tick(Duration.ofSeconds(1));
        worker.runDue();
        assertThat(carrier.sent()).hasSize(1);
        assertThat(carrier.lookedUp()).hasSize(2);
        assertThat(told).containsExactly("leg:1 Done[sid=CA9]");
    }

    @Test
    void which_request_brought_about_a_call_is_known_once_it_is_done() {
        carrier.onSend("leg:1", new Reply.Done("CA1"));
        put("leg:1", DIAL);
        worker.runDue();
        Optional<String> known = database.read(handle -> Outbox.findKey(handle, "CA1"));
        Optional<String> unknown = database.read(handle -> Outbox.findKey(handle, "CA2"));
        assertThat(known).contains("leg:1");
        assertThat(unknown).isEmpty();
    }

    @Test
    void it_is_repeated_only_when_the_look_up_is_certain_that_nothing_happened() {
        carrier.onSend("leg:1", new Reply.Unknown("500"), new Reply.Done("CA2"));
        carrier.onLookUp("leg:1", new Reply.Later(Duration.ZERO, "no such call"));
        put("leg:1", DIAL);
        worker.runDue();
        clock.tick(Duration.ofSeconds(2));
        worker.runDue();
        clock.tick(Duration.ofSeconds(2));
        worker.runDue();
        assertThat(carrier.sent()).hasSize(2);
        assertThat(carrier.lookedUp()).hasSize(1);
        assertThat(told).containsExactly("leg:1 Done[sid=CA2]");
    }

    @Test
    void when_nobody_can_tell_a_person_is_told_so() {
        carrier.onSend("leg:1", new Reply.Unknown("time-out"));
        carrier.onLookUp("leg:1", new Reply.Unknown("carrier down"));
        put("leg:1", DIAL);
        for (int minute = 0; minute < 10; minute++) {
            worker.runDue();
            clock.tick(Duration.ofMinutes(1));
        }
        assertThat(carrier.sent()).hasSize(1);
        assertThat(carrier.lookedUp()).hasSize(6);
        assertThat(told).containsExactly("leg:1 Unknown[reason=carrier down]");
        assertThat(state("leg:1")).isEqualTo("lost");
    }

    @Test
    void redirect_and_hang_up_are_simply_repeated() {
        carrier.onSend("connect:1", new Reply.Unknown("time-out"), new Reply.Done("CA1"));
        carrier.onSend("bye:1", new Reply.Unknown("time-out"), new Reply.Done("CA1"));
        put("connect:1", new Redirect("CA1", "/x"));
        put("bye:1", new HangUp("CA1"));
        worker.runDue();
        clock.tick(Duration.ofSeconds(2));
        worker.runDue();
        assertThat(carrier.sent()).hasSize(4);
        assertThat(carrier.lookedUp()).isEmpty();
        assertThat(state("connect:1")).isEqualTo("done");
        assertThat(state("bye:1")).isEqualTo("done");
    }

    @Test
    void a_node_that_died_after_the_claim_leaves_a_request_that_is_looked_up_first() {
        put("leg:1", DIAL);
        diesBetweenClaimAndReply();
        carrier.onLookUp("leg:1", new Reply.Done("CA7"));
        worker.runDue();
        assertThat(carrier.lookedUp()).as("its lease still holds").isEmpty();
        clock.tick(OutboxWorker.LEASE);
        worker.runDue();
        assertThat(carrier.sent()).isEmpty();
        assertThat(carrier.lookedUp()).containsExactly("leg:1");
        assertThat(told).containsExactly("leg:1 Done[sid=CA7]");
    }

    @Test
    void a_node_that_died_with_a_hang_up_leaves_one_that_is_sent_again() {
        put("bye:1", new HangUp("CA1"));
        diesBetweenClaimAndReply();
        clock.tick(OutboxWorker.LEASE);
        worker.runDue();
        assertThat(carrier.sent()).containsExactly("bye:1");
        assertThat(carrier.lookedUp()).isEmpty();
    }

    @Test
    void a_node_that_stood_still_longer_than_its_lease_does_not_send() {
        put("leg:1", DIAL);
        OutboxClaims claims = new OutboxClaims(writer, outbox, clock, Duration.ofSeconds(1));
        OutboxClaims.Claim claim =
                claims.claim(database.read(h -> OutboxTable.due(h, NOON, 1))).get(0);
        clock.tick(OutboxWorker.LEASE);
        new OutboxDelivery(writer, outbox, carrier, clock).carryOut(claim);
        assertThat(carrier.sent()).isEmpty();
    }

    @Test
    void a_reply_that_comes_after_another_node_took_over_changes_nothing_but_what_it_knows() {
        put("leg:1", DIAL);
        OutboxClaims claims = new OutboxClaims(writer, outbox, clock, Duration.ofSeconds(1));
        OutboxClaims.Claim slow =
                claims.claim(database.read(h -> OutboxTable.due(h, NOON, 1))).get(0);
        carrier.onLookUp("leg:1", new Reply.Unknown("not there yet"));
        carrier.onSend("leg:1", new Reply.Unknown("slow"));
        Carrier slowly = new Carrier() {
            @Override
            public Reply send(String key, CarrierRequest request) {
                clock.tick(OutboxWorker.LEASE);
                worker.runDue();
                assertThat(carrier.lookedUp()).hasSize(1);
                return new Reply.Done("CA1");
            }

            @Override
            public Reply lookUp(String key, CarrierRequest request) {
                throw new AssertionError(key);
            }
        };
        new OutboxDelivery(writer, outbox, slowly, clock).carryOut(slow);
        clock.tick(Duration.ofHours(1));
        worker.runDue();
        assertThat(carrier.sent()).isEmpty();
        assertThat(told).containsExactly("leg:1 Done[sid=CA1]");
    }

    @Test
    void what_has_shown_itself_needs_no_look_up() {
        carrier.onSend("leg:1", new Reply.Unknown("time-out"));
        put("leg:1", DIAL);
        see("leg:1", "CA5");
        assertThat(told).as("it has not even left: somebody else's call").isEmpty();
        worker.runDue();
        see("leg:1", "CA5");
        see("leg:1", "CA5");
        clock.tick(Duration.ofHours(1));
        assertThat(worker.runDue()).isZero();
        assertThat(told).containsExactly("leg:1 Done[sid=CA5]");
    }

    @Test
    void a_listener_that_fails_does_not_make_the_request_leave_again() {
        outbox.onSettled("bad", (handle, key, outcome) -> {
            throw new IllegalStateException("broken");
        });
        put("bad:1", TEXT);
        worker.runDue();
        clock.tick(Duration.ofHours(1));
        worker.runDue();
        assertThat(carrier.sent()).hasSize(1);
        assertThat(state("bad:1")).isEqualTo("done");
    }

    @Test
    void a_carrier_adapter_that_fails_counts_as_an_unknown_outcome() {
        Carrier broken = new Carrier() {
            @Override
            public Reply send(String key, CarrierRequest request) {
                throw new IllegalStateException("broken");
            }

            @Override
            public Reply lookUp(String key, CarrierRequest request) {
                throw new IllegalStateException("broken");
            }
        };
        put("leg:1", DIAL);
        try (OutboxWorker other = new OutboxWorker(database, writer, outbox, broken, clock)) {
            other.runDue();
        }
        assertThat(state("leg:1")).isEqualTo("unknown");
    }

    /** What is left behind when a node claims and is killed before it has a reply. */
    private void diesBetweenClaimAndReply() {
        Instant now = clock.instant();
        OutboxClaims claims = new OutboxClaims(writer, outbox, clock, Duration.ofSeconds(1));
        assertThat(claims.claim(database.read(handle -> OutboxTable.due(handle, now, 10))))
                .hasSize(1);
    }

    private void see(String key, String sid) {
        writer.write(handle -> {
            outbox.seen(handle, key, sid, clock.instant());
            return true;
        });
    }
}
