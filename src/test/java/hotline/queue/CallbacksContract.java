package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.agent.Presence;
import hotline.flow.Answer;
import hotline.flow.Question;
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

abstract class CallbacksContract extends QueueContract {
    private static final CallSid CUSTOMER = new CallSid("CA-customer");

    private Answer books(CallSid call, Optional<String> number, Optional<PhoneNumber> caller) {
        Question.BookCallback question = new Question.BookCallback(
                CallCentre.SKILL, CallCentre.SKILL, number, Map.of("ticket.number", "123456782"));
        return centre.does(
                h -> centre.acd.callbacks().book(h, call, question, caller, Language.INDONESIAN, centre.now()));
    }

    private Answer books(CallSid call) {
        return books(call, Optional.empty(), Optional.of(CallCentre.BUDI));
    }

    private List<CarrierRequest.Dial> dialsTo(PhoneNumber number) {
        return centre.carrier.asked(CarrierRequest.Dial.class).stream()
                .filter(dial -> dial.to().equals(number.e164()))
                .toList();
    }

    private void customerLegEnds(UUID attempt, String status) {
        centre.does(h -> {
            centre.acd.callbacks().legEnded(h, attempt, status, centre.now());
            return true;
        });
    }

    private Optional<Resume> customerPresses1(UUID attempt) {
        return centre.does(h -> centre.acd.callbacks().confirmed(h, attempt, CUSTOMER, centre.now()));
    }

    private Contact callback() {
        return centre.database.read(h -> new ContactRepository()
                .findOpenCallback(h, CallCentre.BUDI)
                .orElseThrow(() -> new AssertionError("no callback is open")));
    }

    /** One agent, one callback, and its customer being rung. */
    private UUID rung() {
        centre.agent("ann");
        assertThat(books(FIRST).exit()).isEqualTo("booked");
        centre.passes(CallCentre.CALLBACKS.firstAfter());
        return centre.dialing();
    }

    @Test
    void a_waiting_caller_is_called_back_at_the_place_they_had() {
        centre.agent("ann");
        centre.says("ann", Presence.BREAK);
        centre.agent("bob");
        centre.joins(new CallSid("CA0"), new PhoneNumber("+6281111111111"));
        centre.presses1(centre.ringing("bob"));
        centre.clock.tick(Duration.ofSeconds(1));
        centre.joins(FIRST);
        Instant since = centre.now();
        centre.clock.tick(Duration.ofSeconds(30));
        centre.joins(SECOND, new PhoneNumber("+6281111111112"));
        assertThat(books(FIRST)).isEqualTo(new Answer("booked", Map.of("callback.number", CallCentre.BUDI.e164())));
        assertThat(callback().since()).isEqualTo(since);
        assertThat(centre.texts("select outcome from contact where state = 'done'"))
                .containsExactly("callback-booked");
        assertThat(centre.waits(SECOND).facts()).containsEntry("queue.place", "2");
        centre.passes(CallCentre.CALLBACKS.firstAfter());
        centre.says("ann", Presence.AVAILABLE);
        // The callback goes before the second caller, who asked later.
        assertThat(callback().reservation()).contains(centre.ringing("ann"));
    }

    @Test
    void the_customer_is_rung_while_the_agent_is_held_and_both_meet() {
        UUID attempt = rung();
        assertThat(dialsTo(CallCentre.BUDI))
                .containsExactly(new CarrierRequest.Dial(
                        CallCentre.BUDI.e164(),
                        "/twilio/callback/" + attempt,
                        "/twilio/callback/" + attempt + "/status",
                        30));
        assertThat(centre.state("ann")).isEqualTo(AgentState.RESERVED);
        UUID reservation = centre.ringing("ann");
        CallbackOffer offer =
                new CallbackOffer(CallCentre.SKILL, Language.INDONESIAN, Map.of("ticket.number", "123456782"));
        assertThat(centre.customerAnswers(attempt, CUSTOMER)).contains(offer);
        assertThat(dialsTo(centre.agentNow("ann").phone())).isEmpty();
        Resume resume = new Resume(
                CallCentre.SKILL, CallCentre.SKILL, Language.INDONESIAN, Map.of("ticket.number", "123456782"));
        assertThat(customerPresses1(attempt)).contains(resume);
        assertThat(customerPresses1(attempt)).contains(resume);
        centre.passes(Duration.ofSeconds(1));
        assertThat(dialsTo(centre.agentNow("ann").phone())).hasSize(1);
        assertThat(centre.joins(CUSTOMER).exit()).isEqualTo("joined");
        assertThat(centre.waits(CUSTOMER).exit()).isEqualTo("waiting");
        assertThat(centre.presses1(reservation).map(Accepted::caller)).contains(CUSTOMER);
        assertThat(centre.waits(CUSTOMER).exit()).isEqualTo("connect");
        customerLegEnds(attempt, "completed");
        assertThat(centre.contact(CUSTOMER).outcome()).contains(ContactOutcome.ANSWERED);
    }

