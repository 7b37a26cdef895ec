package hotline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.phone.CarrierRequest;
import hotline.phone.CarrierRequest.HangUp;
import hotline.phone.CarrierRequest.Redirect;
import hotline.phone.CarrierRequest.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How requests leave the outbox, on either database. */
@Timeout(30)
abstract class OutboxContract extends OutboxFixture {
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
    void what_a_look_has_found_is_told_and_not_kept() {
        put("sms:1", new CarrierRequest.LookIn("room", "CA1", List.of("CA2")));
        worker.runDue();
        assertThat(told).containsExactly("sms:1 Done[sid=SID-sms:1]");
        assertThat(count()).isZero();
    }

    @Test
    void every_kind_of_request_arrives_as_it_was_put() {
        List<CarrierRequest> requests = List.of(
                DIAL,
                new Redirect("CA1", "/twilio/turn/3?nudge=1"),
                new HangUp("CA2"),
                new CarrierRequest.TakePart("room", "CA1", true, "/twilio/hold", false, ""),
                new CarrierRequest.LookIn("room", "CA1", List.of("CA2", "CA3")),
                new CarrierRequest.DeleteRecording("https://carrier.example/Recordings/RE1"),
                TEXT);
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
    void pauses_grow_to_a_minute_until_the_text_is_no_longer_valid() {
        carrier.onSend("sms:1", new Reply.Later(Duration.ZERO, "too many requests"));
        put("sms:1", TEXT);
        List<Long> sentAfter = sendsWithin(Duration.ofMinutes(20), Duration.ofSeconds(1));
        for (int i = 2; i < 7; i++) {
            assertThat(sentAfter.get(i) - sentAfter.get(i - 1))
                    .isGreaterThan(sentAfter.get(i - 1) - sentAfter.get(i - 2));
        }
        for (int i = 7; i < sentAfter.size(); i++) {
            assertThat(sentAfter.get(i) - sentAfter.get(i - 1)).isBetween(60L, 76L);
        }
        assertThat(sentAfter.get(sentAfter.size() - 1)).isBetween(600L - 76, 600L);
        assertThat(told)
                .containsExactly(
                        "sms:1 Failed[code=0, reason=put off " + sentAfter.size() + " times: too many requests]");
        assertThat(carrier.lookedUp()).isEmpty();
    }

    @Test
    void a_text_outlives_an_outage_of_hours_and_is_valid_for_what_is_left() {
        Text text = new Text(TEXT.to(), TEXT.body(), TEXT.statusPath(), 14_400);
        carrier.onSend("sms:1", new Reply.Later(Duration.ZERO, "no connection"));
        put("sms:1", text);
        sendsWithin(Duration.ofHours(3), Duration.ofSeconds(20));
        assertThat(told).isEmpty();
        carrier.onSend("sms:1", new Reply.Done("SM1"));
        sendsWithin(Duration.ofMinutes(2), Duration.ofSeconds(20));
        assertThat(told).containsExactly("sms:1 Done[sid=SM1]");
        List<CarrierRequest> requests = carrier.requests();
        assertThat(requests.get(0)).isEqualTo(text);
        assertThat(requests.get(requests.size() - 1))
                .isInstanceOfSatisfying(
                        Text.class, last -> assertThat(last.validSeconds()).isBetween(3_480, 3_600));
    }

    @Test
    void a_text_that_is_no_longer_valid_when_a_node_comes_back_is_not_sent() {
        put("sms:1", TEXT);
        clock.tick(Duration.ofSeconds(TEXT.validSeconds()));
        worker.runDue();
        assertThat(carrier.sent()).isEmpty();
        assertThat(told).containsExactly("sms:1 Failed[code=0, reason=its time was over before it could be sent]");
    }

    @Test
    void each_kind_is_put_off_for_as_long_as_it_makes_sense() {
        Map<CarrierRequest, Duration> sensible = Map.of(
                DIAL,
                Duration.ofHours(4),
                new Redirect("CA1", "/x"),
                Duration.ofHours(4),
                new HangUp("CA1"),
                Duration.ofHours(4),
                new CarrierRequest.TakePart("room", "CA1", true, "/hold", false, ""),
                Duration.ofHours(4),
                new CarrierRequest.LookIn("room", "CA1", List.of("CA2")),
                Duration.ofMinutes(2),
                new CarrierRequest.DeleteRecording("https://carrier.example/RE1"),
                Duration.ofDays(1));
        sensible.forEach((request, length) -> {
            String key = "leg:" + request.getClass().getSimpleName();
            carrier.onSend(key, new Reply.Later(Duration.ZERO, "no connection"));
            put(key, request);
            Instant put = clock.instant();
            clock.pin(put.plus(length).minus(Duration.ofMinutes(1).plusSeconds(16)));
            worker.runDue();
            assertThat(state(key)).as(key).isEqualTo("waiting");
            clock.pin(put.plus(length).plusSeconds(60));
            worker.runDue();
            assertThat(state(key)).as(key).isEqualTo("failed");
            assertThat(Collections.frequency(carrier.sent(), key)).as(key).isEqualTo(2);
        });
    }

    /** Lets that time pass, step by step; after how many seconds requests were sent. */
    private List<Long> sendsWithin(Duration length, Duration step) {
        List<Long> sentAfter = new ArrayList<>();
        for (Instant end = clock.instant().plus(length); clock.instant().isBefore(end); clock.tick(step)) {
            if (worker.runDue() > 0) {
                sentAfter.add(Duration.between(NOON, clock.instant()).toSeconds());
            }
        }
        return sentAfter;
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
    void the_listener_is_told_in_the_settling_transaction() {
        outbox.onSettled("chain", (handle, key, outcome) -> outbox.put(handle, "sms:next", TEXT, NOON));
        put("chain:1", TEXT);
        worker.runDue();
        assertThat(carrier.sent()).containsExactly("chain:1", "sms:next");
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
}
