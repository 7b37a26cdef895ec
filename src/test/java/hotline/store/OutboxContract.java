package hotline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.TestClock;
import hotline.phone.CarrierRequest;
import hotline.phone.CarrierRequest.Dial;
import hotline.phone.CarrierRequest.HangUp;
import hotline.phone.CarrierRequest.Redirect;
import hotline.phone.CarrierRequest.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the outbox promises, on either database. */
@Timeout(30)
abstract class OutboxContract {
    private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
    private static final Text TEXT = new Text("+6281234567890", "Tiket 123 — terima kasih \"😀\"", "/m/1/status", 600);
    private static final Dial DIAL = new Dial("+6281234567890", "/twilio/agent/1", "/twilio/agent/1/status", 20);

    private final TestClock clock = TestClock.pinned(NOON);
    private final ScriptedCarrier carrier = new ScriptedCarrier();
    private final Outbox outbox = new Outbox();
    private final List<String> told = new ArrayList<>();
    private Database database;
    private Writer writer;
    private OutboxWorker worker;

    abstract Database open();

    @BeforeEach
    void start() {
        database = open();
        writer = new Writer(database, Duration.ofSeconds(20));
        worker = new OutboxWorker(database, writer, outbox, carrier, clock);
        outbox.onSettled("sms", (handle, key, outcome) -> told.add(key + " " + outcome));
        outbox.onSettled("leg", (handle, key, outcome) -> told.add(key + " " + outcome));
    }

    @AfterEach
    void stop() {
        worker.close();
        writer.close();
        database.close();
    }

    @Test
    void a_request_leaves_once_and_its_listener_is_told() {
        put("sms:1", TEXT);
        put("sms:1", TEXT);
        assertThat(worker.runDue()).isEqualTo(1);
        assertThat(worker.runDue()).isZero();
        put("sms:1", TEXT);
        assertThat(worker.runDue()).as("put again after it left").isZero();
        assertThat(carrier.sent()).containsExactly("sms:1");
        assertThat(told).containsExactly("sms:1 Done[sid=SID-sms:1]");
        assertThat(state("sms:1")).isEqualTo("done");
    }

    @Test
    void every_kind_of_request_arrives_as_it_was_put() {
        List<CarrierRequest> requests =
                List.of(DIAL, new Redirect("CA1", "/twilio/turn/3?nudge=1"), new HangUp("CA2"), TEXT);
        for (int i = 0; i < requests.size(); i++) {
            put("sms:" + i, requests.get(i));
        }
        worker.runDue();
        assertThat(carrier.requests()).containsExactlyElementsOf(requests);
    }

