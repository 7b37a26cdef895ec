package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.exchange.Phone;
import hotline.ticket.Category;
import hotline.ticket.Ticket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole calls through the built-in phone network: real signed webhooks in, TwiML out, real REST calls back. */
class WholeCallTest {
    private static final Duration SHORT = Duration.ofSeconds(5);

    @Test
    void a_known_caller_reports_their_newest_order_and_gets_the_ticket_by_voice_and_by_sms() {
        try (CallRig rig = CallRig.start()) {
            rig.openShop();
            Phone caller = rig.dialAndPress("1", "1", "1");
            rig.pass(Duration.ofSeconds(30));

            List<Ticket> tickets = rig.tickets();
            assertThat(tickets).hasSize(1);
            Ticket ticket = tickets.get(0);
            assertThat(ticket.category()).isEqualTo(Category.MISSING_ORDER);
            assertThat(ticket.order())
                    .hasValueSatisfying(order -> assertThat(order).endsWith("QRWXYZ22"));
            String number = ticket.number().value();
            assertThat(spoken(caller)).contains(spelled(number));
            assertThat(caller.messages())
                    .singleElement()
                    .satisfies(message -> assertThat(message.body())
                            .contains(
                                    number.substring(0, 3) + "-" + number.substring(3, 6) + "-" + number.substring(6)));
        }
    }

    @Test
    void ringing_again_about_the_same_order_adds_to_the_ticket_and_says_so() {
        try (CallRig rig = CallRig.start()) {
            rig.openShop();
            rig.dialAndPress("1", "1", "1").hangUp();
            rig.pass(SHORT);
            String first = rig.tickets().get(0).number().value();

            Phone caller = rig.dialAndPress("1", "1", "1");
            rig.pass(SHORT);

            assertThat(rig.tickets()).hasSize(1);
            assertThat(spoken(caller)).contains(spelled(first));
        }
    }

    @Test
    void a_caller_who_asks_for_a_human_is_joined_with_the_agent_who_pressed_1() {
        try (CallRig rig = CallRig.start()) {
            rig.openShop();
            Phone budi = rig.agent("budi", CallRig.BUDI);
            Phone caller = rig.dialAndPress("0");
            rig.pass(SHORT);
            assertThat(budi.isRinging()).isTrue();

            budi.answer();
            rig.listen(budi);
            budi.press("1");
            rig.pass(SHORT);
            assertThat(rig.state("budi")).isEqualTo(AgentState.ON_CALL);
            assertThat(spoken(caller)).contains("budi");
            assertThat(budi.isTalking()).isTrue();
            assertThat(caller.isTalking()).isTrue();

            caller.hangUp();
            rig.pass(SHORT);
            assertThat(budi.isIdle()).isTrue();
            assertThat(rig.state("budi")).isEqualTo(AgentState.WRAP_UP);
            rig.pass(Duration.ofMinutes(3));
            assertThat(rig.state("budi")).isEqualTo(AgentState.AVAILABLE);
        }
    }

    @Test
    void nobody_is_joined_to_an_agents_voicemail() {
        try (CallRig rig = CallRig.start()) {
            rig.openShop();
            rig.agent("budi", CallRig.BUDI).habit(Phone.Habit.VOICEMAIL, Duration.ofSeconds(3));
            Phone sari = rig.agent("sari", "+6281100000002");
            Phone caller = rig.dialAndPress("0");
            boolean offeredToTheNext = rig.exchange().advanceUntil(sari::isRinging, Duration.ofMinutes(2));
            assertThat(offeredToTheNext).isTrue();
            assertThat(rig.state("budi")).isNotEqualTo(AgentState.ON_CALL);
            assertThat(caller.isTalking()).isTrue();
        }
    }

