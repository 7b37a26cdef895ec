package hotline.flow;

import static hotline.flow.FlowMistakes.GOOD;
import static hotline.flow.FlowMistakes.good;
import static hotline.flow.FlowMistakes.problems;
import static hotline.flow.FlowMistakes.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake in a flow is told with its place and with what would be right. */
class FlowLoaderTest {
    @Test
    void a_good_flow_loads() {
        assertThat(good().load().version()).hasSize(12).isEqualTo(good().load().version());
    }

    @Test
    void any_change_of_a_file_is_another_version() {
        assertThat(good().file("voices.yaml", "id: Voice.x\nen: Voice.en\n")
                        .load()
                        .version())
                .isNotEqualTo(good().load().version());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            keys: {1: second}   | keys: {1: secnd}     | main.yaml:6:15: error: there is no step `secnd`; did you mean `second`?
            otherwise: human    | otherwise: humann    | main.yaml:7:16: error: there is no step `humann`; did you mean `human`?
            menu: ask           | menu: aks            | main.yaml:5:11: error: there is no prompt `aks`; did you mean `ask`?
            say: bye            | says: bye            | main.yaml:8:3: error: step `second` begins with `says`, which is not a kind of step; did you mean `say`?
            say: bye, then: end | then: end, say: bye  | main.yaml:8:3: error: step `second` must begin with its kind; write `say` first
            hang-up: bye        | goto: bye            | main.yaml:9:3: error: step `end` must begin with its kind: one of booked-callback, call, callback, choose, collect, decide, find-ticket, hang-up, language, menu, message, order, queue, rate, say, ticket, voicemail
            otherwise: human    | otherwize: human     | main.yaml:7:5: error: step `first` has no field `otherwize`; did you mean `otherwise`?
            otherwise: human    | attempts: 2          | main.yaml:4:3: error: step `first` has no `otherwise`: where callers go who press nothing, or nothing that is on offer
            otherwise: human    | "otherwise: human\\n  attempts: 9" | main.yaml:8:15: error: `attempts` is `9`; it must be a whole number from 1 to 5
            keys: {1: second}   | keys: {0: second}    | main.yaml:6:12: error: key 0 leads to a human everywhere; take a key from 1 to 9
            keys: {1: second}   | keys: {'*': second}  | main.yaml:6:12: error: key * repeats everywhere; take a key from 1 to 9
            keys: {1: second}   | keys: {1: second, 1: end} | main.yaml:6:23: error: `1` is already given in line 6
            then: end           | then: human          | main.yaml:9:3: error: no way leads to step `end`
            then: end           | then: second         | main.yaml:8:3: error: step `second` comes back to itself and the caller is never asked anything on the way
            say: bye, then      | queue: sales, then   | main.yaml:8:19: error: there is no queue `sales`; there is defective-return, missing-order, no-tracking-number, other, topic
            say: bye, then      | queue: other, then   | main.yaml:8:3: error: step `second` has no `nobody`: where it goes on when no agent is there
            say: bye, then      | queue: other, then   | main.yaml:8:3: error: step `second` has no `full`: where it goes on when too many are waiting
            say: bye, then      | queue: other, then   | main.yaml:8:3: error: step `second` has no `closed`: where it goes on when the agents have gone home
            say: bye, then      | queue: other, then   | main.yaml:8:3: error: step `second` has no `too-long`: where it goes on when the caller has waited too long
            say: bye, then      | collect: pni, prompt: ask, otherwise: end, then | main.yaml:8:21: error: there is no kind of entry `pni`; did you mean `pin`?
            say: bye, then      | ticket: missing-ordr, opened: end, added: end, x | main.yaml:8:20: error: there is no topic `missing-ordr`; did you mean `missing-order`?
            say: bye, then      | order: newst, then   | main.yaml:8:19: error: `newst` is not something to ask about orders; did you mean `newest`?
            say: bye, then      | language: fr, then   | main.yaml:8:22: error: there is no language `fr`; there is en, id
            say: bye, then      | message: sory-trouble, then | main.yaml:8:21: error: there is no message `sory-trouble`; did you mean `sorry-trouble`?
            say: bye, then      | call: hooman, then   | main.yaml:8:18: error: there is no flow `hooman`; did you mean `human`?
            "say: bye, then: end" | "decide: [{when: color was red, go: end}], otherwise: end" | main.yaml:8:28: error: `color was red` is not a condition; write `value is word`, `value is not word`, `value is set`, `value is more than 3` or `value is less than 3`
            "say: bye, then: end" | "decide: [{when: color is red, go: end}], otherwise: end"  | main.yaml:8:28: error: there is no value `color`; there is topic
            "second: {say: bye, then: end}" | "second: [say, bye]" | main.yaml:8:11: error: step `second` must have fields, each as `name: value`
            "keys: {1: second}" | "keys: &k {1: second}" | main.yaml:6:11: error: anchors (&) and aliases (*) are not understood here; write it out
            "keys: {1: second}" | "keys: {1: second" | main.yaml:6:11: error: the brace opened in line 6 is not closed
            """)
    void a_mistake_in_a_flow_is_told_at_its_place(String right, String wrong, String expected) {
        assertThat(problems(with(right, wrong.replace("\\n", "\n")))).contains(expected);
    }

    @Test
    void a_flow_is_named_like_its_file() {
        assertThat(problems(good().file("Other.yaml", "flow: other\nstart: end\nsteps:\n  end: {hang-up: bye}\n")))
                .contains("Other.yaml:1:7: error: the flow is called `other` but its file is named `Other.yaml`");
    }

    @Test
    void a_step_with_a_flows_name_is_refused() {
        assertThat(problems(with("second", "human")))
                .contains("main.yaml:8:3: error: `human` is also the name of a flow; nobody could tell which is meant");
    }

    @Test
    void all_mistakes_are_told_at_once_in_the_order_of_the_file() {
        SmallFlows flows = new SmallFlows()
                .prompts("ask", "bye")
                .main(GOOD.replace("menu: ask", "menu: aks").replace("hang-up: bye", "hang-up: bey"));

        assertThat(problems(flows))
                .containsExactly(
                        "main.yaml:5:11: error: there is no prompt `aks`; did you mean `ask`?",
                        "main.yaml:9:18: error: there is no prompt `bey`; did you mean `bye`?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            numbers.yaml | "0215550001: {flow: main, language: id, zone: Asia/Jakarta}" | numbers.yaml:1:1: error: `0215550001` is not an international number; write it in quotes, as "+62215550001"
            numbers.yaml | "'+62215550001': {flow: mian, language: id, zone: Asia/Jakarta}" | numbers.yaml:1:24: error: there is no flow `mian`; did you mean `main`?
            numbers.yaml | "'+62215550001': {flow: main, language: de, zone: Asia/Jakarta}" | numbers.yaml:1:40: error: there is no language `de`; there is en, id
            numbers.yaml | "'+62215550001': {flow: main, language: id, zone: Jakarta}" | numbers.yaml:1:50: error: `Jakarta` is not a time zone; did you mean `Asia/Jakarta`?
            entries.yaml | "pin: {shapes: 99A, logged: nothing}" | entries.yaml:1:15: error: `99A` is not a shape; write 9 for a digit, X for a letter or digit, - for a pause
            entries.yaml | "pin: {least-digits: 5, most-digits: 4, logged: nothing}" | entries.yaml:1:1: error: `most-digits` is less than `least-digits`
            entries.yaml | "pin: {most-digits: 4, logged: some}" | entries.yaml:1:31: error: `some` is not all, last-two or nothing
            queues.yaml  | "other: {most-waiting: none}" | queues.yaml:1:23: error: `most-waiting` is `none`; it must be a whole number from 1 to 10000
            queues.yaml  | "other: {widen-after-seconds: [60, 30]}" | queues.yaml:1:31: error: `widen-after-seconds` must be two whole numbers, as [30, 60]: when agents of tier 2 are asked too, and when those of tier 3
            queues.yaml  | "other: {widen-after-seconds: 30}" | queues.yaml:1:30: error: `widen-after-seconds` must be two whole numbers, as [30, 60]: when agents of tier 2 are asked too, and when those of tier 3
            queues.yaml  | "other: {widen-after-seconds: [30, soon]}" | queues.yaml:1:31: error: `widen-after-seconds` must be two whole numbers, as [30, 60]: when agents of tier 2 are asked too, and when those of tier 3
            queues.yaml  | "other: {priority: 10}" | queues.yaml:1:19: error: `priority` is `10`; it must be a whole number from 0 to 9
            queues.yaml  | "missing-order:" | queues.yaml:1:1: error: there is no queue `other`, for callers who have not said what they ring about
            queues.yaml  | "other: {callback-not-before: '21:00', callback-not-after: '08:00'}" | queues.yaml:1:1: error: `callback-not-before` must be earlier in the day than `callback-not-after`
            queues.yaml  | "other: {handle-minutes: 0}" | queues.yaml:1:25: error: `handle-minutes` is `0`; it must be a whole number from 1 to 240
            queues.yaml  | "other: {staffed: {mon: '08:00-22:00'}}" | queues.yaml:1:9: error: `staffed` has moved: name these hours in hours.yaml and write `hours: NAME` here
            queues.yaml  | "other: {hours: office}" | queues.yaml:1:16: error: there is no hours `office`
            hours.yaml   | "office: always" | hours.yaml:1:9: error: hours `office` must have fields, each as `name: value`
            hours.yaml   | "office: {}" | hours.yaml:1:1: error: `office` names no hours, so nobody is ever there
            hours.yaml   | "office: {mon-fir: '08:00-22:00'}" | hours.yaml:1:10: error: `mon-fir` is no day of the week; did you mean `mon-fri`?
            hours.yaml   | "office: {mon-fri: '8-22'}" | hours.yaml:1:19: error: `8-22` is no span of hours; write it as "08:00-22:00"
            hours.yaml   | "office: {mon: '08:00-08:00'}" | hours.yaml:1:15: error: `08:00-08:00` is no span of hours; write it as "08:00-22:00"
            hours.yaml   | "office: {mon-fri: '08:00-22:00', fri: '08:00-12:00'}" | hours.yaml:1:34: error: the hours of `fri` stand there twice
            hours.yaml   | "office: {mon: ['08:00-12:00', '11:00-13:00']}" | hours.yaml:1:31: error: `11:00-13:00` overlaps with `08:00-12:00`
            hours.yaml   | "office: {mon: '22:00-06:00', tue: '05:00-13:00'}" | hours.yaml:1:30: error: `office`: 22:00-06:00 of mon goes on into 05:00-13:00 of the day after
            hours.yaml   | "office: {zone: Asia/Jakrta, mon: '08:00-22:00'}" | hours.yaml:1:16: error: `Asia/Jakrta` is not a time zone; did you mean `Asia/Jakarta`?
            hours.yaml   | "office: {mon: '08:00-22:00', holidays: indonesa}" | hours.yaml:1:40: error: there is no list of holidays `indonesa`
            hours.yaml   | "office: {mon: '08:00-22:00', special: {2026-13-01: closed}}" | hours.yaml:1:40: error: `2026-13-01` is not a date; write it as 2026-12-25
            voices.yaml  | "format: 2" | voices.yaml:1:9: error: these flows are of format 2; this version of Hotline reads format 1
            queues.yaml  | "other: {callback-not-after: 9pm}" | queues.yaml:1:29: error: `9pm` is not a time of day; write it as "21:00"
            voices.yaml  | "indo: Voice.id" | voices.yaml:1:1: error: `indo` is not a language's code of two small letters
            """)
    void a_mistake_in_the_settings_is_told_at_its_place(String file, String text, String expected) {
        assertThat(problems(good().file(file, text + "\n"))).contains(expected);
    }

