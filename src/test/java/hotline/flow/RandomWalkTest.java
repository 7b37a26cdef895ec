package hotline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.phone.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Callers who press anything, and answers that may be anything: every turn is one, and every call ends. */
class RandomWalkTest {
    private static final VoiceFlows FLOWS = FlowLoader.load(Path.of("voice-flows"));
    private static final int TURNS = 5_000;

    /** Longer than any call can last: the limit on turns, and as long a wait as the random queue lets anybody have. */
    private static final int LONGEST_CALL = 1_000;

    /** Answers every question with any exit it may have. */
    private static final class Chance implements Asker {
        private final Random random;

        Chance(Random random) {
            this.random = random;
        }

        @Override
        public Answer ask(Question question) {
            return new Answer(exit(question), facts(question));
        }

        private String exit(Question question) {
            if (question instanceof Question.NewestOrder) {
                return any("found", "none", "unavailable");
            }
            if (question instanceof Question.FindOrder) {
                return any("own", "choose", "near", "check", "card", "too-many", "unavailable");
            }
            if (question instanceof Question.VerifyOrder) {
                return any("match", "mismatch", "too-many", "unavailable");
            }
            if (question instanceof Question.NewestTicket) {
                return any("found", "none");
            }
            if (question instanceof Question.FindTicket) {
                return any("found", "not-found", "too-many");
            }
            if (question instanceof Question.OpenTicket) {
                return any("opened", "added");
            }
            if (question instanceof Question.FindIncident) {
                return any("announce", "none");
            }
            return exitOfWaiting(question);
        }

        private String exitOfWaiting(Question question) {
            if (question instanceof Question.SendMessage) {
                return any("sent", "not-sent");
            }
            if (question instanceof Question.JoinQueue) {
                return any("joined", "joined", "joined", "nobody", "full", "closed");
            }
            if (question instanceof Question.Wait) {
                return any(
                        "waiting", "waiting", "waiting", "waiting", "connect", "too-long", "nobody", "closed", "gone");
            }
            if (question instanceof Question.BookCallback) {
                return any("booked", "already", "refused");
            }
            if (question instanceof Question.FindCallback) {
                return any("found", "none", "none");
            }
            if (question instanceof Question.CancelCallback) {
                return any("canceled", "none");
            }
            if (question instanceof Question.WaitInstead) {
                return any("waits", "nobody", "none");
            }
            return question instanceof Question.LeaveQueue ? "left" : "kept";
        }

        private Map<String, String> facts(Question question) {
            if (question instanceof Question.AboutOrder) {
                return Map.of(
                        "order.number", any("240512ABCDEFGH", "11212345671234567", "?<&\u0000"),
                        "order.situation",
                                any("unpaid", "packed", "on-time", "late", "delivered", "returned", "canceled", "?"),
                        "order.placed", any("2026-11-12", "soon", ""),
                        "order.promised", any("2026-11-20", ""));
            }
            if (question instanceof Question.FindCallback) {
                return Map.of("callback.topic", any("missing-order", "other"));
            }
            if (question instanceof Question.Wait) {
                return Map.of(
                        "queue.estimate-low",
                        "1",
                        "queue.estimate-high",
                        any("2", "5", "?"),
                        "queue.place",
                        any("1", "7"),
                        "queue.room",
                        "room",
                        "agent.name",
                        any("Budi", "Ani \uD83D\uDE00"));
            }
            return Map.of(
                    "ticket.number",
                    "123456789",
                    "ticket.status",
                    any("open", "?"),
                    "queue.long",
                    any("true", "false"));
        }

        private String any(String... choices) {
            return choices[random.nextInt(choices.length)];
        }
    }

    @Test
    void every_turn_of_every_call_is_answered_and_every_call_ends() {
        Random random = new Random(20_261_122);
        Interpreter interpreter = new Interpreter(FLOWS);
        Asker asker = new Chance(random);
        int turns = 0;
        while (turns < TURNS) {
            Language language = random.nextBoolean() ? Language.INDONESIAN : Language.ENGLISH;
            Turn turn = interpreter.turn(interpreter.begin("hotline", language, Map.of()), new Input.Started(), asker);
            int length = 1;
            while (!(turn.expect() instanceof Expect.HangUp)) {
                everythingSaidIsSayable(turn);
                humanIsOneKeyAway(interpreter, turn, asker);
                turn = interpreter.turn(turn.session(), anything(turn, random), asker);
                length++;
                assertThat(length).as("turns of one call").isLessThan(LONGEST_CALL);
            }
            turns += length;
        }
    }

    private static Input anything(Turn turn, Random random) {
        if (turn.expect() instanceof Expect.Conference) {
            return random.nextBoolean() ? new Input.Returned() : new Input.Nudged();
        }
        if (turn.expect() instanceof Expect.Recording) {
            return random.nextBoolean()
                    ? new Input.Recorded("https://recordings/1", random.nextInt(20))
                    : new Input.Silence();
        }
        List<Input> inputs = List.of(
                new Input.Silence(),
                new Input.Nudged(),
                new Input.Keys(String.valueOf(random.nextInt(10))),
                new Input.Keys(String.valueOf(1 + random.nextInt(2))),
                new Input.Keys("*"),
                new Input.Keys(digits(random, new int[] {4, 9, 14, 17}[random.nextInt(4)])),
                new Input.Keys(digits(random, random.nextInt(20)) + "*" + digits(random, random.nextInt(20))));
        return inputs.get(random.nextInt(inputs.size()));
    }

