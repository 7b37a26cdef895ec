package hotline.order;

import static hotline.order.Samples.BUDI;
import static hotline.order.Samples.NOON;
import static hotline.order.Samples.RINA;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.flow.Answer;
import hotline.flow.Question;
import hotline.phone.CallSid;
import hotline.phone.PhoneNumber;
import hotline.store.Database;
import hotline.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LookUpLimitsContract {
    private static final LookUpLimits.Settings SETTINGS = new LookUpLimits.Settings(5, 3, 10, 12, 4, 6);
    private static final Answer CHECK = new Answer("check", Map.of("order.number", "1"));
    private static final Answer MISMATCH = Answer.of("mismatch");
    private static final Answer MATCH = Answer.of("match");

    private final LookUpLimits limits = new LookUpLimits(SETTINGS);
    private Database database;
    private Writer writer;
    private int calls;

    abstract Database open();

    @BeforeAll
    void start() {
        database = open();
        writer = new Writer(database, Duration.ofSeconds(20));
    }

    @BeforeEach
    void empty() {
        writer.write(handle -> {
            handle.execute("delete from missed_look_ups");
            return true;
        });
    }

    @AfterAll
    void stop() {
        writer.close();
        database.close();
    }

    @Test
    void the_sixth_strange_number_in_a_call_is_too_many() {
        CallSid call = newCall();
        for (int i = 0; i < 5; i++) {
            assertThat(find(call, Optional.of(RINA), CHECK, NOON)).isEqualTo(CHECK);
        }
        assertThat(find(call, Optional.of(RINA), CHECK, NOON)).isEqualTo(Answer.of("too-many"));
        assertThat(find(newCall(), Optional.of(RINA), CHECK, NOON)).isEqualTo(CHECK);
    }

    @Test
    void a_caller_who_finds_their_own_orders_meets_no_limit() {
        CallSid call = newCall();
        Answer own = Answer.of("own");
        for (int i = 0; i < 20; i++) {
            assertThat(find(call, Optional.of(RINA), own, NOON)).isEqualTo(own);
        }
    }

    @Test
    void the_eleventh_strange_number_in_an_hour_is_too_many_for_one_caller_only() {
        for (int i = 0; i < 10; i++) {
            assertThat(find(newCall(), Optional.of(RINA), CHECK, NOON.plusSeconds(i)))
                    .isEqualTo(CHECK);
        }
        assertThat(find(newCall(), Optional.of(RINA), CHECK, NOON.plusSeconds(60)))
                .isEqualTo(Answer.of("too-many"));
        assertThat(find(newCall(), Optional.of(BUDI), CHECK, NOON.plusSeconds(60)))
                .isEqualTo(CHECK);
        assertThat(find(newCall(), Optional.of(RINA), CHECK, NOON.plusSeconds(3_700)))
                .isEqualTo(CHECK);
    }

    @Test
    void all_withheld_numbers_share_one_limit() {
        find(newCall(), Optional.of(BUDI), CHECK, NOON);
        for (int i = 0; i < 12; i++) {
            assertThat(find(newCall(), Optional.empty(), CHECK, NOON)).isEqualTo(CHECK);
        }
        assertThat(find(newCall(), Optional.empty(), CHECK, NOON)).isEqualTo(Answer.of("too-many"));
        assertThat(find(newCall(), Optional.of(RINA), CHECK, NOON)).isEqualTo(CHECK);
    }

    @Test
    void the_third_wrong_proof_in_a_call_is_too_many_and_then_so_is_the_right_one() {
        CallSid call = newCall();
        assertThat(verify(call, "1", MISMATCH, NOON)).isEqualTo(MISMATCH);
        assertThat(verify(call, "2", MISMATCH, NOON)).isEqualTo(MISMATCH);
        assertThat(verify(call, "3", MISMATCH, NOON)).isEqualTo(Answer.of("too-many"));
        assertThat(verify(call, "3", MATCH, NOON)).isEqualTo(Answer.of("too-many"));
        assertThat(verify(newCall(), "3", MATCH, NOON)).isEqualTo(MATCH);
    }

    @Test
    void wrong_proofs_for_one_order_are_limited_however_many_callers_try() {
        for (int i = 0; i < 4; i++) {
            assertThat(verify(newCall(), "1", MISMATCH, NOON)).isEqualTo(MISMATCH);
        }
        assertThat(verify(newCall(), "1", MATCH, NOON.plusSeconds(7_200))).isEqualTo(Answer.of("too-many"));
        assertThat(verify(newCall(), "2", MATCH, NOON.plusSeconds(7_200))).isEqualTo(MATCH);
        assertThat(verify(newCall(), "1", MATCH, NOON.plusSeconds(90_000))).isEqualTo(MATCH);
    }

    @Test
    void wrong_proofs_for_all_orders_together_are_limited_per_hour() {
        for (int i = 0; i < 6; i++) {
            assertThat(verify(newCall(), "order" + i, MISMATCH, NOON)).isEqualTo(MISMATCH);
        }
        assertThat(verify(newCall(), "another", MATCH, NOON)).isEqualTo(Answer.of("too-many"));
        assertThat(verify(newCall(), "another", MATCH, NOON.plusSeconds(3_700))).isEqualTo(MATCH);
    }

    @Test
    void ticket_numbers_are_limited_too_also_when_one_is_right_at_last() {
        CallSid call = newCall();
        Answer notFound = Answer.of("not-found");
        for (int i = 0; i < 5; i++) {
            assertThat(ticket(call, notFound)).isEqualTo(notFound);
        }
        assertThat(ticket(call, Answer.of("found"))).isEqualTo(Answer.of("too-many"));
    }

    @Test
    void a_directory_that_does_not_answer_costs_the_caller_no_try() {
        CallSid call = newCall();
        Answer unavailable = Answer.of("unavailable");
        for (int i = 0; i < 10; i++) {
            assertThat(find(call, Optional.empty(), unavailable, NOON)).isEqualTo(unavailable);
            assertThat(verify(call, "1", unavailable, NOON)).isEqualTo(unavailable);
        }
        assertThat(verify(call, "1", MATCH, NOON)).isEqualTo(MATCH);
    }

    @Test
    void nothing_that_was_typed_is_kept_as_it_was_typed() {
        verify(newCall(), "24051222233344", MISMATCH, NOON);
        find(newCall(), Optional.empty(), Answer.of("card"), NOON);
        List<String> kept =
                database.read(handle -> handle.createQuery("select subject from missed_look_ups order by id")
                        .mapTo(String.class)
                        .list());
        assertThat(kept).hasSize(2);
        assertThat(kept.get(0)).hasSize(64).doesNotContain("24051222233344");
        assertThat(kept.get(1)).isEmpty();
    }

    private CallSid newCall() {
        return new CallSid("CA" + ++calls);
    }

    private Answer find(CallSid call, Optional<PhoneNumber> caller, Answer answer, Instant now) {
        return count(call, caller, new Question.FindOrder("4111111111111111"), answer, now);
    }

    private Answer verify(CallSid call, String keys, Answer answer, Instant now) {
        return count(call, Optional.empty(), new Question.VerifyOrder(keys, "0000"), answer, now);
    }

    private Answer ticket(CallSid call, Answer answer) {
        return count(call, Optional.of(RINA), new Question.FindTicket("123456789"), answer, NOON);
    }

    private Answer count(CallSid call, Optional<PhoneNumber> caller, Question question, Answer answer, Instant now) {
        return writer.write(handle -> limits.count(handle, call, caller, question, answer, now));
    }
}