    @Test
    void a_request_of_a_change_that_failed_never_leaves() {
        try {
            writer.write(handle -> {
                outbox.put(handle, "sms:1", TEXT, NOON);
                throw new IllegalStateException("no");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("no");
        }
        assertThat(worker.runDue()).isZero();
    }

    @Test
    void a_request_does_not_leave_before_its_time() {
        writer.write(handle -> {
            outbox.put(handle, "sms:1", TEXT, NOON.plusSeconds(60));
            return true;
        });
        assertThat(worker.runDue()).isZero();
        clock.tick(Duration.ofSeconds(60));
        assertThat(worker.runDue()).isEqualTo(1);
    }

    @Test
    void what_the_carrier_refuses_has_failed_at_once() {
        carrier.onSend("sms:1", new Reply.Refused(21610, "unsubscribed"));
        put("sms:1", TEXT);
        worker.runDue();
        clock.tick(Duration.ofHours(1));
        worker.runDue();
        assertThat(carrier.sent()).hasSize(1);
        assertThat(told).containsExactly("sms:1 Failed[code=21610, reason=unsubscribed]");
        assertThat(state("sms:1")).isEqualTo("failed");
    }

    @Test
    void what_the_carrier_puts_off_is_sent_again_no_earlier_than_it_said() {
        carrier.onSend("sms:1", new Reply.Later(Duration.ofSeconds(10), "429"), new Reply.Done("SM1"));
        put("sms:1", TEXT);
        worker.runDue();
        clock.tick(Duration.ofSeconds(9));
        worker.runDue();
        assertThat(carrier.sent()).hasSize(1);
        clock.tick(Duration.ofSeconds(4));
        worker.runDue();
        assertThat(carrier.sent()).hasSize(2);
        assertThat(carrier.lookedUp()).isEmpty();
        assertThat(told).containsExactly("sms:1 Done[sid=SM1]");
    }

    @Test
    void pauses_grow_and_after_eight_attempts_it_has_failed() {
        carrier.onSend("sms:1", new Reply.Later(Duration.ZERO, "too many requests"));
        put("sms:1", TEXT);
        List<Long> sentAfter = new ArrayList<>();
        for (int second = 0; second < 400; second++) {
            if (worker.runDue() > 0) {
                sentAfter.add(Duration.between(NOON, clock.instant()).toSeconds());
            }
            clock.tick(Duration.ofSeconds(1));
        }
        assertThat(sentAfter).hasSize(8);
        for (int i = 2; i < 7; i++) {
            assertThat(sentAfter.get(i) - sentAfter.get(i - 1))
                    .isGreaterThan(sentAfter.get(i - 1) - sentAfter.get(i - 2));
        }
        assertThat(told).containsExactly("sms:1 Failed[code=0, reason=put off 8 times: too many requests]");
    }

    @Test
    void many_who_were_put_off_together_do_not_come_back_together() {
        for (int i = 0; i < 20; i++) {
            carrier.onSend("sms:" + i, new Reply.Later(Duration.ofSeconds(100), "429"), new Reply.Done("SM"));
            put("sms:" + i, TEXT);
        }
        worker.runDue();
        clock.tick(Duration.ofSeconds(112));
        assertThat(worker.runDue()).isBetween(3, 17);
        clock.tick(Duration.ofSeconds(14));
        worker.runDue();
        assertThat(told).hasSize(20);
    }

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
    void what_is_no_longer_wanted_is_dropped_when_it_would_leave() {
        outbox.precheck("leg", (handle, key) -> !key.equals("leg:1"));
        put("leg:1", DIAL);
        put("leg:2", DIAL);
        worker.runDue();
        assertThat(carrier.sent())
                .as("and the dropped one does not take the account's turn")
                .containsExactly("leg:2");
        assertThat(told).containsExactly("leg:2 Done[sid=SID-leg:2]");
        assertThat(state("leg:1")).isEqualTo("dropped");
    }

    @Test
    void a_precheck_that_fails_holds_up_its_own_request_only() {
        outbox.precheck("leg", (handle, key) -> {
            if (clock.instant().equals(NOON)) {
                throw new IllegalStateException("broken");
            }
            return true;
        });
        put("leg:1", DIAL);
        put("sms:1", TEXT);
        assertThat(worker.runDue()).isEqualTo(1);
        assertThat(carrier.sent()).containsExactly("sms:1");
        clock.tick(Duration.ofSeconds(5));
        worker.runDue();
        assertThat(carrier.sent()).containsExactly("sms:1", "leg:1");
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
    void the_listener_is_told_in_the_settling_transaction() {
        outbox.onSettled("chain", (handle, key, outcome) -> outbox.put(handle, "sms:next", TEXT, NOON));
        put("chain:1", TEXT);
        worker.runDue();
        assertThat(carrier.sent()).containsExactly("chain:1", "sms:next");
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

    @Test
    void calls_begin_one_a_second_in_the_order_they_were_put() {
        for (int i = 1; i <= 4; i++) {
            put("leg:" + i, DIAL);
            clock.tick(Duration.ofMillis(1));
        }
        put("sms:1", TEXT);
        worker.runDue();
        assertThat(carrier.sent()).containsExactly("leg:1", "sms:1");
        clock.tick(Duration.ofMillis(900));
        assertThat(worker.runDue()).isZero();
        clock.tick(Duration.ofMillis(100));
        worker.runDue();
        assertThat(carrier.sent()).containsExactly("leg:1", "sms:1", "leg:2");
        clock.tick(Duration.ofSeconds(1));
        worker.runDue();
        clock.tick(Duration.ofSeconds(1));
        worker.runDue();
        assertThat(carrier.sent()).containsExactly("leg:1", "sms:1", "leg:2", "leg:3", "leg:4");
        assertThat(told).hasSize(5);
    }

    @Test
    void nobody_at_a_telephone_waits_behind_texts() {
        for (int i = 1; i <= 20; i++) {
            put("sms:" + i, TEXT);
        }
        clock.tick(Duration.ofSeconds(1));
        put("connect:1", new Redirect("CA1", "/x"));
        worker.runDue();
        assertThat(carrier.sent()).startsWith("connect:1").hasSize(21);
    }

    @Test
    void two_nodes_send_each_request_once() throws Exception {
        for (int i = 0; i < 60; i++) {
            put("sms:" + i, TEXT);
        }
        try (Writer otherWriter = new Writer(database, Duration.ofSeconds(20));
                OutboxWorker other = new OutboxWorker(database, otherWriter, new Outbox(), carrier, clock)) {
            CompletableFuture<Integer> there = CompletableFuture.supplyAsync(other::runDue);
            int here = worker.runDue();
            assertThat(here + there.get()).isEqualTo(60);
        }
        assertThat(carrier.sent()).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void the_thread_sends_as_soon_as_a_request_is_committed() {
        worker.start();
        for (int i = 0; i < 30; i++) {
            put("bye:" + i, new HangUp("CA1"));
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(carrier.sent()).hasSize(30).doesNotHaveDuplicates());
    }

    /** What is left behind when a node claims and is killed before it has a reply. */
    private void diesBetweenClaimAndReply() {
        Instant now = clock.instant();
        OutboxClaims claims = new OutboxClaims(writer, outbox, clock, Duration.ofSeconds(1));
        assertThat(claims.claim(database.read(handle -> OutboxTable.due(handle, now, 10))))
                .hasSize(1);
    }

    private void put(String key, CarrierRequest request) {
        Instant now = clock.instant();
        writer.write(handle -> {
            outbox.put(handle, key, request, now);
            return true;
        });
    }

    private void see(String key, String sid) {
        writer.write(handle -> {
            outbox.seen(handle, key, sid, clock.instant());
            return true;
        });
    }

    private String state(String key) {
        return database.read(handle -> handle.createQuery("select state from outbox where item_key = :key")
                .bind("key", key)
                .mapTo(String.class)
                .one());
    }
}