    @Test
    void a_customer_who_pressed_1_waits_first_when_the_agent_does_not_come() {
        UUID attempt = rung();
        customerPresses1(attempt);
        centre.legEnds(centre.ringing("ann"), "no-answer");
        assertThat(centre.contact(CUSTOMER).state()).isEqualTo(ContactState.WAITING);
        assertThat(centre.contact(CUSTOMER).kind()).isEqualTo(ContactKind.LIVE);
        centre.agent("bob");
        assertThat(centre.contact(CUSTOMER).reservation()).contains(centre.ringing("bob"));
        customerLegEnds(attempt, "completed");
        assertThat(centre.contact(CUSTOMER).outcome()).contains(ContactOutcome.ABANDONED);
        assertThat(centre.state("bob")).isEqualTo(AgentState.AVAILABLE);
    }

    @Test
    void a_customer_who_does_not_answer_is_tried_again_and_then_told() {
        UUID attempt = rung();
        for (int number = 1; number <= 3; number++) {
            assertThat(callback().attempts()).isEqualTo(number);
            customerLegEnds(attempt, "no-answer");
            customerLegEnds(attempt, "no-answer");
            assertThat(centre.agentNow("ann").missed()).isZero();
            assertThat(centre.state("ann")).isEqualTo(AgentState.AVAILABLE);
            centre.passes(CallCentre.CALLBACKS.retryAfter().minusSeconds(1));
            assertThat(dialsTo(CallCentre.BUDI)).hasSize(number);
            centre.passes(Duration.ofSeconds(1));
            attempt = number < 3 ? centre.dialing() : attempt;
        }
        assertThat(dialsTo(CallCentre.BUDI)).hasSize(3);
        assertThat(centre.contact(FIRST).outcome()).contains(ContactOutcome.MISSED);
        assertThat(centre.carrier.asked(CarrierRequest.Text.class))
                .singleElement()
                .satisfies(text -> assertThat(text.body()).isEqualTo("callback-missed id"));
    }

    @Test
    void a_machine_that_answers_presses_nothing_and_is_no_customer() {
        UUID attempt = rung();
        centre.customerAnswers(attempt, CUSTOMER);
        customerLegEnds(attempt, "completed");
        assertThat(callback().state()).isEqualTo(ContactState.WAITING);
        assertThat(customerPresses1(attempt)).isEmpty();
        assertThat(centre.texts("select reason from callback_attempt")).containsExactly("completed");
    }

    @Test
    void an_attempt_of_which_nothing_is_heard_ends_by_itself_and_its_leg_is_hung_up() {
        UUID attempt = rung();
        centre.passes(CallCentre.CALLBACKS.ring().plus(CallCentre.CALLBACKS.confirm()));
        assertThat(callback().state()).isEqualTo(ContactState.WAITING);
        assertThat(centre.carrier.asked(CarrierRequest.HangUp.class))
                .containsExactly(new CarrierRequest.HangUp("CA-" + attempt));
    }

    @Test
    void a_number_that_the_carrier_refuses_is_not_tried_again() {
        centre.carrier.answers("callback-leg", new Reply.Refused(21211, "Invalid 'To' Phone Number"));
        centre.agent("ann");
        books(FIRST);
        centre.passes(CallCentre.CALLBACKS.firstAfter());
        assertThat(centre.contact(FIRST).outcome()).contains(ContactOutcome.MISSED);
        assertThat(centre.state("ann")).isEqualTo(AgentState.AVAILABLE);
    }

    @Test
    void a_number_has_one_callback_open_and_the_same_call_books_it_once() {
        centre.agent("ann");
        assertThat(books(FIRST).exit()).isEqualTo("booked");
        assertThat(books(FIRST).exit()).isEqualTo("booked");
        centre.joins(SECOND);
        assertThat(books(SECOND)).isEqualTo(new Answer("already", Map.of("callback.number", CallCentre.BUDI.e164())));
        assertThat(centre.contact(SECOND).outcome()).contains(ContactOutcome.CALLBACK_BOOKED);
        assertThat(centre.texts("select open_callback from contact where open_callback is not null"))
                .hasSize(1);
    }

