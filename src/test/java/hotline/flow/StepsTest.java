package hotline.flow;

import static hotline.phone.Language.ENGLISH;
import static hotline.phone.Language.INDONESIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of step does with what a caller does. */
class StepsTest {
    private final PretendShop shop = new PretendShop();

    private Caller ring(SmallFlows flows) {
        return Caller.rings(flows.load(), "main", INDONESIAN, shop);
    }

    private static SmallFlows menu() {
        return new SmallFlows().main("""
                        first: {say: hello, then: ask}
                        ask:
                          menu: ask
                          no-input: nothing-pressed
                          no-match: not-offered
                          attempts: 3
                          keys: {1: one}
                          otherwise: tired
                        one: {hang-up: one}
                        tired: {hang-up: tired}
                        """).prompts("hello", "ask", "nothing-pressed", "not-offered", "one", "tired");
    }

    @Test
    void what_is_said_before_a_menu_is_heard_inside_it() {
        Caller caller = ring(menu());

        assertThat(caller.saidNow()).isEqualTo("hello ask");
        assertThat(caller.expects()).isEqualTo(new Expect.Keys(1, Duration.ofSeconds(6), false));
    }

    @Test
    void a_key_of_a_menu_leads_to_its_step() {
        Caller caller = ring(menu()).presses("1");

        assertThat(caller.saidNow()).isEqualTo("one");
        assertThat(caller.expects()).isEqualTo(new Expect.HangUp());
    }

    @Test
    void silence_and_a_wrong_key_each_have_their_own_words_and_share_the_attempts() {
        Caller caller = ring(menu());

        assertThat(caller.isSilent(1).saidNow()).isEqualTo("nothing-pressed");
        assertThat(caller.presses("7").saidNow()).isEqualTo("not-offered");
        assertThat(caller.isSilent(1).saidNow()).isEqualTo("tired");
    }

    @Test
    void without_words_of_its_own_a_menu_says_the_general_ones_and_asks_again() {
        Caller caller = ring(new SmallFlows()
                .main("first: {menu: ask, keys: {1: human}, otherwise: human}")
                .prompts("ask"));

        assertThat(caller.isSilent(1).saidNow()).isEqualTo("<no-input> ask");
        assertThat(caller.presses("5").saidNow()).isEqualTo("<no-match> ask");
    }

    @Test
    void star_repeats_all_that_led_to_the_menu_and_costs_no_attempt() {
        Caller caller = ring(menu()).isSilent(1).presses("*", "*", "*");

        assertThat(caller.saidNow()).isEqualTo("hello ask");
    }

    @Test
    void zero_leads_to_the_human_flow() {
        assertThat(ring(menu()).presses("0").saidNow()).isEqualTo("human bye");
    }

    @Test
    void a_redirect_without_news_asks_again_and_costs_no_attempt() {
        Caller caller =
                ring(menu()).send(new Input.Nudged()).send(new Input.Nudged()).send(new Input.Nudged());

        assertThat(caller.saidNow()).isEqualTo("hello ask");
    }

    private static SmallFlows number() {
        return new SmallFlows()
                .main("""
                        first:
                          collect: order-number
                          prompt: ask
                          attempts: 2
                          none: no-number
                          then: read-back
                          otherwise: human
                        read-back: {hang-up: read-back}
                        no-number: {hang-up: no-number}
                        """)
                .prompts("ask", "no-number")
                .prompt("read-back", "\"{order-number, spell, order-number}\"");
    }

    @Test
    void a_number_ends_by_itself_when_it_can_only_be_complete() {
        assertThat(ring(number()).expects()).isEqualTo(new Expect.Keys(6, Duration.ofSeconds(6), true));
    }

    @Test
    void a_number_is_kept_under_the_name_of_its_kind() {
        assertThat(ring(number()).types("123456").saidNow()).isEqualTo("1 2 3, 4 5 6");
    }

    @Test
    void star_clears_what_was_typed_so_far() {
        assertThat(ring(number()).types("9*1234").saidNow()).isEqualTo("1 2, 3 4");
    }

    @Test
    void an_entry_cut_short_because_of_a_star_goes_on_in_silence() {
        Caller caller = ring(number()).send(new Input.Keys("9999*1"));

        assertThat(caller.saidNow()).isEmpty();
        assertThat(caller.expects()).isEqualTo(new Expect.Keys(5, Duration.ofSeconds(6), true));
        assertThat(caller.send(new Input.Keys("23456")).saidNow()).isEqualTo("1 2 3, 4 5 6");
    }

    @Test
    void what_was_begun_after_a_star_counts_when_nothing_follows() {
        Caller caller = ring(number()).send(new Input.Keys("99*123")).isSilent(1);

        assertThat(caller.saidNow()).isEqualTo("<no-match> ask");
    }

    @Test
    void what_was_begun_after_a_star_does_not_get_into_the_next_attempt() {
        Caller caller = ring(number()).send(new Input.Keys("9999*1")).send(new Input.Keys("2345"));
        assertThat(caller.saidNow()).isEqualTo("<no-match> ask");

        assertThat(caller.types("654321").saidNow()).isEqualTo("6 5 4, 3 2 1");
    }

