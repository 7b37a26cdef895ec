package hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.call.CallHistory;
import hotline.call.CallStatus;
import hotline.call.CallStatusEvent;
import hotline.call.Calls;
import hotline.call.FailedVoice;
import hotline.call.FailedVoices;
import hotline.call.IncomingCall;
import hotline.call.SpeechFailure;
import hotline.call.UnknownCallException;
import hotline.flow.Input;
import hotline.flow.Voice;
import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.store.DueWorker;
import hotline.ticket.TicketFilter;
import hotline.twilio.PublicUrl;
import hotline.twilio.TwimlWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every call must hold to, on each database: a turn happens once, and events move a call forward only. Long because turns and
 * events can overtake each other in many ways, and each is told.
 */
abstract class CallsContract {
    private static final Instant MORNING = Instant.parse("2026-11-23T03:00:00Z");
    static final CallSid CALL = new CallSid("CA00000000000000000000000000000001");
    private static final PhoneNumber HOTLINE = new PhoneNumber("+62215550001");
    static final Input ONE = new Input.Keys("1");
    private static final Input HUMAN = new Input.Keys("0");
    private static final int AT_ONCE = 8;

    private final TestClock clock = TestClock.pinned(MORNING);
    private final List<Core> cores = new ArrayList<>();
    private String databaseUrl = "";
    private Core core;
    private Calls calls;

    abstract String newDatabase();

    @BeforeEach
    void open() {
        databaseUrl = newDatabase();
        core = node();
        calls = conversations(core);
        new SampleShop(core, MORNING).open();
    }

    @AfterEach
    void close() {
        cores.forEach(Core::close);
    }

    @Test
    void the_same_webhook_again_gets_the_same_bytes_and_has_no_second_effect() {
        String greeting = ring();
        String offer = calls.turn(CALL, 1, ONE);
        String state = calls.turn(CALL, 2, ONE);
        String ticket = calls.turn(CALL, 3, ONE);

        assertThat(ring()).isEqualTo(greeting);
        assertThat(calls.turn(CALL, 1, ONE)).isEqualTo(offer);
        assertThat(calls.turn(CALL, 3, ONE)).isEqualTo(ticket);
        assertThat(calls.turn(CALL, 2, new Input.Silence())).isEqualTo(state);
        assertThat(countTickets()).isEqualTo(1);
        assertThat(history().keys()).containsExactly("1", "1", "1");
    }

    @Test
    void the_same_webhook_at_the_same_instant_gets_the_same_bytes_and_one_ticket() {
        ring();
        calls.turn(CALL, 1, ONE);
        calls.turn(CALL, 2, ONE);

        assertThat(together(List.of(calls))).hasSize(1);
        assertThat(countTickets()).isEqualTo(1);
    }

    @Test
    void a_turn_that_the_call_has_not_come_to_is_not_taken() {
        ring();
        assertThatThrownBy(() -> calls.turn(CALL, 3, ONE)).hasMessageContaining("stands at turn 1");
        assertThatThrownBy(() -> calls.turn(new CallSid("CAnever"), 1, ONE))
                .isInstanceOf(UnknownCallException.class)
                .hasMessageContaining("no call CAnever");
    }

    @Test
    void a_call_that_has_ended_stays_ended_whatever_is_told_later() {
        ring();
        calls.callStatus(event(CallStatus.COMPLETED));
        calls.callStatus(event(CallStatus.RINGING));
        calls.callStatus(event(CallStatus.IN_PROGRESS));

        assertThat(history().status()).isEqualTo("completed");
        assertThat(history().outcome()).contains("main-menu/choose-topic");
        assertThat(history().events())
                .filteredOn(event -> event.kind().equals("ended"))
                .hasSize(1);
    }

    @Test
    void a_turn_that_comes_after_the_end_of_the_call_is_hung_up_on_and_changes_nothing() {
        ring();
        String menu = calls.turn(CALL, 1, new Input.Keys("9"));
        calls.callStatus(event(CallStatus.COMPLETED));

        String late = calls.turn(CALL, 2, HUMAN);
        assertThat(late).contains("<Hangup/>").doesNotContain("<Say");
        assertThat(calls.turn(CALL, 2, HUMAN)).isEqualTo(late);
        assertThat(calls.turn(CALL, 1, HUMAN)).as("taken before").isEqualTo(menu);
        assertThat(texts("select state from contact")).isEmpty();
        assertThat(texts("select state from reservation")).isEmpty();
        assertThat(history().keys()).containsExactly("9");
    }

