package hotline.flow;

import static hotline.phone.Language.INDONESIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The waiting room. Long because this step has more ways out than any other, and each is walked. */
class QueueStepTest {
    private static final Answer CONNECT = new Answer("connect", Map.of("queue.room", "room-7", "agent.name", "Budi"));

    private static final VoiceFlows FLOWS = new SmallFlows()
            .main("""
                    first:
                      queue: other
                      place: place
                      estimate: estimate
                      estimate-unknown: unknown
                      estimate-grown: grown
                      place-kept: place-kept
                      ringing: ringing
                      offer: offer
                      connected: connected
                      music: hold.wav
                      keys: {1: choose, 2: message}
                      long-wait: choose
                      then: after
                      nobody: nobody
                      full: full
                      closed: closed
                      too-long: too-long
                    choose: {menu: choose, keys: {1: book, 3: first, 4: after, 5: elsewhere}, otherwise: first}
                    book: {callback: other, booked: booked, already: already, refused: refused}
                    message: {voicemail: message, then: after, otherwise: after}
                    after: {hang-up: after}
                    nobody: {hang-up: nobody}
                    full: {hang-up: full}
                    closed: {hang-up: closed}
                    too-long: {hang-up: too-long}
                    booked: {hang-up: booked}
                    already: {hang-up: already}
                    refused: {hang-up: refused}
                    """)
            .file("elsewhere.yaml", """
                    flow: elsewhere
                    start: ask
                    steps:
                      ask: {menu: choose, keys: {1: human}, otherwise: human}
                    """)
            .prompt("place", "\"place {queue.place}\"")
            .prompt("grown", "\"grown {queue.grown}\"")
            .prompt("estimate", "\"estimate {queue.estimate-high}\"")
            .prompt("connected", "\"you are speaking with {agent.name}\"")
            .prompts(
                    "ringing",
                    "unknown",
                    "place-kept",
                    "offer",
                    "choose",
                    "message",
                    "after",
                    "nobody",
                    "full",
                    "closed",
                    "too-long",
                    "booked",
                    "already",
                    "refused")
            .load();

    private final PretendShop shop = new PretendShop();

    private Caller ring() {
        return Caller.rings(FLOWS, "main", INDONESIAN, shop);
    }

    private long joins() {
        return shop.questions.stream()
                .filter(Question.JoinQueue.class::isInstance)
                .count();
    }

    @Test
    void place_and_estimate_are_told_on_entering_and_then_music_plays() {
        Caller caller = ring();

        assertThat(caller.saidNow()).isEqualTo("place 2 estimate 3 offer");
        assertThat(caller.expects()).isEqualTo(new Expect.HoldMusic("/audio/hold.wav", Duration.ofSeconds(20)));
    }

    @Test
    void when_nobody_knows_how_long_that_is_said() {
        shop.answersJoin(new Answer("joined", Map.of("queue.place", "2")));

        assertThat(ring().saidNow()).isEqualTo("place 2 unknown offer");
    }

    private static Answer joined(int place, int high, int agents) {
        return new Answer("joined", waiting(place, high, agents).facts());
    }