    @Test
    void a_number_is_forgotten_as_soon_as_it_is_asked_for_again() {
        SmallFlows flows = new SmallFlows().main("""
                        first: {collect: pin, prompt: ask, then: again, otherwise: human}
                        again: {menu: ask, keys: {1: first}, otherwise: human}
                        """).prompts("ask");
        Caller caller = ring(flows).types("99");
        assertThat(caller.session().values()).containsEntry("pin", "99");

        assertThat(caller.presses("1").session().values()).doesNotContainKey("pin");
    }

    @ParameterizedTest
    @CsvSource({"12345", "1234567", "12a4"})
    void a_number_of_the_wrong_form_is_asked_for_again(String keys) {
        Caller caller = ring(number()).types(keys);

        assertThat(caller.saidNow()).isEqualTo("<no-match> ask");
        assertThat(caller.types(keys).saidNow()).isEqualTo("human bye");
    }

    @Test
    void zero_is_a_digit_inside_a_number_and_alone_means_that_there_is_none() {
        assertThat(ring(number()).types("012340").saidNow()).isEqualTo("0 1 2, 3 4 0");
        assertThat(ring(number()).types("0").saidNow()).isEqualTo("no-number");
    }

    @Test
    void what_may_be_logged_is_said_by_the_kind_of_entry() {
        assertThat(ring(number()).masking().apply("123456")).isEqualTo("****56");
        assertThat(ring(menu()).masking().apply("1")).isEqualTo("1");
    }

    @Test
    void a_choice_is_kept_as_a_value() {
        Caller caller = ring(new SmallFlows().main("""
                        first: {choose: color, prompt: ask, keys: {1: red, 2: blue}, then: tell, otherwise: human}
                        tell: {hang-up: tell}
                        """).prompts("ask").prompt("tell", "\"{color}\""));

        assertThat(caller.presses("2").saidNow()).isEqualTo("blue");
    }

    @ParameterizedTest
    @CsvSource({
        "color is red, red, yes",
        "color is red, blue, no",
        "color is not red, blue, yes",
        "color is set, blue, yes",
        "color is set, , no",
        "color is not set, , yes",
        "color is more than 3, 4, yes",
        "color is more than 3, 3, no",
        "color is less than 3, 2, yes",
        "color is less than 3, many, no"
    })
    void a_decision_goes_by_what_is_known(String condition, String value, String expected) {
        Map<String, String> values = value == null ? Map.of() : Map.of("color", value);

        assertThat(Condition.parse(condition).orElseThrow().holds(values)).isEqualTo(expected.equals("yes"));
    }

    @Test
    void the_first_case_that_holds_decides() {
        Caller caller = ring(new SmallFlows().main("""
                        first: {choose: color, prompt: ask, keys: {1: red, 2: blue, 3: green}, then: which, otherwise: human}
                        which:
                          decide:
                            - {when: color is red, go: red}
                            - {when: color is set, go: other}
                          otherwise: human
                        red: {hang-up: red}
                        other: {hang-up: other}
                        """).prompts("ask", "red", "other"));

        assertThat(caller.presses("3").saidNow()).isEqualTo("other");
    }

    @Test
    void a_flow_that_is_called_comes_back_by_the_way_it_names() {
        Caller caller = ring(new SmallFlows().main("""
                        first: {call: inner, good: good, bad: bad}
                        good: {hang-up: good}
                        bad: {hang-up: bad}
                        """).file("inner.yaml", """
                        flow: inner
                        returns: [good, bad]
                        start: ask
                        steps:
                          ask: {menu: ask, keys: {1: good, 2: bad}, otherwise: bad}
                        """).prompts("ask", "good", "bad"));
        assertThat(caller.place()).isEqualTo("inner/ask");

        assertThat(caller.presses("2").saidNow()).isEqualTo("bad");
        assertThat(caller.session().returns()).isEmpty();
    }

    @Test
    void another_language_goes_on_in_its_own_voice() {
        Caller caller = ring(new SmallFlows().main("""
                        first: {language: next, then: bye}
                        bye: {hang-up: bye}
                        """).prompts("bye"));

        assertThat(caller.turn().utterances()).containsExactly(new Utterance.Say(ENGLISH, "Voice.en", "bye"));
    }

    @Test
    void a_message_brings_only_the_values_that_it_mentions() {
        ring(new SmallFlows().main("""
                        first: {choose: color, prompt: ask, keys: {1: red}, then: size, otherwise: human}
                        size: {choose: size, prompt: ask, keys: {1: small}, then: send, otherwise: human}
                        send: {message: note, then: human}
                        """).prompts("ask").message("note", "\"It is {color}.\""))
                .presses("1", "1");

        assertThat(shop.asked(Question.SendMessage.class))
                .contains(new Question.SendMessage("note", Map.of("color", "red")));
    }

