package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.agent.Presence;
import hotline.flow.Answer;
import hotline.phone.CallSid;
import hotline.phone.CarrierRequest;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.store.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a callback goes; when it may be is in {@link CallbackTimesContract}. */
abstract class CallbacksContract extends CallbackSteps {
    private static final CallSid CUSTOMER = new CallSid("CA-customer");

    private List<String> texts() {
        return center.carrier.asked(CarrierRequest.Text.class).stream()
                .map(CarrierRequest.Text::body)
                .toList();
    }

    private void customerLegEnds(UUID attempt, String status) {
        center.does(h -> {
            center.acd.callbacks().legEnded(h, attempt, status, center.now());
            return true;
        });
    }

    private Optional<Resume> customerPresses1(UUID attempt) {
        return center.does(h -> center.acd.callbacks().confirmed(h, attempt, CUSTOMER, center.now()));
    }

    /** One agent, one callback, and its customer being rung. */
    private UUID rung() {
        center.agent("ann");
        assertThat(books(FIRST).exit()).isEqualTo("booked");
        center.passes(CenterRules.CALLBACKS.firstAfter());
        return center.dialing();
    }

    @Test
    void a_waiting_caller_is_called_back_at_the_place_they_had() {
        center.agent("ann");
        center.says("ann", Presence.BREAK);
        center.agent("bob");
        center.joins(new CallSid("CA0"), new PhoneNumber("+6281111111111"));
        center.presses1(center.ringing("bob"));
        center.clock.tick(Duration.ofSeconds(1));
        center.joins(FIRST);
        Instant since = center.now();
        center.clock.tick(Duration.ofSeconds(30));
        center.joins(SECOND, new PhoneNumber("+6281111111112"));
        assertThat(books(FIRST)).isEqualTo(toBudi("booked", "soon", callback().notBefore()));
        assertThat(callback().since()).isEqualTo(since);
        assertThat(center.texts("select outcome from contact where state = 'done'"))
                .containsExactly("callback-booked");
        assertThat(center.waits(SECOND).facts()).containsEntry("queue.place", "2");
        center.passes(CenterRules.CALLBACKS.firstAfter());
        center.says("ann", Presence.AVAILABLE);
        // The callback goes before the second caller, who asked later.
        assertThat(callback().reservation()).contains(center.ringing("ann"));
    }

    @Test
    void the_customer_is_rung_while_the_agent_is_held_and_both_meet() {
        UUID attempt = rung();
        assertThat(dialsTo(CallCenter.BUDI))
                .containsExactly(new CarrierRequest.Dial(
                        CallCenter.BUDI.e164(),
                        "/twilio/callback/" + attempt,
                        "/twilio/callback/" + attempt + "/status",
                        30));
        assertThat(center.state("ann")).isEqualTo(AgentState.RESERVED);
        UUID reservation = center.ringing("ann");
        CallbackOffer offer =
                new CallbackOffer(CenterRules.SKILL, Language.INDONESIAN, Map.of("ticket.number", "123456782"));
        assertThat(center.customerAnswers(attempt, CUSTOMER)).contains(offer);
        assertThat(dialsTo(center.agentNow("ann").getEndpoint())).isEmpty();
        Resume resume = new Resume(
                CenterRules.SKILL, CenterRules.SKILL, Language.INDONESIAN, Map.of("ticket.number", "123456782"));
        assertThat(customerPresses1(attempt)).contains(resume);
        assertThat(customerPresses1(attempt)).contains(resume);
        center.passes(Duration.ofSeconds(1));
        assertThat(dialsTo(center.agentNow("ann").getEndpoint())).hasSize(1);
        assertThat(center.joins(CUSTOMER).exit()).isEqualTo("joined");
        assertThat(center.waits(CUSTOMER).exit()).isEqualTo("waiting");
        assertThat(center.presses1(reservation).map(Accepted::caller)).contains(CUSTOMER);
        assertThat(center.waits(CUSTOMER).exit()).isEqualTo("connect");
        customerLegEnds(attempt, "completed");
        assertThat(center.contact(CUSTOMER).outcome()).contains(ContactOutcome.ANSWERED);
    }

