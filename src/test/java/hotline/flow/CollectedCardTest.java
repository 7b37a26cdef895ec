package hotline.flow;

import static hotline.phone.Language.INDONESIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The number of a payment card, typed where another number is asked for. The numbers are the schemes' own for tests. */
class CollectedCardTest {
    private static final String CARD = "4111111111111111";

    private static final String NUMBER = "0 8 5 7, 1 2 3 4, 5 6 7 8";

    private static Caller ring(SmallFlows flows) {
        return Caller.rings(flows.load(), "main", INDONESIAN, new PretendShop());
    }

    private static SmallFlows asking(String kind, String shape) {
        return new SmallFlows()
                .file("entries.yaml", kind + ": {" + shape + ", logged: last-two}")
                .prompts("ask");
    }

    /** @param card the field, or nothing */
    private static SmallFlows phone(String card) {
        return asking("phone-number", "least-digits: 8, most-digits: 15")
                .main("""
                        first: {collect: phone-number, prompt: ask, attempts: 2, %sthen: read-back, otherwise: human}
                        read-back: {menu: read-back, keys: {1: first}, otherwise: human}
                        """.formatted(card))
                .prompt("read-back", "\"{phone-number, spell, 4}\"");
    }

    @Test
    void it_has_a_way_of_its_own_and_is_neither_kept_nor_said() {
        Caller caller = ring(phone("card: first, ")).types(CARD);

        assertThat(caller.saidNow()).isEqualTo("ask");
        assertThat(caller.session().values()).isEmpty();
        assertThat(caller.types("085712345678").saidNow()).isEqualTo(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {CARD, "378282246310005", "30569309025904", "4222222222222", "4000000000000000006"})
    void without_that_way_it_is_a_number_of_the_wrong_form(String card) {
        Caller caller = ring(phone("")).types(card);

        assertThat(caller.saidNow()).isEqualTo("<no-match> ask");
        assertThat(caller.session().values()).isEmpty();
        assertThat(caller.types(card).saidNow()).isEqualTo("human bye");
    }

    @Test
    void it_is_told_after_a_star_and_forgotten_by_one() {
        assertThat(ring(phone("")).types("99*" + CARD).saidNow()).isEqualTo("<no-match> ask");

        Caller caller = ring(phone("")).types(CARD + "*085712345678");
        assertThat(caller.saidNow()).isEqualTo(NUMBER);
        assertThat(caller.session().values().values()).containsExactly("085712345678");
    }

    @Test
    void where_a_shorter_number_is_asked_for_it_is_not_cut_into_one() {
        assertThat(ring(phone("")).expects()).isEqualTo(new Expect.Keys(40, Duration.ofSeconds(6), true));
        assertThat(ring(phone("")).types("0857123456789012").saidNow()).isEqualTo("<no-match> ask");
    }

    @Test
    void what_may_go_on_after_a_star_is_not_kept_if_it_is_one_already() {
        SmallFlows flows = asking("order-number", "shapes: 999-9999999-9999999")
                .main("first: {collect: order-number, prompt: ask, then: human, otherwise: human}");
        Caller caller = ring(flows).send(new Input.Keys("*" + CARD));

        assertThat(caller.saidNow()).isEqualTo("<no-match> ask");
        assertThat(caller.session().values()).isEmpty();
    }

    @Test
    void digits_that_fit_a_shape_are_not_taken_for_one() {
        SmallFlows flows = asking("order-number", "shapes: 9999-9999-9999-9999").main("""
                        first: {collect: order-number, prompt: ask, card: human, then: kept, otherwise: human}
                        kept: {menu: ask, keys: {1: first}, otherwise: human}
                        """);

        assertThat(ring(flows).types(CARD).session().values()).containsEntry("order-number", CARD);
    }
}