    @Test
    void a_file_that_is_needed_and_missing_is_told() {
        SmallFlows flows = good();
        flows.files().remove("queues.yaml");

        assertThat(problems(flows)).contains("queues.yaml:1:1: error: there is no such file, and it is needed");
    }

    @Test
    void without_a_human_flow_nothing_loads() {
        SmallFlows flows = good();
        flows.files().remove("human.yaml");

        assertThat(problems(flows)).contains("human.yaml:1:1: error: there is no such flow, and key 0 leads to it");
    }

    @Test
    void a_called_flow_needs_every_way_back_and_no_other() {
        SmallFlows flows = new SmallFlows()
                .prompts("ask", "bye")
                .main(GOOD.replace("say: bye, then: end", "call: inner, goood: end"))
                .file("inner.yaml", """
                        flow: inner
                        returns: [good]
                        start: ask
                        steps:
                          ask: {menu: ask, keys: {1: good}, otherwise: good}
                        """);

        assertThat(problems(flows))
                .containsExactly(
                        "main.yaml:8:3: error: step `second` has no `good`: where it goes on when `inner` returns so",
                        "main.yaml:8:32: error: `inner` never returns with `goood`; did you mean `good`?");
    }

    @Test
    void a_flow_that_gives_control_back_cannot_be_gone_to() {
        SmallFlows flows = new SmallFlows()
                .prompts("ask", "bye")
                .main(GOOD.replace("then: end", "then: inner"))
                .file("inner.yaml", """
                        flow: inner
                        returns: [good]
                        start: ask
                        steps:
                          ask: {menu: ask, keys: {1: good}, otherwise: good}
                        """);

        assertThat(problems(flows))
                .contains("main.yaml:8:28: error: `inner` gives control back, so it must be called: `call: inner`");
    }

    @Test
    void a_circle_through_a_called_flow_is_found() {
        SmallFlows flows = new SmallFlows()
                .prompts("ask", "bye")
                .main(GOOD.replace("say: bye, then: end", "call: inner, good: second"))
                .file("inner.yaml", """
                        flow: inner
                        returns: [good]
                        start: mumble
                        steps:
                          mumble: {say: bye, then: good}
                        """);

        assertThat(problems(flows))
                .contains("main.yaml:8:3: error: step `second` comes back to itself and the caller is never asked"
                        + " anything on the way");
    }

    @Test
    void the_message_of_the_exception_has_a_line_for_each_problem() {
        assertThatThrownBy(() -> with("menu: ask", "menu: aks").load())
                .isInstanceOf(FlowProblemsException.class)
                .hasMessageContaining("main.yaml:5:11: error: there is no prompt `aks`; did you mean `ask`?");
    }
}