    @Test
    void a_caller_who_hangs_up_while_an_agent_rings_stops_the_ringing() {
        try (CallRig rig = CallRig.start()) {
            rig.openShop();
            Phone budi = rig.agent("budi", CallRig.BUDI);
            Phone caller = rig.dialAndPress("0");
            rig.pass(SHORT);
            assertThat(budi.isRinging()).isTrue();

            caller.hangUp();
            boolean stops = rig.exchange().advanceUntil(() -> !budi.isRinging(), Duration.ofSeconds(2));
            assertThat(stops).isTrue();
            assertThat(rig.state("budi")).isEqualTo(AgentState.AVAILABLE);
        }
    }

    @Test
    void when_the_agent_hangs_up_the_caller_is_asked_whether_there_is_anything_else() {
        try (CallRig rig = CallRig.start()) {
            rig.openShop();
            Phone budi = rig.agent("budi", CallRig.BUDI);
            Phone caller = rig.dialAndPress("0");
            rig.take(budi);
            int before = caller.words().size();

            budi.hangUp();
            rig.pass(Duration.ofSeconds(10));

            assertThat(caller.isTalking()).isTrue();
            assertThat(caller.words().size()).isGreaterThan(before);
            assertThat(rig.state("budi")).isEqualTo(AgentState.WRAP_UP);
        }
    }

    @Test
    void a_callback_is_made_once_the_agent_is_free_and_joins_both() {
        try (CallRig rig = CallRig.start()) {
            rig.openShop();
            Phone budi = rig.agent("budi", CallRig.BUDI);
            Phone first = rig.exchange().phone("+6281355550001").dial(CallRig.HOTLINE);
            rig.listen(first);
            first.press("0");
            rig.take(budi);

            Phone caller = rig.dialAndPress("0");
            rig.pass(Duration.ofSeconds(25));
            caller.press("1");
            rig.listen(caller);
            caller.press("1");
            rig.pass(Duration.ofSeconds(20));
            caller.hangUp();
            assertThat(caller.messages()).isNotEmpty();

            first.hangUp();
            rig.pass(Duration.ofSeconds(5));
            rig.endWrapUp("budi");
            boolean rung = rig.exchange().advanceUntil(caller::isRinging, Duration.ofMinutes(3));
            assertThat(rung).isTrue();
            caller.answer();
            rig.listen(caller);
            caller.press("1");
            rig.exchange().advanceUntil(budi::isRinging, Duration.ofMinutes(1));
            rig.take(budi);
            assertThat(rig.state("budi")).isEqualTo(AgentState.ON_CALL);
            assertThat(caller.isTalking()).isTrue();

            caller.hangUp();
            rig.pass(SHORT);
            assertThat(caller.messages())
                    .last()
                    .satisfies(
                            message -> assertThat(message.body()).contains("terima kasih sudah berbicara dengan kami"));
        }
    }

    @Test
    void the_ticket_keeps_the_name_of_the_agent_whom_the_caller_spoke_to() {
        try (CallRig rig = CallRig.start()) {
            rig.openShop();
            Phone budi = rig.agent("budi", CallRig.BUDI);
            Phone caller = rig.dialAndPress("1", "1", "1", "0");
            rig.take(budi);
            assertThat(caller.isTalking()).isTrue();
            assertThat(rig.tickets().get(0).agent()).contains("budi");
        }
    }

    @Test
    void a_text_to_the_hotline_is_answered_once() {
        try (CallRig rig = CallRig.start()) {
            Phone sender = rig.caller().text(CallRig.HOTLINE, "halo");
            rig.pass(SHORT);
            sender.text(CallRig.HOTLINE, "masih di sana?");
            rig.pass(SHORT);
            assertThat(sender.messages())
                    .filteredOn(message -> message.from().equals(CallRig.HOTLINE))
                    .hasSize(1);
        }
    }

    private static String spoken(Phone phone) {
        return String.join(" ", phone.words());
    }

    /** As it is read out: digit by digit, in threes. */
    private static String spelled(String number) {
        return String.join(
                ", ",
                number.substring(0, 3).replaceAll("(?<=.)(?=.)", " "),
                number.substring(3, 6).replaceAll("(?<=.)(?=.)", " "),
                number.substring(6).replaceAll("(?<=.)(?=.)", " "));
    }
}
