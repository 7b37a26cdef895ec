package hotline.flow;

import static hotline.phone.Language.INDONESIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a number is typed, read and kept. */
class CollectStepTest {
    private final PretendShop shop = new PretendShop();

    private Caller ring(SmallFlows flows) {
        return Caller.rings(flows.load(), "main", INDONESIAN, shop);
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
        assertThat(ring(number()).types("*1234").saidNow()).isEqualTo("1 2, 3 4");
    }

    @Test
    void an_entry_that_ended_amid_a_number_is_not_taken_for_a_shorter_number() {
        Caller goesOn = ring(number()).send(new Input.Keys("9*1234"));
        assertThat(goesOn.saidNow()).isEmpty();
        assertThat(goesOn.send(new Input.Keys("56")).saidNow()).isEqualTo("1 2 3, 4 5 6");

        Caller isDone = ring(number()).send(new Input.Keys("9*1234"));
        assertThat(isDone.send(new Input.Silence()).saidNow()).isEqualTo("1 2, 3 4");
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
        SmallFlows choice = new SmallFlows()
                .main("first: {menu: ask, keys: {1: human}, otherwise: human}")
                .prompts("ask");

        assertThat(ring(number()).masking().apply("123456")).isEqualTo("****56");
        assertThat(ring(choice).masking().apply("1")).isEqualTo("1");
    }

    @Test
    void a_cards_number_is_not_even_logged_where_everything_may_be() {
        assertThat(Masking.NONE.apply("4111111111111111")).isEqualTo("**************11");
        assertThat(Masking.NONE.apply("12*4111111111111111")).isEqualTo("*****************11");
        assertThat(Masking.NONE.apply("261114222333")).isEqualTo("261114222333");
    }
}
