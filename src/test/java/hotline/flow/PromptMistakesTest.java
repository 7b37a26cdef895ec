package hotline.flow;

import static hotline.flow.FlowMistakes.GOOD;
import static hotline.flow.FlowMistakes.good;
import static hotline.flow.FlowMistakes.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mistake in a sentence is told with its place and with what would be right. */
class PromptMistakesTest {
    @Test
    void a_prompt_must_be_there_in_every_language() {
        SmallFlows flows = good();
        flows.file("prompts/en.yaml", flows.files().get("prompts/en.yaml").replace("bye: bye\n", "byee: bye\n"));

        assertThat(problems(flows))
                .contains(
                        "prompts/en.yaml:1:1: error: `bye` is missing; prompts/id.yaml:1 has it; is `byee` meant to be it?");
    }

    @Test
    void a_fixed_prompt_must_be_there_in_every_language() {
        SmallFlows flows = good();
        flows.file("prompts/id.yaml", flows.files().get("prompts/id.yaml").replace("one-moment: <one-moment>\n", ""));

        assertThat(problems(flows))
                .containsExactly("prompts/id.yaml:1:1: error: `one-moment` is missing; prompts/en.yaml:7 has it");
    }

    @Test
    void a_placeholder_must_be_a_value_that_some_step_gives() {
        SmallFlows flows = new SmallFlows()
                .prompts("ask")
                .prompt("bye", "\"{order.numbr, last, 4}\"")
                .main(GOOD.replace("say: bye, then: end", "order: newest, found: end, none: end, unavailable: end"));

        assertThat(problems(flows))
                .contains("prompts/id.yaml:1:1: error: `bye` mentions `{order.numbr}`, which no step gives;"
                        + " did you mean `order.number`?");
    }

    @Test
    void a_fixed_prompt_mentions_only_its_own_values() {
        SmallFlows flows = good();
        flows.file("prompts/id.yaml", flows.files().get("prompts/id.yaml").replace("<whisper>", "\"{topik}\""));

        assertThat(problems(flows))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("`whisper` mentions `{topik}`")
                        .contains("did you mean `topic`?"));
    }

    @Test
    void a_value_said_in_one_language_is_said_in_the_other() {
        SmallFlows flows = new SmallFlows()
                .prompts("ask")
                .main(GOOD.replace("say: bye, then: end", "order: newest, found: end, none: end, unavailable: end"));
        flows.file(
                "prompts/id.yaml",
                "bye: \"{order.placed, date}\"\n" + flows.files().get("prompts/id.yaml"));
        flows.file("prompts/en.yaml", "bye: bye\n" + flows.files().get("prompts/en.yaml"));

        assertThat(problems(flows))
                .contains("prompts/en.yaml:1:1: error: `bye` leaves out `{order.placed}`, which another language says");
    }

    @Test
    void a_value_that_nothing_gives_is_told_only_where_it_stands() {
        SmallFlows flows = good();
        flows.file("prompts/en.yaml", flows.files().get("prompts/en.yaml").replace("<whisper>", "\"{topik}\""));

        assertThat(problems(flows))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("prompts/en.yaml:")
                .contains("{topik}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {topic          | a brace is not closed
            topic}          | a closing brace has no opening one
            {Topic}         | `{Topic}` is not a placeholder's name (small letters, digits, dots, dashes)
            {topic, spel}   | `spel` is not a way to say a value; did you mean `spell`?
            {topic, plural, one {x}} | Missing 'other' keyword in plural pattern in "{v0,plural, one {x}}"
            """)
    void a_malformed_prompt_is_told_at_its_place(String text, String expected) {
        SmallFlows flows =
                new SmallFlows().main(GOOD).prompts("ask").prompt("bye", "'" + text.replace("'", "''") + "'");

        assertThat(problems(flows)).contains("prompts/id.yaml:1:6: error: `bye` cannot be read: " + expected);
    }

    /** The rules that a sentence breaks, and where; the other sentences say no keys. */
    private static List<String> rules(String text) {
        SmallFlows flows = new SmallFlows().main(GOOD).prompts("ask").prompt("bye", text);
        return FlowLoader.check(flows.files()).stream()
                .filter(problem -> problem.rule() != Rule.KEY_NOT_SAID)
                .map(problem -> problem.file() + ":" + problem.line() + " "
                        + problem.rule().ruleName())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            Press the # key                | prompts/id.yaml:1
            ^Press\\n  the # key\\n# more^ | prompts/id.yaml:2
            {in: en, text: Press # it\\n }  | prompts/id.yaml:1
            """)
    void a_text_that_a_comment_cuts_off_is_told(String text, String place) {
        assertThat(rules(text.replace("\\n", "\n"))).contains(place + " cut-off-text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Press the # key\"",
                "\"Press it\" # the key",
                "Press it\n# the key",
                "Press it#now",
                ">- # folded\n  Press the # key"
            })
    void a_comment_that_cuts_nothing_off_is_not_told(String text) {
        assertThat(rules(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We're sorry.\"",
                "“We're sorry.",
                "“We're sorry.”",
                "'\"We are sorry.\"'",
                "“We're” sorry.\"",
                ">-\n  We're\n  sorry.”"
            })
    void a_quotation_mark_at_an_end_that_belongs_to_nothing_is_told(String text) {
        assertThat(rules(text)).containsExactly("prompts/en.yaml:1 stray-quote", "prompts/id.yaml:1 stray-quote");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"We're sorry.\"",
                "For more, say \"more\"",
                "“More” is for more.",
                "“One” is not “two”",
                "It's five o'clock, they said 'five'"
            })
    void quotation_marks_around_a_part_of_a_sentence_are_not_told(String text) {
        assertThat(rules(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '{topic, select, missing-order {a} no-tracking-number {b} other {c}}'  | `topic` and says of `defective-return` what
            '{topic, select, missing-order {a} no-tracking-number {b} defective-return {d} other {c}}' |
            '{topic, select, missing-order {a} other {c}}' |
            '{language, select, en {a} other {c}}' |
            """)
    void a_sentence_that_tells_most_topics_apart_tells_all(String text, @Nullable String told) {
        SmallFlows flows = new SmallFlows().main(GOOD).prompts("ask").prompt("bye", "\"" + text + "\"");

        assertThat(FlowLoader.check(flows.files()))
                .filteredOn(problem -> problem.rule() == Rule.TOPIC_WITHOUT_BRANCH)
                .hasSize(told == null ? 0 : 2)
                .allSatisfy(problem -> assertThat(problem.text()).contains(told));
    }
}
