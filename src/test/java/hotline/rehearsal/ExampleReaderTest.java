package hotline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.flow.FlowLoader;
import hotline.flow.FlowProblem;
import hotline.flow.VoiceFlows;
import hotline.rehearsal.Outcome.Expectation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Example calls are read as their authors mean them, and every mistake is told with its place. */
class ExampleReaderTest {
    private static final VoiceFlows FLOWS = FlowLoader.load(Path.of("voice-flows"));

    private final ExampleReader reader = new ExampleReader(FLOWS);

    private Example read(String source) {
        List<Example> examples = reader.file("tests/a.yaml", source);
        assertThat(reader.problems()).isEmpty();
        return examples.get(0);
    }

    @Test
    void what_is_left_out_is_as_on_any_day() {
        Given given = read("test: a\ncall: [hang up]").given();
        assertThat(given.caller()).contains(GivenReader.USUAL_CALLER);
        assertThat(given.at()).isEqualTo(Instant.parse("2026-11-23T03:00:00Z"));
        assertThat(given.orders()).isEmpty();
        assertThat(given.agents()).isEmpty();
    }

    @Test
    void the_clock_is_that_of_the_number_that_is_rung() {
        Given given = read("""
                test: a
                given: {language: en, at: 2026-12-24T22:00}
                call: [hang up]""").given();
        assertThat(given.dialled().number().e164()).isEqualTo("+12025550143");
        assertThat(given.at()).isEqualTo(Instant.parse("2026-12-25T03:00:00Z"));
    }

    @Test
    void moves_are_read_in_order() {
        List<Move> moves = read("""
                test: a
                call:
                  - hear: [welcome, {ticket-opened: {number: any}}]
                  - press: 2605 12-ABCDEFGH#
                  - wait: 1h 2m 3s
                  - say-nothing
                  - agent hangs up
                  - orders: unavailable""").moves();
        assertThat(moves)
                .extracting(Move::words)
                .containsExactly(
                        "hear welcome, ticket-opened {ticket.number: any}",
                        "press 26051222233344#",
                        "wait 1h2m3s",
                        "say nothing",
                        "agent hangs up",
                        "orders unavailable");
        assertThat(((Move.Wait) moves.get(2)).length()).isEqualTo(Duration.ofSeconds(3723));
    }

    @Test
    void nothing_means_no_ticket_no_callback_no_voice_message_and_no_text() {
        Outcome outcome = read("test: a\ncall: [hang up]\nthen: nothing").outcome();
        assertThat(outcome.facts()).containsOnlyKeys("ticket", "callback", "voicemail");
        assertThat(outcome.facts().values()).extracting(Expectation::value).containsOnly("none");
        assertThat(outcome.sms().map(Outcome.Messages::names)).isEqualTo(Optional.of(List.of()));
    }

    @Test
    void a_ticket_of_any_category_may_be_expected() {
        Outcome outcome = read("test: a\ncall: [hang up]\nthen: {ticket: {category: any}}")
                .outcome();
        assertThat(outcome.facts()).containsKeys("ticket", "ticket.category");
    }

    @Test
    void several_examples_stand_in_one_file() {
        assertThat(reader.file("tests/a.yaml", "test: a\ncall: [hang up]\n---\ntest: b\ncall: [hang up]\n"))
                .extracting(Example::name)
                .containsExactly("a", "b");
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void every_mistake_is_told_at_once_and_where() {
        reader.file("tests/a.yaml", """
                test: a
                given:
                  caller: 0812
                  at: tomorrow
                  orders: [{number: 261114QRWXYZ22, status: shiped}]
                  tickets: [{number: 123456789}]
                call:
                  - hear: welcom
                  - hear: {ticket-opened: {numbre: any}}
                  - pres: 1
                  - agent hang up
                  - press: "?"
                  - wait: soon
                then: {tickt: none, sms: ticket-opend, at: human/wating}
                """);
        assertThat(reader.problems())
                .extracting(FlowProblem::toString)
                .containsExactly(
                        "tests/a.yaml:3:11: error: `0812` is not a telephone number; write it in quotes with + and the"
                                + " country's code, or `withheld`",
                        "tests/a.yaml:4:7: error: `tomorrow` is not a time; write it as 2026-11-23T10:00",
                        "tests/a.yaml:5:45: error: `shiped` is not a status of an order; did you mean `shipped`?",
                        "tests/a.yaml:6:22: error: `123456789` is not a ticket's number; the last digit is a check"
                                + " digit: 123456786",
                        "tests/a.yaml:8:11: error: `welcom` is not a prompt; did you mean `welcome`?",
                        "tests/a.yaml:9:28: error: prompt `ticket-opened` says no value `numbre`; did you mean"
                                + " `number`?",
                        "tests/a.yaml:10:5: error: `pres` is nothing that happens in a call; did you mean `press`?",
                        "tests/a.yaml:11:5: error: `agent hang up` is nothing that happens in a call; did you mean"
                                + " `agent hangs up`?",
                        "tests/a.yaml:12:12: error: `?` cannot be pressed; a phone has 0 to 9, letters, * and #",
                        "tests/a.yaml:13:11: error: `soon` is not a length of time; write it as 30s, 2m or 1h 30m",
                        "tests/a.yaml:14:8: error: `then` of the example has no field `tickt`; did you mean `ticket`?",
                        "tests/a.yaml:14:26: error: `ticket-opend` is not a message; did you mean `ticket-opened`?",
                        "tests/a.yaml:14:44: error: there is no step `human/wating`; did you mean `human/waiting`?");
    }

    @ParameterizedTest
    @CsvSource({
        "test: a, an example needs `call`",
        "call: [hang up], has no `test`",
        "'{test: a, call: [hang up]}\n---\n{test: a, call: [hang up]}', of this name already",
        "'{test: a, call: [hang up], than: nothing}', did you mean `then`",
        "'{test: a, call: [hang up], then: {ticket: {category: missing-ordr}}}', did you mean `missing-order`",
        "'{test: a, call: [hang up], then: {callback: {topic: defective-retrun}}}', did you mean `defective-return`"
    })
    void what_makes_no_example_is_told(String source, String told) {
        reader.file("tests/a.yaml", source);
        assertThat(reader.problems()).extracting(FlowProblem::toString).anyMatch(problem -> problem.contains(told));
    }

    @Test
    void a_value_must_be_said_and_any_value_must_be_there() {
        Spoken spoken = new Spoken("ticket-opened", Map.of("ticket.number", "123456786"), "…");
        assertThat(new Expected("ticket-opened", Map.of()).matches(spoken)).isTrue();
        assertThat(new Expected("ticket-opened", Map.of("ticket.number", "any")).matches(spoken))
                .isTrue();
        assertThat(new Expected("ticket-opened", Map.of("ticket.due", "any")).matches(spoken))
                .isFalse();
        assertThat(new Expected("ticket-opened", Map.of("ticket.number", "1")).matches(spoken))
                .isFalse();
        assertThat(new Expected("ticket-added", Map.of()).matches(spoken)).isFalse();
    }
}
