package hotline.flow;

import static hotline.phone.Language.INDONESIAN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is known of an order, and when it is forgotten. */
class OrderStepTest {
    private static final String ORDER_STEPS = """
            first: {order: newest, found: ask, none: ask, unavailable: ask}
            ask: {decide: [{when: order.number is set, go: tell}], otherwise: tell-none}
            tell: {say: known-order, then: choose}
            tell-none: {say: no-order, then: choose}
            choose: {menu: ask, keys: {1: type, 2: first, 3: type-to-verify}, otherwise: human}
            type: {collect: order-number, prompt: ask, then: find, otherwise: human}
            type-to-verify: {collect: order-number, prompt: ask, then: verify, otherwise: human}
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

    private final PretendShop shop = new PretendShop();

    private Caller ring(SmallFlows flows) {
        return Caller.rings(flows.load(), "main", INDONESIAN, shop);
    }

    private Caller asksAboutOrders() {
        return ring(new SmallFlows()
                .main(ORDER_STEPS)
                .prompts("ask")
                .prompt("no-order", "no order")
                .prompt("known-order", "\"order {order.number}\""));
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

    @Test
    void what_was_known_of_an_order_is_forgotten_when_another_is_asked_about() {
        shop.knowsCaller("late");
        Caller caller = asksAboutOrders();
        assertThat(caller.saidNow()).isEqualTo("order 240512ABCDEFGH ask");

        shop.isDown();

        assertThat(caller.presses("2").saidNow()).isEqualTo("no order ask");
        assertThat(caller.session().values()).doesNotContainKeys("order.proof", "order.situation");
    }

    @Test
    void how_an_order_was_shown_to_be_the_callers_is_kept_and_the_digits_that_showed_it_are_not() {
        Caller caller = asksAboutOrders().presses("3").types("123456").types("7890");

        assertThat(caller.session().values())
                .containsEntry("order.proof", "last-four")
                .doesNotContainKey("last-four");
    }

    @Test
    void a_wrong_proof_shows_nothing() {
        Caller caller = asksAboutOrders().presses("3").types("123456").types("0000");

        assertThat(caller.session().values()).doesNotContainKeys("order.proof", "last-four");
    }

    @Test
    void a_cards_number_is_not_even_kept_where_the_flow_goes_on() {
        shop.answersFind("4111", Answer.of("card"));
        SmallFlows flows = new SmallFlows().main("""
                        first: {choose: order-number, prompt: ask, keys: {1: 4111}, then: find, otherwise: human}
                        find: {order: find, own: end, choose: end, near: end, check: end, card: end, too-many: end, unavailable: end}
                        end: {menu: ask, keys: {1: first}, otherwise: human}
                        """).prompts("ask");

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
