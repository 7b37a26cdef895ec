package hotline.flow;

import static hotline.phone.Language.ENGLISH;
import static hotline.phone.Language.INDONESIAN;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers of the sample hotline are promised. */
class SampleHotlineTest {
    private static final VoiceFlows FLOWS = FlowLoader.load(Path.of("voice-flows"));

    @Test
    void has_no_problems() {
        assertThat(FlowLoader.check(Path.of("voice-flows"))).isEmpty();
    }

    @Test
    void is_read_from_its_sources_just_as_well() {
        assertThat(FlowLoader.load(FLOWS.sources()).version()).isEqualTo(FLOWS.version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void a_known_caller_has_a_ticket_in_four_presses_and_45_seconds(String code) {
        for (String situation :
                new String[] {"late", "on-time", "packed", "unpaid", "delivered", "returned", "canceled"}) {
            PretendShop shop = new PretendShop().knowsCaller(situation).withFact("order.delivered", "2026-11-19");
            Caller caller = Caller.rings(FLOWS, new Language(code), shop).presses("1", "1", "1");

            assertThat(caller.saidNow()).contains("1 2 3, 4 5 6, 7 8 9");
            assertThat(caller.keyPresses()).isLessThanOrEqualTo(4);
            String upToTheNumber = caller.heard().substring(0, caller.heard().indexOf("7 8 9") + 5);
            assertThat(Speech.seconds(upToTheNumber)).as(upToTheNumber).isLessThanOrEqualTo(45);
            assertThat(shop.asked(Question.OpenTicket.class).orElseThrow().category())
                    .isEqualTo("missing-order");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void an_unknown_caller_has_a_ticket_in_six_presses_beside_the_digits(String code) {
        PretendShop shop = new PretendShop();
        Caller caller = Caller.rings(FLOWS, new Language(code), shop)
                .presses("1")
                .types("11212345671234567")
                .presses("1")
                .send(new Input.Keys("7890"))
                .presses("1");

        assertThat(caller.saidNow()).contains("1 2 3, 4 5 6, 7 8 9");
        assertThat(caller.keyPresses()).isLessThanOrEqualTo(6);
    }

    @Test
    void a_typed_number_is_read_back_in_its_groups() {
        Caller caller =
                Caller.rings(FLOWS, ENGLISH, new PretendShop()).presses("1").types("11212345671234567");

        assertThat(caller.saidNow()).contains("1 1 2, 1 2 3 4 5 6 7, 1 2 3 4 5 6 7");
    }

    @Test
    void an_order_that_exists_and_one_that_does_not_sound_the_same() {
        PretendShop nobodys = new PretendShop();
        PretendShop somebodys = new PretendShop()
                .answersFind("11212345671234567", new Answer("check", Map.of("order.number", "11212345671234567")));

        assertThat(wrongProof(somebodys)).isEqualTo(wrongProof(nobodys));
    }

    private static String wrongProof(Asker shop) {
        return Caller.rings(FLOWS, INDONESIAN, shop)
                .presses("1")
                .types("11212345671234567")
                .presses("1")
                .send(new Input.Keys("0000"))
                .send(new Input.Keys("1111"))
                .heard();
    }

    @Test
    void three_wrong_proofs_lead_to_a_human() {
        PretendShop shop = new PretendShop();
        Caller caller = Caller.rings(FLOWS, INDONESIAN, shop)
                .presses("1")
                .types("11212345671234567")
                .presses("1");
        for (String wrong : new String[] {"0000", "1111", "2222"}) {
            assertThat(caller.place()).isEqualTo("find-order/proof");
            caller.send(new Input.Keys(wrong));
        }

        assertThat(caller.place()).isEqualTo("human/waiting");
        assertThat(shop.asked(Question.JoinQueue.class).orElseThrow().skill()).isEqualTo("missing-order");
    }

    @Test
    void the_digits_of_a_proof_are_forgotten_and_never_logged() {
        Caller caller = Caller.rings(FLOWS, INDONESIAN, new PretendShop())
                .presses("1")
                .types("11212345671234567")
                .presses("1");
        assertThat(caller.masking()).isEqualTo(Masking.ALL);

        caller.send(new Input.Keys("9431"));

        assertThat(caller.session().values().values()).doesNotContain("9431");
    }

    @Test
    void a_card_number_is_refused_and_forgotten() {
        String card = "41111111111111";
        PretendShop shop = new PretendShop().answersFind(card, Answer.of("card"));
        Caller caller = Caller.rings(FLOWS, ENGLISH, shop).presses("1").types(card);

        assertThat(caller.saidNow()).contains("payment card");
        assertThat(caller.place()).isEqualTo("find-order/type-number");
        assertThat(caller.session().values().values()).doesNotContain(card);
    }

    @Test
    void nothing_private_is_said_before_proof() {
        PretendShop shop = new PretendShop();
        Caller caller = Caller.rings(FLOWS, ENGLISH, shop)
                .presses("1")
                .types("11212345671234567")
                .presses("1")
                .send(new Input.Keys("0000"));

        assertThat(caller.heard())
                .doesNotContain("late")
                .doesNotContain("November")
                .doesNotContain("JNE");
    }

    @Test
    void two_orders_with_the_same_keys_are_told_apart() {
        PretendShop shop = new PretendShop()
                .answersFind(
                        PretendShop.ORDER_KEYS,
                        new Answer("choose", Map.of("choice-1", "240512ABCDEFGG", "choice-2", PretendShop.ORDER)))
                .answersFind(PretendShop.ORDER, new Answer("own", PretendShop.order(PretendShop.ORDER, "late")));
        Caller caller = Caller.rings(FLOWS, ENGLISH, shop).presses("1").types(PretendShop.ORDER_KEYS);
        assertThat(caller.saidNow()).contains("E F G G").contains("E F G H");

        caller.presses("2");

        assertThat(caller.saidNow()).contains("2 4 0 5 1 2, A B C D, E F G H");
    }

    @Test
    void a_slip_of_a_key_is_offered_as_the_callers_own_order() {
        PretendShop shop = new PretendShop()
                .answersFind("24051222233345", new Answer("near", PretendShop.order(PretendShop.ORDER, "late")));
        Caller caller = Caller.rings(FLOWS, ENGLISH, shop).presses("1").types("24051222233345");
        assertThat(caller.saidNow()).contains("Perhaps you mean order 2 4 0 5 1 2, A B C D, E F G H");

        caller.presses("1", "1");

        assertThat(shop.asked(Question.OpenTicket.class).orElseThrow().order()).contains(PretendShop.ORDER);
    }

    @Test
    void a_report_is_taken_while_the_order_system_is_down() {
        PretendShop shop = new PretendShop().isDown();
        Caller caller = Caller.rings(FLOWS, INDONESIAN, shop)
                .presses("1")
                .types("11212345671234567")
                .presses("1");

        assertThat(caller.heard()).contains("Sistem pesanan sedang terganggu").contains("1 2 3, 4 5 6, 7 8 9");
        assertThat(shop.asked(Question.OpenTicket.class).orElseThrow().order()).contains("11212345671234567");
    }

    @Test
    void a_second_report_says_that_it_was_added() {
        Caller caller = Caller.rings(
                        FLOWS, ENGLISH, new PretendShop().knowsCaller("late").hasOpenTicket())
                .presses("1", "1", "1");

        assertThat(caller.saidNow()).contains("already a ticket");
    }

    @Test
    void a_message_that_cannot_be_sent_is_not_promised() {
        Caller caller = Caller.rings(
                        FLOWS, ENGLISH, new PretendShop().knowsCaller("late").cannotText())
                .presses("1", "1", "1");

        assertThat(caller.saidNow()).contains("1 2 3, 4 5 6, 7 8 9").doesNotContain("texted");
    }

    @Test
    void a_tracking_number_is_spelled_and_sent() {
        PretendShop shop = new PretendShop().knowsCaller("on-time").withFact("order.tracking", "JP1234567890");
        Caller caller = Caller.rings(FLOWS, INDONESIAN, shop).presses("2", "1");

        assertThat(caller.saidNow()).contains("J P 1 2, 3 4 5 6, 7 8 9 0");
        assertThat(shop.asked(Question.SendMessage.class).orElseThrow())
                .isEqualTo(new Question.SendMessage("tracking-number", Map.of("order.tracking", "JP1234567890")));
    }

    @Test
    void without_a_tracking_number_a_ticket_asks_the_seller() {
        PretendShop shop = new PretendShop().knowsCaller("packed");
        Caller caller = Caller.rings(FLOWS, ENGLISH, shop).presses("2", "1", "1");

        assertThat(caller.heard()).contains("chase it");
        assertThat(caller.saidNow()).contains("by November 27");
        assertThat(shop.asked(Question.OpenTicket.class).orElseThrow().category())
                .isEqualTo("no-tracking-number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 refund", "2 store-credit", "3 replacement", "4 return"})
    void a_return_records_the_outcome_that_is_wished_for(String keyAndOutcome) {
        PretendShop shop = new PretendShop().knowsCaller("delivered");
        Caller caller = Caller.rings(FLOWS, INDONESIAN, shop).presses("3", "1", keyAndOutcome.substring(0, 1));

        assertThat(shop.asked(Question.OpenTicket.class).orElseThrow().desiredOutcome())
                .contains(keyAndOutcome.substring(2));
        assertThat(caller.saidNow()).contains("Dalam 3 hari").contains("final");
    }

    @Test
    void the_state_of_a_ticket_is_told_by_its_number() {
        Caller caller =
                Caller.rings(FLOWS, ENGLISH, new PretendShop()).presses("4").send(new Input.Keys("123456789"));

        assertThat(caller.saidNow()).contains("Ticket 1 2 3, 4 5 6, 7 8 9: someone is looking into it.");
    }

    @Test
    void key_9_changes_the_language_and_back() {
        Caller caller = Caller.rings(FLOWS, INDONESIAN, new PretendShop());
        assertThat(caller.saidNow()).contains("For English, press 9").contains("Selamat datang");

        assertThat(caller.presses("9").saidNow()).contains("Welcome").contains("Bahasa Indonesia, tekan 9");
        assertThat(caller.presses("9").saidNow()).contains("Selamat datang");
    }

    @Test
    void the_invitation_to_the_other_language_is_spoken_by_its_own_voice() {
        Caller caller = Caller.rings(FLOWS, INDONESIAN, new PretendShop());

        assertThat(caller.turn().utterances())
                .contains(new Utterance.Say(
                        "other-language", Map.of(), ENGLISH, FLOWS.voice(ENGLISH), "For English, press 9."));
    }

    @Test
    void the_numbers_say_which_flow_rings_in_which_language() {
        assertThat(FLOWS.number(new PhoneNumber("+12025550143")).language()).isEqualTo(ENGLISH);
        assertThat(FLOWS.number(new PhoneNumber("+62215550001")).zone()).hasToString("Asia/Jakarta");
        assertThat(FLOWS.number(new PhoneNumber("+6599999999")).flow()).isEqualTo("hotline");
    }
}
