package hotline.flow;

import static hotline.phone.Language.INDONESIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a menu does with a key, a wrong key and silence. */
class MenuStepTest {
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
}
