package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.flow.Answer;
import hotline.flow.Question;
import hotline.phone.CallSid;
import hotline.phone.CarrierRequest;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Customers who ring in while a callback is booked for them; and callbacks that happen once, whatever is told twice. */
abstract class OpenCallbacksContract extends QueueContract {
    private static final CallSid CUSTOMER = new CallSid("CA-customer");
    private static final PhoneNumber OTHER = new PhoneNumber("+6281999999999");

    private static OpenCallbacks.Ringing rings(PhoneNumber caller) {
        return new OpenCallbacks.Ringing(SECOND, Optional.of(caller), false);
    }

    private Answer books(CallSid call, Optional<String> number, String skill) {
        Question.BookCallback question = new Question.BookCallback(skill, skill, number, Map.of());
        return center.does(h -> center.acd
                .callbacks()
                .book(h, call, question, Optional.of(CallCenter.BUDI), Language.INDONESIAN, center.now()));
    }

    private Answer books() {
        return books(FIRST, Optional.empty(), CenterRules.SKILL);
    }

    private Answer finds(PhoneNumber caller) {
        return center.does(h -> center.acd.openCallbacks().find(h, rings(caller), center.now()));
    }

    private Answer cancels(PhoneNumber caller) {
        return center.does(h -> center.acd.openCallbacks().cancel(h, rings(caller), center.now()));
    }

    private Answer waitsInstead() {
        return center.does(h -> center.acd.openCallbacks().waitInstead(h, rings(CallCenter.BUDI), center.now()));
    }

    private void attemptEnds(UUID attempt, String status) {
        center.does(h -> {
            center.acd.callbacks().legEnded(h, attempt, status, center.now());
            return true;
        });
    }

    private List<CarrierRequest.Dial> dials() {
        return center.carrier.asked(CarrierRequest.Dial.class);
    }

    /** One agent, one callback, and its customer being rung. */
    private UUID rung() {
        center.agent("ann");
        books();
        center.passes(CenterRules.CALLBACKS.firstAfter());
        return center.dialing();
    }

    @Test
    void a_caller_with_a_callback_hears_of_it_and_of_its_place() {
        books();

        Answer found = finds(CallCenter.BUDI);
        assertThat(found.exit()).isEqualTo("found");
        assertThat(found.facts())
                .containsOnlyKeys(
                        "callback.number", "callback.topic", "callback.place", "callback.when", "callback.from")
                .containsEntry("callback.number", CallCenter.BUDI.e164())
                .containsEntry("callback.topic", CenterRules.SKILL)
                .containsEntry("callback.place", "1")
                .containsEntry("callback.when", "soon");
        assertThat(finds(OTHER)).isEqualTo(Answer.of("none"));
        OpenCallbacks.Ringing withheld = new OpenCallbacks.Ringing(SECOND, Optional.empty(), false);
        assertThat(center.<Answer>does(h -> center.acd.openCallbacks().find(h, withheld, center.now())))
                .isEqualTo(Answer.of("none"));
    }

    @Test
    void a_callback_to_another_number_is_known_to_both_and_canceled_by_either() {
        books(FIRST, Optional.of(OTHER.e164()), CenterRules.SKILL);

        assertThat(finds(CallCenter.BUDI).facts()).containsEntry("callback.number", OTHER.e164());
        assertThat(finds(OTHER).exit()).isEqualTo("found");
        assertThat(cancels(CallCenter.BUDI)).isEqualTo(Answer.of("canceled"));
        assertThat(cancels(OTHER)).isEqualTo(Answer.of("none"));
    }

    @Test
    void who_is_asked_about_their_callback_is_not_rung_meanwhile() {
        books();
        center.passes(CenterRules.CALLBACKS.firstAfter());
        finds(CallCenter.BUDI);
        center.agent("ann");
        center.passes(Duration.ofSeconds(30));
        assertThat(dials()).isEmpty();

        center.passes(Duration.ofSeconds(31));

        assertThat(dials()).hasSize(1);
    }

    @Test
    void a_canceled_callback_is_over_and_another_may_be_booked() {
        books();

        assertThat(cancels(CallCenter.BUDI)).isEqualTo(Answer.of("canceled"));
        assertThat(cancels(CallCenter.BUDI)).isEqualTo(Answer.of("none"));
        center.agent("ann");
        center.passes(CenterRules.CALLBACKS.longest());

        assertThat(center.contact(FIRST).outcome()).contains(ContactOutcome.CANCELED);
        assertThat(dials()).isEmpty();
        assertThat(center.carrier.asked(CarrierRequest.Text.class)).isEmpty();
        assertThat(books(SECOND, Optional.empty(), CenterRules.SKILL).exit()).isEqualTo("booked");
    }

    @Test
    void canceling_while_the_phone_rings_stops_the_ringing_and_frees_the_agent() {
        UUID attempt = rung();

        assertThat(cancels(CallCenter.BUDI)).isEqualTo(Answer.of("canceled"));
        center.settles();

        assertThat(center.state("ann")).isEqualTo(AgentState.AVAILABLE);
        assertThat(center.carrier.asked(CarrierRequest.HangUp.class))
                .containsExactly(new CarrierRequest.HangUp(FakeCarrier.leg("callback-leg:" + attempt)));
        attemptEnds(attempt, "canceled");
        assertThat(center.contact(FIRST).outcome()).contains(ContactOutcome.CANCELED);
    }