    /** The carrier tells of the two lines in any order. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_customer_who_was_called_back_is_thanked_once_whichever_line_is_told_of_first(boolean agentFirst) {
        UUID attempt = rung();
        UUID reservation = center.ringing("ann");
        customerPresses1(attempt);
        center.passes(Duration.ofSeconds(1));
        center.presses1(reservation);
        if (agentFirst) {
            center.legEnds(reservation, "completed");
            center.settles();
            assertThat(texts()).isEmpty();
        }
        customerLegEnds(attempt, "completed");
        customerLegEnds(attempt, "completed");
        center.legEnds(reservation, "completed");
        center.settles();
        assertThat(texts()).containsExactly("callback-done id");
    }

    @Test
    void a_customer_who_pressed_1_waits_first_when_the_agent_does_not_come() {
        UUID attempt = rung();
        customerPresses1(attempt);
        center.legEnds(center.ringing("ann"), "no-answer");
        assertThat(center.contact(CUSTOMER).state()).isEqualTo(ContactState.WAITING);
        assertThat(center.contact(CUSTOMER).kind()).isEqualTo(ContactKind.LIVE);
        center.agent("bob");
        assertThat(center.contact(CUSTOMER).reservation()).contains(center.ringing("bob"));
        customerLegEnds(attempt, "completed");
        assertThat(center.contact(CUSTOMER).outcome()).contains(ContactOutcome.ABANDONED);
        assertThat(center.state("bob")).isEqualTo(AgentState.AVAILABLE);
    }

    @Test
    void a_customer_who_does_not_answer_is_tried_again_and_then_told() {
        UUID attempt = rung();
        for (int number = 1; number <= 3; number++) {
            assertThat(callback().attempts()).isEqualTo(number);
            customerLegEnds(attempt, "no-answer");
            customerLegEnds(attempt, "no-answer");
            assertThat(center.agentNow("ann").missed()).isZero();
            assertThat(center.state("ann")).isEqualTo(AgentState.AVAILABLE);
            Duration pause = CenterRules.CALLBACKS.pauses().get(Math.min(number, 2) - 1);
            center.passes(pause.minusSeconds(1));
            assertThat(dialsTo(CallCenter.BUDI)).hasSize(number);
            center.passes(Duration.ofSeconds(1));
            attempt = number < 3 ? center.dialing() : attempt;
        }
        assertThat(dialsTo(CallCenter.BUDI)).hasSize(3);
        assertThat(center.contact(FIRST).outcome()).contains(ContactOutcome.MISSED);
        assertThat(texts()).containsExactly("callback-missed id");
    }

    @Test
    void a_machine_that_answers_presses_nothing_and_is_no_customer() {
        UUID attempt = rung();
        center.customerAnswers(attempt, CUSTOMER);
        customerLegEnds(attempt, "completed");
        assertThat(callback().state()).isEqualTo(ContactState.WAITING);
        assertThat(customerPresses1(attempt)).isEmpty();
        assertThat(center.texts("select reason from callback_attempt")).containsExactly("completed");
    }

    @Test
    void an_attempt_of_which_nothing_is_heard_ends_by_itself_and_its_leg_is_hung_up() {
        UUID attempt = rung();
        center.passes(CenterRules.CALLBACKS.ring().plus(CenterRules.CALLBACKS.confirm()));
        assertThat(callback().state()).isEqualTo(ContactState.WAITING);
        assertThat(center.carrier.asked(CarrierRequest.HangUp.class))
                .containsExactly(new CarrierRequest.HangUp(FakeCarrier.leg("callback-leg:" + attempt)));
    }

    @Test
    void a_number_that_the_carrier_refuses_is_not_tried_again() {
        center.carrier.answers("callback-leg", new Reply.Refused(21211, "Invalid 'To' Phone Number"));
        center.agent("ann");
        books(FIRST);
        center.passes(CenterRules.CALLBACKS.firstAfter());
        assertThat(center.contact(FIRST).outcome()).contains(ContactOutcome.MISSED);
        assertThat(center.state("ann")).isEqualTo(AgentState.AVAILABLE);
    }

    @Test
    void a_number_has_one_callback_open_and_the_same_call_books_it_once() {
        center.agent("ann");
        assertThat(books(FIRST).exit()).isEqualTo("booked");
        assertThat(books(FIRST).exit()).isEqualTo("booked");
        center.joins(SECOND);
        assertThat(books(SECOND)).isEqualTo(toBudi("already", "soon", callback().notBefore()));
        assertThat(center.contact(SECOND).outcome()).contains(ContactOutcome.CALLBACK_BOOKED);
        assertThat(center.texts("select open_callback from contact where open_callback is not null"))
                .hasSize(1);
    }

    @Test
    void numbers_that_are_never_rung_and_withheld_ones_are_refused() {
        center.agent("ann");
        center.joins(FIRST);
        assertThat(books(FIRST, Optional.of("+62809123456"), Optional.of(CallCenter.BUDI)))
                .isEqualTo(Answer.of("refused"));
        assertThat(books(FIRST, Optional.empty(), Optional.empty())).isEqualTo(Answer.of("refused"));
        assertThat(center.contact(FIRST).state()).isEqualTo(ContactState.RESERVED);
    }

    @Test
    void another_number_may_be_given() {
        center.agent("ann");
        Answer answer = books(FIRST, Optional.of("+6281999999999"), Optional.of(CallCenter.BUDI));
        assertThat(answer.facts()).containsEntry("callback.number", "+6281999999999");
    }

    @Test
    void never_are_more_customers_rung_than_agents_are_free() {
        center.agent("ann");
        for (int i = 0; i < 5; i++) {
            books(new CallSid("CA-b" + i), Optional.empty(), Optional.of(new PhoneNumber("+628122222222" + i)));
        }
        center.passes(CenterRules.CALLBACKS.firstAfter());
        assertThat(center.carrier.asked(CarrierRequest.Dial.class)).hasSize(1);
    }

    @Test
    void a_customer_who_is_on_another_line_to_us_is_not_rung() {
        center.agent("ann");
        center.says("ann", Presence.BREAK);
        books(FIRST);
        center.agent("bob");
        center.joins(new CallSid("CA0"), new PhoneNumber("+6281111111111"));
        center.presses1(center.ringing("bob"));
        center.joins(SECOND);
        center.passes(CenterRules.CALLBACKS.firstAfter());
        center.says("ann", Presence.AVAILABLE);
        assertThat(center.contact(SECOND).reservation()).contains(center.ringing("ann"));
        assertThat(dialsTo(CallCenter.BUDI)).isEmpty();
    }

    @Test
    void an_agent_who_goes_while_the_customer_is_rung_is_not_rung_and_the_customer_waits() {
        UUID attempt = rung();
        center.says("ann", Presence.BREAK);
        assertThat(center.state("ann")).isEqualTo(AgentState.RESERVED);
        assertThat(customerPresses1(attempt)).isPresent();
        center.settles();
        assertThat(center.state("ann")).isEqualTo(AgentState.ON_BREAK);
        assertThat(dialsTo(center.agentNow("ann").getEndpoint())).isEmpty();
        assertThat(center.contact(CUSTOMER).state()).isEqualTo(ContactState.WAITING);
    }

    @Test
    void a_callback_that_nobody_could_make_in_a_day_is_given_up_and_the_customer_told() {
        books(FIRST);
        center.passes(CenterRules.CALLBACKS.longest());
        assertThat(center.contact(FIRST).outcome()).contains(ContactOutcome.MISSED);
        assertThat(texts()).containsExactly("callback-missed id");
    }
}