    private static Answer waiting(int place, int high, int agents) {
        return new Answer(
                "waiting",
                Map.of(
                        "queue.place", Integer.toString(place),
                        "queue.estimate-high", Integer.toString(high),
                        "queue.agents", Integer.toString(agents)));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 9, 1, place 2 grown agents estimate 9 offer",
        "3, 9, 2, place 3 grown place estimate 9 offer",
        "2, 9, 2, place 2 grown calls estimate 9 offer",
        "2, 6, 1, place 2 estimate 6 offer",
        "1, 4, 2, place 1 estimate 4 offer",
    })
    void an_estimate_never_grows_without_saying_why(int place, int high, int agents, String said) {
        shop.answersJoin(joined(2, 6, 2));
        Caller caller = ring();
        shop.answersWait(waiting(place, high, agents));

        assertThat(caller.presses("*").saidNow()).isEqualTo(said);
    }

    @Test
    void what_was_told_is_compared_with_what_was_told_last_and_not_with_what_was_only_looked_at() {
        shop.answersJoin(joined(2, 6, 2));
        Caller caller = ring();
        shop.answersWait(waiting(2, 9, 1));
        assertThat(caller.isSilent(1).saidNow()).isEmpty();
        assertThat(caller.isSilent(1).saidNow()).isEmpty();
        assertThat(caller.isSilent(1).saidNow()).isEqualTo("place 2 grown agents estimate 9 offer");

        assertThat(caller.isSilent(3).saidNow()).isEqualTo("place 2 estimate 9 offer");
    }

    @Test
    void a_flow_without_words_for_why_does_not_tell_an_estimate_that_has_grown() {
        VoiceFlows flows = FlowLoader.load(FLOWS.sources().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> file.getValue().replaceAll("(?m)^ *estimate-grown: grown\n", ""))));
        shop.answersJoin(joined(2, 6, 2));
        Caller caller = Caller.rings(flows, "main", INDONESIAN, shop);
        shop.answersWait(waiting(2, 9, 1));

        assertThat(caller.presses("*").saidNow()).isEqualTo("place 2 offer");
        shop.answersWait(waiting(1, 5, 1));
        assertThat(caller.presses("*").saidNow()).isEqualTo("place 1 estimate 5 offer");
    }

    @Test
    void a_place_that_was_kept_is_told_first_and_once() {
        shop.answersJoin(joined(2, 6, 2).and("queue.kept", "true"));
        Caller caller = ring();

        assertThat(caller.saidNow()).isEqualTo("place-kept place 2 estimate 6 offer");
        assertThat(caller.presses("*").saidNow()).isEqualTo("place 2 estimate 3 offer");
    }

    @Test
    void a_place_that_was_kept_is_told_also_when_the_wait_is_long() {
        shop.answersJoin(joined(2, 6, 2).and("queue.kept", "true").and("queue.long", "true"));

        assertThat(ring().saidNow()).isEqualTo("place-kept choose");
    }

    @Test
    void the_place_is_told_again_every_minute() {
        Caller caller = ring();

        assertThat(caller.isSilent(1).saidNow()).isEmpty();
        assertThat(caller.isSilent(1).saidNow()).isEmpty();
        assertThat(caller.isSilent(1).saidNow()).isEqualTo("place 2 estimate 3 offer");
        assertThat(caller.isSilent(1).saidNow()).isEmpty();
    }

    @Test
    void star_tells_the_place_at_once() {
        assertThat(ring().presses("*").saidNow()).isEqualTo("place 2 estimate 3 offer");
    }

    @Test
    void a_key_that_does_nothing_leaves_the_caller_in_place() {
        Caller caller = ring().presses("8");

        assertThat(caller.expects()).isInstanceOf(Expect.HoldMusic.class);
        assertThat(joins()).isEqualTo(1);
    }

    @Test
    void an_agent_is_named_and_joined() {
        Caller caller = ring();
        shop.answersWait(CONNECT);

        caller.send(new Input.Nudged());

        assertThat(caller.saidNow()).isEqualTo("you are speaking with Budi");
        assertThat(caller.expects()).isEqualTo(new Expect.Conference("room-7"));
    }

    @Test
    void after_the_conversation_the_flow_goes_on() {
        Caller caller = ring();
        shop.answersWait(CONNECT);
        caller.isSilent(1);
        shop.answersWait(Answer.of("gone"));

        assertThat(caller.send(new Input.Returned()).saidNow()).isEqualTo("after");
    }

    @Test
    void a_caller_whose_agent_never_came_goes_on_waiting() {
        Caller caller = ring();
        shop.answersWait(CONNECT);
        caller.isSilent(1);
        shop.answersWait(new Answer("waiting", Map.of("queue.place", "1")));

        caller.send(new Input.Returned());

        assertThat(caller.saidNow()).isEqualTo("place 1 unknown offer");
        assertThat(joins()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "full", "closed"})
    void every_way_not_to_get_in_has_its_exit(String exit) {
        shop.answersJoin(Answer.of(exit));

        assertThat(ring().saidNow()).isEqualTo(exit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "closed", "too-long"})
    void every_end_of_waiting_has_its_exit(String exit) {
        Caller caller = ring();
        shop.answersWait(Answer.of(exit));

        assertThat(caller.isSilent(1).saidNow()).isEqualTo(exit);
        assertThat(shop.asked(Question.LeaveQueue.class))
                .as("there is no place left to give up")
                .isEmpty();
    }

    @Test
    void a_contact_that_is_gone_and_never_had_an_agent_finds_nobody() {
        Caller caller = ring();
        shop.answersWait(Answer.of("gone"));

        assertThat(caller.isSilent(1).saidNow()).isEqualTo("nobody");
    }

    @Test
    void while_an_agents_phone_rings_that_is_said_and_nothing_of_a_place() {
        shop.answersJoin(new Answer("joined", Map.of("queue.place", "1", "queue.ringing", "true")));

        assertThat(ring().saidNow()).isEqualTo("ringing");
    }

    @Test
    void when_the_phone_rang_in_vain_the_place_and_the_keys_are_told_before_long() {
        shop.answersJoin(new Answer("joined", Map.of("queue.place", "1", "queue.ringing", "true")));
        Caller caller = ring();
        shop.answersWait(new Answer("waiting", Map.of("queue.place", "1", "queue.ringing", "true")));
        assertThat(caller.isSilent(1).saidNow()).isEmpty();

        shop.answersWait(waiting(1, 3, 1));

        assertThat(caller.isSilent(1).saidNow()).isEqualTo("place 1 estimate 3 offer");
        assertThat(caller.isSilent(2).saidNow()).isEmpty();
        assertThat(caller.isSilent(1).saidNow()).isEqualTo("place 1 estimate 3 offer");
    }

    @Test
    void a_long_wait_is_asked_about_first_and_the_place_is_kept_meanwhile() {
        shop.answersJoin(new Answer("joined", Map.of("queue.place", "9", "queue.long", "true")));
        Caller caller = ring();
        assertThat(caller.saidNow()).isEqualTo("choose");

        caller.presses("3");

        assertThat(caller.expects()).isInstanceOf(Expect.HoldMusic.class);
        assertThat(joins()).isEqualTo(1);
        assertThat(shop.asked(Question.LeaveQueue.class)).isEmpty();
    }

    @Test
    void an_agent_who_comes_while_the_caller_makes_up_their_mind_is_joined_at_once() {
        Caller caller = ring().presses("1");
        assertThat(caller.saidNow()).isEqualTo("choose");
        shop.answersWait(CONNECT);

        caller.send(new Input.Nudged());

        assertThat(caller.expects()).isEqualTo(new Expect.Conference("room-7"));
    }

    @Test
    void zero_while_choosing_leads_back_to_the_place_in_the_queue() {
        Caller caller = ring().presses("1", "0");

        assertThat(caller.place()).isEqualTo("main/first");
        assertThat(joins()).isEqualTo(1);
    }

    @Test
    void a_callback_takes_the_place_along() {
        Caller caller = ring().presses("1", "1");

        assertThat(caller.saidNow()).isEqualTo("booked");
        assertThat(shop.asked(Question.LeaveQueue.class)).isEmpty();
    }

    @Test
    void a_voice_message_gives_up_the_place() {
        Caller caller = ring().presses("2");

        assertThat(caller.expects()).isInstanceOf(Expect.Recording.class);
        assertThat(shop.asked(Question.LeaveQueue.class)).isPresent();
    }

    @Test
    void hanging_up_gives_up_the_place() {
        ring().presses("1", "4");

        assertThat(shop.asked(Question.LeaveQueue.class)).isPresent();
    }

    @Test
    void going_over_to_another_flow_gives_up_the_place() {
        Caller caller = ring().presses("1", "5");

        assertThat(caller.place()).isEqualTo("elsewhere/ask");
        assertThat(shop.asked(Question.LeaveQueue.class)).isPresent();
        assertThat(caller.presses("0").saidNow()).isEqualTo("human bye");
    }

    @Test
    void an_agent_of_an_earlier_conversation_does_not_count_for_this_one() {
        Interpreter interpreter = new Interpreter(FLOWS);
        Session session = interpreter.begin("main", INDONESIAN, Map.of("agent.name", "Ani"));
        Caller caller = Caller.goesOn(interpreter, session, shop);
        shop.answersWait(Answer.of("gone"));

        assertThat(caller.isSilent(1).saidNow()).isEqualTo("nobody");
    }
}