    @Test
    void a_caller_who_would_rather_wait_now_has_the_callbacks_place() {
        center.agent("ann");
        center.joins(new CallSid("CA0"), new PhoneNumber("+6281111111111"));
        center.presses1(center.ringing("ann"));
        Instant since = center.now();
        books();
        center.clock.tick(Duration.ofSeconds(10));
        center.joins(new CallSid("CA3"), new PhoneNumber("+6281111111112"));

        assertThat(waitsInstead()).isEqualTo(Answer.of("waits"));
        assertThat(waitsInstead()).isEqualTo(Answer.of("waits"));

        assertThat(center.joins(SECOND).facts())
                .containsEntry("queue.place", "1")
                .doesNotContainKey("queue.kept");
        assertThat(center.contact(SECOND).since()).isEqualTo(since);
        assertThat(center.contact(SECOND).kind()).isEqualTo(ContactKind.LIVE);
        assertThat(finds(CallCenter.BUDI)).isEqualTo(Answer.of("none"));
        assertThat(center.texts("select cast(id as varchar) from contact where state <> 'done'"))
                .as("the contacts: one with the agent, two that wait")
                .hasSize(3);
        center.agent("bob");
        assertThat(center.contact(SECOND).reservation()).contains(center.ringing("bob"));
    }

    @Test
    void who_waits_now_while_their_phone_is_rung_gets_the_agent_who_is_held() {
        UUID attempt = rung();

        assertThat(waitsInstead()).isEqualTo(Answer.of("waits"));
        center.passes(Duration.ofSeconds(1));

        assertThat(center.contact(SECOND).reservation()).contains(center.ringing("ann"));
        assertThat(dials())
                .extracting(CarrierRequest.Dial::to)
                .endsWith(center.agentNow("ann").getEndpoint().address());
        assertThat(center.carrier.asked(CarrierRequest.HangUp.class))
                .containsExactly(new CarrierRequest.HangUp(FakeCarrier.leg("callback-leg:" + attempt)));
        attemptEnds(attempt, "busy");
        assertThat(center.contact(SECOND).state()).isEqualTo(ContactState.RESERVED);
        assertThat(center.presses1(center.ringing("ann")).map(Accepted::caller)).contains(SECOND);
    }

    @Test
    void when_nobody_is_there_to_wait_for_the_callback_stays() {
        books();

        assertThat(waitsInstead()).isEqualTo(Answer.of("nobody"));
        assertThat(finds(CallCenter.BUDI).exit()).isEqualTo("found");
    }

    @Test
    void each_queue_has_its_own_pauses() {
        center.agent("ann", List.of(Language.INDONESIAN), Set.of(CenterRules.OTHER_SKILL));
        books(FIRST, Optional.empty(), CenterRules.OTHER_SKILL);
        center.passes(CenterRules.CALLBACKS.firstAfter());
        attemptEnds(center.dialing(), "no-answer");
        center.passes(Duration.ofMinutes(3));
        assertThat(dials()).hasSize(2);

        attemptEnds(center.dialing(), "no-answer");

        assertThat(center.contact(FIRST).outcome()).contains(ContactOutcome.MISSED);
    }

    /** Every step is told of twice, as if the node had died after committing it and before saying so. */
    @Test
    void a_callback_happens_once_whatever_is_told_twice() {
        center.agent("ann");
        assertThat(books().exit()).isEqualTo("booked");
        assertThat(books().exit()).isEqualTo("booked");
        for (int i = 0; i < 2; i++) {
            center.passes(CenterRules.CALLBACKS.firstAfter());
            twice(() -> center.does(h -> {
                center.acd.dispatcher().match(h, center.now());
                return true;
            }));
        }
        UUID attempt = center.dialing();
        UUID reservation = center.ringing("ann");
        twice(() -> center.customerAnswers(attempt, CUSTOMER));
        twice(() -> center.does(h -> center.acd.callbacks().confirmed(h, attempt, CUSTOMER, center.now())));
        center.settles();
        twice(() -> center.joins(CUSTOMER));
        twice(() -> center.answersPhone(reservation));
        twice(() -> center.presses1(reservation));
        twice(() -> center.waits(CUSTOMER));
        twice(() -> attemptEnds(attempt, "completed"));
        twice(() -> center.legEnds(reservation, "completed"));
        center.settles();
        center.passes(Duration.ofHours(24));

        assertThat(dials()).extracting(CarrierRequest.Dial::path).doesNotHaveDuplicates();
        assertThat(dials())
                .extracting(CarrierRequest.Dial::to)
                .containsExactlyInAnyOrder(
                        CallCenter.BUDI.e164(),
                        center.agentNow("ann").getEndpoint().address());
        assertThat(center.texts("select outcome from contact")).containsExactly("answered");
        assertThat(center.texts("select state from callback_attempt")).containsExactly("confirmed");
        assertThat(center.texts("select state from reservation")).containsExactly("accepted");
        assertThat(center.carrier.asked(CarrierRequest.Text.class)).hasSize(1);
    }

    private static void twice(Runnable step) {
        step.run();
        step.run();
    }
}