    @Test
    void a_message_is_kept_also_when_the_end_of_the_call_is_told_before_it() {
        ring();
        calls.turn(CALL, 1, HUMAN);
        calls.turn(CALL, 2, new Input.Keys("2"));
        calls.callStatus(event(CallStatus.COMPLETED));

        Input message = new Input.Recorded("https://carrier.example/Recordings/RE1", 30);
        String kept = calls.turn(CALL, 3, message);
        assertThat(calls.turn(CALL, 3, message)).isEqualTo(kept);
        assertThat(texts("select recording_url from voicemail"))
                .containsExactly("https://carrier.example/Recordings/RE1");
        assertThat(countTickets()).isEqualTo(1);
        assertThat(texts("select outcome from contact")).containsExactly("voicemail");
        assertThat(history().status()).isEqualTo("completed");
    }

    @Test
    void a_message_that_comes_after_the_end_of_the_call_is_kept_though_another_turn_came_late_before_it() {
        ring();
        calls.turn(CALL, 1, HUMAN);
        calls.turn(CALL, 2, new Input.Keys("2"));
        calls.callStatus(event(CallStatus.COMPLETED));
        calls.turn(CALL, 3, new Input.Silence());
        calls.turn(CALL, 3, new Input.Recorded("https://carrier.example/Recordings/RE1", 30));

        assertThat(countTickets()).isEqualTo(1);
    }

    @Test
    void a_call_whose_end_is_told_before_its_beginning_is_over_as_soon_as_it_begins() {
        calls.callStatus(event(CallStatus.COMPLETED));
        String greeting = ring();
        assertThat(ring()).isEqualTo(greeting);

        assertThat(history().status()).isEqualTo("completed");
        assertThat(calls.turn(CALL, 1, HUMAN)).contains("<Hangup/>").doesNotContain("<Say");
        assertThat(texts("select state from contact")).isEmpty();
    }

    @Test
    void the_end_of_a_call_that_never_began_is_forgotten() {
        calls.callStatus(event(CallStatus.COMPLETED));
        clock.tick(Duration.ofMinutes(11));
        try (DueWorker worker = new DueWorker(core.database(), core.writer(), core.dueWork(), clock)) {
            worker.runDue();
        }
        assertThat(texts("select kind from due_work")).isEmpty();
    }

    @Test
    void a_call_from_which_nothing_is_heard_any_more_is_closed() {
        ring();
        clock.tick(Duration.ofMinutes(5));
        try (DueWorker worker = new DueWorker(core.database(), core.writer(), core.dueWork(), clock)) {
            worker.runDue();
        }
        assertThat(history().status()).isEqualTo("completed");
        assertThat(texts("select item_key from outbox")).contains("ghost:" + CALL);
    }

    @Test
    void a_call_as_if_at_another_time_keeps_its_distance_from_the_real_time() {
        incoming(Optional.of(LocalDateTime.parse("2099-12-25T22:00")));
        calls.turn(CALL, 1, new Input.Keys("3"));
        String human = calls.turn(CALL, 2, new Input.Keys("0"));

        assertThat(human).contains("di luar jam layanan");
        assertThat(core.database()
                        .<Long>read(handle -> handle.createQuery("select hours_shift from call")
                                .mapTo(Long.class)
                                .one()))
                .isEqualTo(Duration.between(MORNING, Instant.parse("2099-12-25T15:00:00Z"))
                        .toSeconds());
        assertThat(history().startedAt()).isEqualTo(MORNING);
        assertThat(history().events()).anySatisfy(event -> {
            assertThat(event.kind()).isEqualTo("as-if");
            assertThat(event.detail()).isEqualTo("2099-12-25 22:00");
            assertThat(event.at()).isEqualTo(MORNING);
        });
    }