    @Test
    void a_voice_message_is_kept_and_one_without_a_sound_is_not() {
        SmallFlows flows = new SmallFlows().main("""
                        first: {voicemail: speak, most-seconds: 60, then: kept, otherwise: human}
                        kept: {hang-up: kept}
                        """).prompts("speak", "kept");
        assertThat(ring(flows).expects()).isEqualTo(new Expect.Recording(Duration.ofSeconds(60)));

        assertThat(ring(flows).send(new Input.Recorded("https://r/1", 0)).saidNow())
                .isEqualTo("human bye");
        assertThat(ring(flows).send(new Input.Recorded("https://r/1", 9)).saidNow())
                .isEqualTo("kept");
        assertThat(shop.asked(Question.KeepVoicemail.class).orElseThrow().seconds())
                .isEqualTo(9);
    }

    @Test
    void another_topic_does_not_inherit_the_last_ones_order() {
        SmallFlows flows = new SmallFlows()
                .main("first: {menu: ask, keys: {1: returns, 2: missing}, otherwise: human}")
                .file("returns.yaml", """
                        flow: returns
                        topic: defective-return
                        start: type
                        steps:
                          type: {collect: order-number, prompt: ask, then: main, otherwise: human}
                        """)
                .file("missing.yaml", """
                        flow: missing
                        topic: missing-order
                        start: open
                        steps:
                          open: {ticket: topic, opened: human, added: human}
                        """)
                .prompts("ask");

        ring(flows).presses("1").types("123456").presses("2");

        Question.OpenTicket ticket = shop.asked(Question.OpenTicket.class).orElseThrow();
        assertThat(ticket.category()).isEqualTo("missing-order");
        assertThat(ticket.order()).isEmpty();
    }

    private static final String ORDER_STEPS = """
            first: {order: newest, found: ask, none: ask, unavailable: ask}
            ask: {menu: order-and-proof, keys: {1: find, 2: first, 3: verify}, otherwise: human}
            find:
              order: find
              own: ask
              choose: ask
              near: ask
              check: ask
              card: ask
              too-many: ask
              unavailable: ask
            verify:
              collect: last-four
              prompt: ask
              then: prove
              otherwise: human
            prove: {order: verify, match: ask, mismatch: ask, too-many: ask, unavailable: ask}
            """;

    private Caller asksAboutOrders() {
        return ring(new SmallFlows()
                .main(ORDER_STEPS)
                .prompts("ask")
                .prompt("order-and-proof", "\"order {order.number}\""));
    }

    @Test
    void what_was_known_of_an_order_is_forgotten_when_another_is_asked_about() {
        shop.knowsCaller("late");
        Caller caller = asksAboutOrders();
        assertThat(caller.saidNow()).isEqualTo("order 240512ABCDEFGH");

        shop.isDown();

        assertThat(caller.presses("2").saidNow()).isEqualTo("order");
        assertThat(caller.session().values()).doesNotContainKeys("order.proof", "order.situation");
    }

    @Test
    void how_an_order_was_shown_to_be_the_callers_is_kept_and_the_digits_that_showed_it_are_not() {
        Caller caller = asksAboutOrders().presses("3").types("7890");

        assertThat(caller.session().values())
                .containsEntry("order.proof", "last-four")
                .doesNotContainKey("last-four");
    }

    @Test
    void a_wrong_proof_shows_nothing() {
        Caller caller = asksAboutOrders().presses("3").types("0000");

        assertThat(caller.session().values()).doesNotContainKeys("order.proof", "last-four");
    }

    @Test
    void a_cards_number_is_not_even_kept_where_the_flow_goes_on() {
        shop.answersFind("4111", Answer.of("card"));
        SmallFlows flows = new SmallFlows()
                .main("""
                        first: {choose: order-number, prompt: ask, keys: {1: 4111}, then: find, otherwise: human}
                        """ + ORDER_STEPS.substring(ORDER_STEPS.indexOf("ask:")).replace("2: first, ", ""))
                .prompts("ask")
                .prompt("order-and-proof", "\"order {order.number}\"");

        assertThat(ring(flows).presses("1").session().values()).doesNotContainKey("order-number");
    }

    @Test
    void another_topic_does_not_inherit_what_the_directory_told() {
        shop.knowsCaller("late");
        SmallFlows flows = new SmallFlows()
                .main("first: {menu: ask, keys: {1: returns, 2: missing}, otherwise: human}")
                .file("returns.yaml", """
                        flow: returns
                        topic: defective-return
                        start: look
                        steps:
                          look: {order: newest, found: main, none: main, unavailable: main}
                        """)
                .file("missing.yaml", """
                        flow: missing
                        topic: missing-order
                        start: open
                        steps:
                          open: {ticket: topic, opened: human, added: human}
                        """)
                .prompts("ask");

        ring(flows).presses("1", "2");

        assertThat(shop.asked(Question.OpenTicket.class).orElseThrow().order()).isEmpty();
    }
}
