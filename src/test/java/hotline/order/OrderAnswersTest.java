package hotline.order;

import static hotline.order.Samples.BUDI;
import static hotline.order.Samples.RINA;
import static hotline.order.Samples.TODAY;
import static hotline.order.Samples.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.flow.Answer;
import hotline.flow.Question;
import hotline.phone.CardNumbers;
import hotline.phone.PhoneNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderAnswersTest {
    private static final String KEYS = "24051222233344";
    private static final List<OrderFormat> FORMATS =
            List.of(new OrderFormat("digits", "999-9999999-9999999"), new OrderFormat("mixed", "999999XXXXXXXX"));

    private final ListedOrders directory = new ListedOrders();
    private final OrderAnswers answers = new OrderAnswers(directory, () -> FORMATS, new OrderFacts(Samples.WIB));

    @Test
    void a_known_caller_is_offered_their_newest_order() {
        directory.orders.add(shipped("A1", RINA, 5));
        directory.orders.add(shipped("240512ABCDEFGH", RINA, 1));
        directory.orders.add(shipped("B1", BUDI, 0));
        Answer answer = ask(new Question.NewestOrder(), Optional.of(RINA));
        assertThat(answer.exit()).isEqualTo("found");
        assertThat(answer.facts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "order.number", "240512ABCDEFGH",
                        "order.status", "shipped",
                        "order.situation", "on-time",
                        "order.placed", "2026-11-21",
                        "order.promised", "2026-11-24",
                        "order.total", "189000.5 IDR",
                        "order.carrier", "JNE",
                        "order.tracking", "CGK1234567"));
    }

    @Test
    void a_caller_without_orders_or_without_a_number_is_offered_none() {
        directory.orders.add(shipped("A1", RINA, 5));
        assertThat(ask(new Question.NewestOrder(), Optional.of(BUDI))).isEqualTo(Answer.of("none"));
        assertThat(ask(new Question.NewestOrder(), Optional.empty())).isEqualTo(Answer.of("none"));
    }

    @Test
    void letters_are_matched_by_their_keys_against_the_callers_orders() {
        directory.orders.add(shipped("240512ABCDEFGH", RINA, 1));
        Answer answer = find(KEYS, Optional.of(RINA));
        assertThat(answer.exit()).isEqualTo("own");
        assertThat(answer.facts()).containsEntry("order.number", "240512ABCDEFGH");
    }

    @Test
    void an_order_of_the_callers_that_is_not_among_the_newest_is_theirs_all_the_same() {
        directory.orders.add(shipped("240512ABCDEFGH", RINA, 300));
        for (int i = 0; i < 30; i++) {
            directory.orders.add(shipped("X" + i, RINA, i));
        }
        assertThat(find(KEYS, Optional.of(RINA)).exit()).isEqualTo("own");
    }

    @Test
    void keys_that_fit_two_of_the_callers_orders_are_a_choice_the_newer_first() {
        directory.orders.add(shipped("240512ABCDEFGH", RINA, 9));
        directory.orders.add(shipped("240512BBCDEFGH", RINA, 1));
        directory.orders.add(shipped("240512CBCDEFGH", BUDI, 0));
        assertThat(find(KEYS, Optional.of(RINA)))
                .isEqualTo(new Answer("choose", Map.of("choice-1", "240512BBCDEFGH", "choice-2", "240512ABCDEFGH")));
    }

    @Test
    void a_number_with_its_letters_means_one_of_them() {
        directory.orders.add(shipped("240512ABCDEFGH", RINA, 9));
        directory.orders.add(shipped("240512BBCDEFGH", RINA, 1));
        Answer answer = find("240512ABCDEFGH", Optional.of(RINA));
        assertThat(answer.exit()).isEqualTo("own");
        assertThat(answer.facts()).containsEntry("order.number", "240512ABCDEFGH");
    }

    @Test
    void a_slip_finds_the_callers_own_order_and_nobody_elses() {
        directory.orders.add(shipped("240512ABCDEFGH", RINA, 9));
        Answer near = find("24051222233354", Optional.of(RINA));
        assertThat(near.exit()).isEqualTo("near");
        assertThat(near.facts()).containsEntry("order.number", "240512ABCDEFGH");
        assertThat(find("24051222233354", Optional.of(BUDI)).exit()).isEqualTo("check");
        assertThat(find("24051222233354", Optional.empty()).exit()).isEqualTo("check");
    }

    @Test
    void somebody_elses_order_and_none_at_all_are_answered_and_asked_alike() {
        Answer none = find(KEYS, Optional.of(BUDI));
        List<String> askedForNone = directory.takeAsked();
        directory.orders.add(shipped("240512ABCDEFGH", RINA, 9));
        Answer strange = find(KEYS, Optional.of(BUDI));
        assertThat(strange).isEqualTo(none).isEqualTo(new Answer("check", Map.of("order.number", KEYS)));
        assertThat(directory.takeAsked()).isEqualTo(askedForNone);
        assertThat(askedForNone).isNotEmpty();
    }

    @Test
    void the_last_four_digits_on_file_open_the_order() {
        directory.orders.add(shipped("240512ABCDEFGH", RINA, 9));
        Answer answer = verify("7890");
        assertThat(answer.exit()).isEqualTo("match");
        assertThat(answer.facts()).containsEntry("order.number", "240512ABCDEFGH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7891", "", "890", "67890", "none", "１２３４"})
    void anything_else_does_not(String digits) {
        Answer none = verify(digits);
        List<String> askedForNone = directory.takeAsked();
        directory.orders.add(shipped("240512ABCDEFGH", RINA, 9));
        assertThat(verify(digits)).isEqualTo(none).isEqualTo(Answer.of("mismatch"));
        assertThat(directory.takeAsked()).isEqualTo(askedForNone);
    }

    @Test
    void an_order_without_a_phone_number_is_nobodys() {
        directory.orders.add(Samples.order("240512ABCDEFGH", Optional.empty(), OrderStatus.SHIPPED, 1));
        assertThat(verify("none")).isEqualTo(Answer.of("mismatch"));
        assertThat(verify("")).isEqualTo(Answer.of("mismatch"));
        assertThat(find(KEYS, Optional.empty()).exit()).isEqualTo("check");
    }

    @Test
    void of_two_orders_with_the_same_keys_the_digits_choose() {
        directory.orders.add(shipped("240512ABCDEFGH", RINA, 9));
        directory.orders.add(shipped("240512BBCDEFGH", BUDI, 1));
        assertThat(verify("7890").facts()).containsEntry("order.number", "240512ABCDEFGH");
        assertThat(verify("5432").facts()).containsEntry("order.number", "240512BBCDEFGH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "30569309025904", "36227206271667", "378282246310005"})
    void a_payment_card_is_told_and_forgotten(String card) {
        assertThat(find(card, Optional.of(RINA))).isEqualTo(Answer.of("card"));
        directory.down = true;
        assertThat(find(card, Optional.of(RINA))).isEqualTo(Answer.of("card"));
    }

    @Test
    void the_callers_own_order_number_is_no_card_even_if_it_looks_like_one() {
        directory.orders.add(shipped("4111111111111111", RINA, 9));
        assertThat(find("4111111111111111", Optional.of(RINA)).exit()).isEqualTo("own");
    }

    @Test
    void a_number_of_the_shops_format_is_no_card_even_if_it_looks_like_one() {
        String maestro = "50000000000000005";
        assertThat(CardNumbers.isCard(maestro)).isTrue();
        assertThat(find(maestro, Optional.of(RINA)).exit()).isEqualTo("check");
    }

    @Test
    void without_the_directory_nothing_is_known() {
        directory.down = true;
        assertThat(ask(new Question.NewestOrder(), Optional.of(RINA))).isEqualTo(Answer.of("unavailable"));
        assertThat(find(KEYS, Optional.of(RINA))).isEqualTo(Answer.of("unavailable"));
        assertThat(verify("7890")).isEqualTo(Answer.of("unavailable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "1111111111111111111111111111111111111111111111"})
    void keys_that_are_no_number_are_a_number_that_does_not_exist(String keys) {
        assertThat(find(keys, Optional.of(RINA)).exit()).isEqualTo("check");
    }

    private Answer find(String keys, Optional<PhoneNumber> caller) {
        return ask(new Question.FindOrder(keys), caller);
    }

    private Answer verify(String lastFour) {
        return ask(new Question.VerifyOrder(KEYS, lastFour), Optional.of(BUDI));
    }

    private Answer ask(Question.AboutOrder question, Optional<PhoneNumber> caller) {
        return answers.answer(question, caller, TODAY);
    }

    /** Orders in a list; remembers what it was asked. */
    private static final class ListedOrders implements OrderDirectory {
        final List<Order> orders = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();
        boolean down;

        List<String> takeAsked() {
            List<String> taken = List.copyOf(asked);
            asked.clear();
            return taken;
        }

        @Override
        public Optional<Order> find(OrderNumber number) {
            throw new UnsupportedOperationException("a caller knows keys, not numbers");
        }

        @Override
        public List<Order> listByKeys(String keys) {
            note("keys " + keys);
            return newestFirst().stream()
                    .filter(order -> order.number().keys().equals(keys))
                    .toList();
        }

        @Override
        public List<Order> listNewest(PhoneNumber phone, int limit) {
            note("phone " + phone.e164());
            return newestFirst().stream()
                    .filter(order -> order.phone().equals(Optional.of(phone)))
                    .limit(limit)
                    .toList();
        }

        @Override
        public Matches match(String keys, Optional<PhoneNumber> caller) {
            return new Matches(
                    listByKeys(keys),
                    caller.map(phone -> listNewest(phone, OWN_ORDERS_COMPARED)).orElse(List.of()));
        }

        private void note(String question) {
            if (down) {
                throw new OrdersUnavailableException("down", null);
            }
            asked.add(question);
        }

        private List<Order> newestFirst() {
            return orders.stream()
                    .sorted(Comparator.comparing(Order::placedAt).reversed())
                    .toList();
        }
    }
}