    private static String digits(Random random, int count) {
        return random.ints(count, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    private static void everythingSaidIsSayable(Turn turn) {
        for (Utterance utterance : turn.utterances()) {
            assertThat(((Utterance.Say) utterance).text())
                    .isNotBlank()
                    .doesNotContain("{", "}", "<", "\u0000", "\uD83D");
        }
    }

    private static void humanIsOneKeyAway(Interpreter interpreter, Turn turn, Asker asker) {
        boolean insideNumber = turn.expect() instanceof Expect.Keys keys && keys.endsOnHash();
        boolean takesKeys = turn.expect() instanceof Expect.Keys || turn.expect() instanceof Expect.HoldMusic;
        boolean limitNear = turn.session().turns() >= Interpreter.MOST_TURNS - 1;
        if (takesKeys && !insideNumber && !limitNear) {
            Turn human = interpreter.turn(turn.session(), new Input.Keys("0"), asker);
            assertThat(human.session().flow())
                    .as("after 0 at " + turn.session().flow() + "/"
                            + turn.session().step())
                    .isIn("human", "anything-else"); // the latter when the conversation was over at that moment
        }
    }

    @Test
    void a_call_that_never_ends_is_brought_to_a_human_and_then_ended() {
        VoiceFlows flows = new SmallFlows()
                .main("first: {menu: ask, keys: {1: first}, otherwise: human}")
                .file("human.yaml", """
                        flow: human
                        start: ask
                        steps:
                          ask: {menu: human-bye, keys: {1: main}, otherwise: bye}
                          bye: {hang-up: human-bye}
                        """)
                .prompts("ask")
                .load();
        Caller caller = Caller.rings(flows, "main", Language.INDONESIAN, new PretendShop());
        for (int i = 1; i < Interpreter.MOST_TURNS; i++) {
            caller.presses("1");
        }
        assertThat(caller.presses("1").saidNow()).isEqualTo("<limit-to-human> human bye");

        for (int i = Interpreter.MOST_TURNS + 1; i < Interpreter.LAST_TURN; i++) {
            caller.presses("1");
        }
        assertThat(caller.expects()).isInstanceOf(Expect.Keys.class);
        assertThat(caller.presses("1").saidNow()).isEqualTo("<limit-goodbye>");
        assertThat(caller.expects()).isEqualTo(new Expect.HangUp());
    }

    @Test
    void a_message_is_kept_on_whatever_turn_it_comes_and_the_limit_waits_for_the_next_key() {
        VoiceFlows flows = new SmallFlows()
                .main("first: {menu: ask, keys: {1: first, 2: note}, otherwise: human}\n"
                        + "note: {voicemail: ask, then: kept, otherwise: human}\n"
                        + "kept: {menu: kept, keys: {1: first, 2: note}, otherwise: human}")
                .file("human.yaml", """
                        flow: human
                        start: ask
                        steps:
                          ask: {menu: human-bye, keys: {1: main}, otherwise: bye}
                          bye: {hang-up: human-bye}
                        """)
                .prompts("ask", "kept")
                .load();
        Caller caller = Caller.rings(flows, "main", Language.INDONESIAN, new PretendShop());
        for (int i = 1; i < Interpreter.MOST_TURNS - 1; i++) {
            caller.presses("1");
        }
        caller.presses("2");
        Input message = new Input.Recorded("https://carrier.example/RE1", 30);
        assertThat(caller.send(message).saidNow()).isEqualTo("kept");
        assertThat(caller.presses("2").saidNow()).isEqualTo("<limit-to-human> human bye");

        for (int i = Interpreter.MOST_TURNS + 1; i < Interpreter.LAST_TURN - 1; i++) {
            caller.presses("1");
        }
        caller.presses("2");
        assertThat(caller.send(message).saidNow()).isEqualTo("kept");
        assertThat(caller.presses("1").saidNow()).isEqualTo("<limit-goodbye>");
    }

    @Test
    void a_turn_that_never_comes_to_an_end_ends_the_call() {
        StringBuilder steps = new StringBuilder("first: {say: ask, then: step-0}\n");
        for (int i = 0; i < 60; i++) {
            steps.append("step-%d: {say: ask, then: step-%d}\n".formatted(i, i + 1));
        }
        VoiceFlows flows = new SmallFlows()
                .main(steps + "step-60: {hang-up: ask}\n")
                .prompts("ask")
                .load();

        Caller caller = Caller.rings(flows, "main", Language.INDONESIAN, new PretendShop());

        assertThat(caller.saidNow()).endsWith("<limit-goodbye>");
        assertThat(caller.expects()).isEqualTo(new Expect.HangUp());
    }

    @Test
    void flows_that_call_each_other_too_deeply_lead_to_a_human() {
        SmallFlows flows =
                new SmallFlows().main("first: {call: inner-1, done: human}").prompts("ask");
        for (int i = 1; i <= 11; i++) {
            flows.file(
                    "inner-" + i + ".yaml",
                    """
                    flow: inner-%d
                    returns: [done]
                    start: ask
                    steps:
                      ask: {menu: ask, keys: {1: %s}, otherwise: done}
                    """.formatted(i, i == 11 ? "done" : "deeper")
                            + (i == 11 ? "" : "  deeper: {call: inner-%d, done: done}\n".formatted(i + 1)));
        }
        Caller caller = Caller.rings(flows.load(), "main", Language.INDONESIAN, new PretendShop());
        for (int i = 0; i < 9; i++) {
            assertThat(caller.presses("1").saidNow()).isEqualTo("ask");
        }

        assertThat(caller.presses("1").saidNow()).isEqualTo("human bye");
    }
}