    @Test
    void a_voice_that_failed_is_not_in_the_next_answer_and_still_is_in_the_one_that_was_given() {
        String greeting = ring();
        fails(Optional.of(0), CALL);

        assertThat(ring()).isEqualTo(greeting).contains(voice().name());
        assertThat(calls.turn(CALL, 1, ONE))
                .contains("voice=\"" + voice().fallback().orElseThrow() + "\"")
                .doesNotContain("voice=\"" + voice().name() + "\"");
        clock.tick(FailedVoices.ASIDE);
        assertThat(calls.turn(CALL, 2, ONE)).contains("voice=\"" + voice().name() + "\"");
    }

    @Test
    void a_voice_that_is_told_late_to_have_failed_is_the_one_of_that_turn() {
        ring();
        calls.turn(CALL, 1, new Input.Keys("9"));
        calls.turn(CALL, 2, ONE);
        Voice english = core.flows().voice(Language.ENGLISH);
        fails(Optional.of(2), CALL);
        calls.turn(CALL, 3, ONE);
        fails(Optional.of(2), CALL);

        assertThat(core.failedVoices().list()).extracting(FailedVoice::name).containsExactly(english.name());
        fails(Optional.empty(), CALL);
        assertThat(core.failedVoices().list())
                .as("of the latest turn")
                .extracting(FailedVoice::name)
                .contains(english.fallback().orElseThrow());
    }

    @Test
    void of_a_leg_or_a_turn_that_is_none_of_ours_nothing_is_put_aside() {
        ring();
        fails(Optional.empty(), new CallSid("CAnever"));
        fails(Optional.of(7), CALL);

        assertThat(core.failedVoices().list()).isEmpty();
    }

    @Test
    void a_node_that_starts_later_does_not_speak_with_a_voice_that_failed() {
        ring();
        fails(Optional.empty(), CALL);

        assertThat(anotherNode().turn(CALL, 1, ONE)).contains(voice().fallback().orElseThrow());
    }

    final void fails(Optional<Integer> turn, CallSid leg) {
        calls.speechFailed(new SpeechFailure(leg, turn, "13511"));
    }

    final Voice voice() {
        return core.flows().voice(Language.INDONESIAN);
    }

    /** The turn that opens the ticket, taken at one instant by several threads; the different answers. */
    final List<String> together(List<Calls> nodes) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<String>> turns = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                Calls node = nodes.get(i % nodes.size());
                turns.add(() -> node.turn(CALL, 3, ONE));
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(turns)) {
                answers.add(answer.get());
            }
            return answers.stream().distinct().toList();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Another node on the same database. */
    final Calls anotherNode() {
        return conversations(node());
    }

    final Calls calls() {
        return calls;
    }

    final String ring() {
        return incoming(Optional.empty());
    }

    private String incoming(Optional<LocalDateTime> asIfAt) {
        return calls.incoming(
                new IncomingCall(CALL, Optional.of(SampleShop.CALLER), Optional.of(HOTLINE), Optional.empty(), asIfAt));
    }

    final void press(int turn) {
        calls.turn(CALL, turn, ONE);
    }

    final int countTickets() {
        return core.database()
                .read(handle -> core.tickets().list(handle, TicketFilter.ALL).size());
    }

    private List<String> texts(String query) {
        return core.database()
                .read(handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    private CallHistory.CallView history() {
        return core.database()
                .read(handle -> new CallHistory().find(handle, CALL))
                .orElseThrow();
    }

    private static CallStatusEvent event(CallStatus status) {
        return new CallStatusEvent(CALL, status, Optional.empty());
    }

    final Core node() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "HOTLINE_PUBLIC_URL",
                "https://hotline.example",
                "HOTLINE_DATABASE_URL",
                databaseUrl,
                "HOTLINE_CALLER_ID",
                HOTLINE.e164(),
                "TWILIO_ACCOUNT_SID",
                "AC" + "1".repeat(32),
                "TWILIO_AUTH_TOKEN",
                "token"));
        Core opened = Core.open(Settings.read(environment), clock);
        cores.add(opened);
        return opened;
    }

    static Calls conversations(Core core) {
        return core.calls(new TwimlWriter(
                PublicUrl.of(URI.create("https://hotline.example")),
                path -> Optional.of(Duration.ofSeconds(10)),
                core.failedVoices()::speaker));
    }
}