    @Test
    void numbers_that_are_never_rung_and_withheld_ones_are_refused() {
        centre.agent("ann");
        centre.joins(FIRST);
        assertThat(books(FIRST, Optional.of("+62809123456"), Optional.of(CallCentre.BUDI)))
                .isEqualTo(Answer.of("refused"));
        assertThat(books(FIRST, Optional.empty(), Optional.empty())).isEqualTo(Answer.of("refused"));
        assertThat(centre.contact(FIRST).state()).isEqualTo(ContactState.RESERVED);
    }

    @Test
    void another_number_may_be_given() {
        centre.agent("ann");
        Answer answer = books(FIRST, Optional.of("+6281999999999"), Optional.of(CallCentre.BUDI));
        assertThat(answer.facts()).containsEntry("callback.number", "+6281999999999");
    }

    @Test
    void never_are_more_customers_rung_than_agents_are_free() {
        centre.agent("ann");
        for (int i = 0; i < 5; i++) {
            books(new CallSid("CA-b" + i), Optional.empty(), Optional.of(new PhoneNumber("+628122222222" + i)));
        }
        centre.passes(CallCentre.CALLBACKS.firstAfter());
        assertThat(centre.carrier.asked(CarrierRequest.Dial.class)).hasSize(1);
    }

    @Test
    void nobody_is_rung_at_night() {
        centre.clock.pin(Instant.parse("2026-11-23T11:59:30Z"));
        centre.agent("ann");
        books(FIRST);
        assertThat(callback().notBefore()).isEqualTo(Instant.parse("2026-11-24T01:00:00Z"));
        centre.passes(Duration.ofHours(13));
        assertThat(dialsTo(CallCentre.BUDI)).isEmpty();
        centre.passes(Duration.ofMinutes(1));
        assertThat(dialsTo(CallCentre.BUDI)).hasSize(1);
    }

    @Test
    void a_callback_whose_turn_comes_at_night_waits_for_the_morning() {
        centre.clock.pin(Instant.parse("2026-11-23T11:50:00Z"));
        books(FIRST);
        centre.passes(Duration.ofHours(1));
        centre.agent("ann");
        assertThat(centre.state("ann")).isEqualTo(AgentState.AVAILABLE);
        assertThat(callback().notBefore()).isEqualTo(Instant.parse("2026-11-24T01:00:00Z"));
        centre.clock.pin(Instant.parse("2026-11-24T01:00:00Z"));
        centre.settles();
        assertThat(dialsTo(CallCentre.BUDI)).hasSize(1);
    }

    @Test
    void a_customer_who_is_on_another_line_to_us_is_not_rung() {
        centre.agent("ann");
        centre.says("ann", Presence.BREAK);
        books(FIRST);
        centre.agent("bob");
        centre.joins(new CallSid("CA0"), new PhoneNumber("+6281111111111"));
        centre.presses1(centre.ringing("bob"));
        centre.joins(SECOND);
        centre.passes(CallCentre.CALLBACKS.firstAfter());
        centre.says("ann", Presence.AVAILABLE);
        assertThat(centre.contact(SECOND).reservation()).contains(centre.ringing("ann"));
        assertThat(dialsTo(CallCentre.BUDI)).isEmpty();
    }

    @Test
    void an_agent_who_goes_while_the_customer_is_rung_is_not_rung_and_the_customer_waits() {
        UUID attempt = rung();
        centre.says("ann", Presence.BREAK);
        assertThat(centre.state("ann")).isEqualTo(AgentState.RESERVED);
        assertThat(customerPresses1(attempt)).isPresent();
        centre.settles();
        assertThat(centre.state("ann")).isEqualTo(AgentState.ON_BREAK);
        assertThat(dialsTo(centre.agentNow("ann").phone())).isEmpty();
        assertThat(centre.contact(CUSTOMER).state()).isEqualTo(ContactState.WAITING);
    }

    @Test
    void a_callback_that_nobody_could_make_in_a_day_is_given_up_and_the_customer_told() {
        books(FIRST);
        centre.passes(CallCentre.CALLBACKS.longest());
        assertThat(centre.contact(FIRST).outcome()).contains(ContactOutcome.MISSED);
        assertThat(centre.carrier.asked(CarrierRequest.Text.class)).hasSize(1);
    }
}
