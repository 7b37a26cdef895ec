package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.agent.NewAgent;
import hotline.agent.Presence;
import hotline.agent.Role;
import hotline.agent.Skills;
import hotline.phone.CallSid;
import hotline.phone.CarrierRequest;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Supervisors who listen, advise and join in. */
abstract class SupervisionContract extends QueueContract {
    private static final CallSid LEG = new CallSid("CA-sue");
    private UUID anns = new UUID(0, 0);

    private void supervisor() {
        center.does(h -> {
            center.agents.put(
                    h,
                    new NewAgent(
                            "sue",
                            "Sue",
                            Optional.of(new PhoneNumber("+622155501")),
                            List.of(Language.INDONESIAN, Language.ENGLISH),
                            Skills.of(CenterRules.SKILL),
                            Role.SUPERVISOR),
                    center.now());
            return true;
        });
    }

    private UUID conversation() {
        supervisor();
        center.agent("ann");
        center.joins(FIRST);
        anns = center.ringing("ann");
        center.presses1(anns);
        return center.contact(FIRST).id();
    }

    private Optional<UUID> listens(UUID contact, SupervisionMode mode) {
        Optional<UUID> id = center.does(h -> center.acd.supervision().listen(h, "sue", contact, mode, center.now()));
        center.settles();
        return id;
    }

    private UUID isIn(SupervisionMode mode) {
        UUID id = listens(conversation(), mode).orElseThrow();
        center.does(h -> center.acd.supervision().answered(h, id, LEG, center.now()));
        center.does(h -> center.acd.supervision().comeIn(h, id, LEG, center.now()));
        return id;
    }

    private boolean changes(UUID id, SupervisionMode mode) {
        boolean changed = center.does(h -> center.acd.supervision().change(h, id, mode, center.now()));
        center.settles();
        return changed;
    }

    private Optional<SupervisionView> listening() {
        return center.database.read(h -> center.acd.supervision().findOpen(h, "sue"));
    }

    private CarrierRequest.TakePart newestPart() {
        List<CarrierRequest.TakePart> parts = center.carrier.asked(CarrierRequest.TakePart.class);
        return parts.get(parts.size() - 1);
    }

    @Test
    void a_supervisor_is_rung_and_comes_in_unheard() {
        UUID contact = conversation();
        UUID id = listens(contact, SupervisionMode.MONITOR).orElseThrow();
        assertThat(center.carrier.asked(CarrierRequest.Dial.class))
                .last()
                .satisfies(dial -> assertThat(dial.path()).isEqualTo("/twilio/supervision/" + id));
        Supervised about = center.does(h -> center.acd.supervision().comeIn(h, id, LEG, center.now()))
                .orElseThrow();
        assertThat(about.isMuted()).isTrue();
        assertThat(about.coached()).isEmpty();
        assertThat(about.room()).isEqualTo(center.contact(FIRST).room());
        assertThat(center.audited()).containsExactly("sue supervision-started monitor ann");
        assertThat(listens(contact, SupervisionMode.BARGE)).isEmpty();
    }

    @Test
    void from_listening_to_advising_to_joining_in_and_back() {
        UUID id = isIn(SupervisionMode.MONITOR);
        assertThat(changes(id, SupervisionMode.COACH)).isTrue();
        assertThat(newestPart().muted()).isFalse();
        assertThat(newestPart().coachedSid())
                .isEqualTo(CallCenter.agentLeg(anns).value());
        assertThat(changes(id, SupervisionMode.BARGE)).isTrue();
        assertThat(newestPart().muted()).isFalse();
        assertThat(newestPart().coachedSid()).isEmpty();
        assertThat(changes(id, SupervisionMode.BARGE)).isFalse();
        assertThat(changes(id, SupervisionMode.MONITOR)).isTrue();
        assertThat(newestPart().muted()).isTrue();
        assertThat(center.audited()).hasSize(4);
    }

    @Test
    void it_ends_with_the_conversation_and_when_the_supervisor_is_done() {
        UUID id = isIn(SupervisionMode.MONITOR);
        assertThat(center.<Boolean>does(h -> center.acd.supervision().stop(h, id, center.now())))
                .isTrue();
        assertThat(center.<Boolean>does(h -> center.acd.supervision().stop(h, id, center.now())))
                .isFalse();
        center.settles();
        assertThat(center.carrier.asked(CarrierRequest.HangUp.class))
                .extracting(CarrierRequest.HangUp::callSid)
                .contains(center.database
                        .read(h -> new SupervisionRepository().get(h, id))
                        .leg()
                        .orElseThrow()
                        .value());

        UUID again = listens(center.contact(FIRST).id(), SupervisionMode.BARGE).orElseThrow();
        center.hangsUp(FIRST);
        assertThat(changes(again, SupervisionMode.COACH)).isFalse();
        assertThat(center.<Optional<Supervised>>does(
                        h -> center.acd.supervision().answered(h, again, LEG, center.now())))
                .isEmpty();
    }

    @Test
    void who_listens_is_offered_nothing_until_they_are_done() {
        UUID id = isIn(SupervisionMode.MONITOR);
        center.does(h -> center.acd.desk().setPresence(h, "sue", Presence.AVAILABLE, Optional.empty(), center.now()));
        center.joins(SECOND);
        assertThat(center.state("sue")).isEqualTo(AgentState.AVAILABLE);
        center.does(h -> center.acd.supervision().stop(h, id, center.now()));
        assertThat(center.state("sue")).isEqualTo(AgentState.RESERVED);
    }

    @Test
    void a_phone_that_nobody_answers_or_that_cannot_be_rung_ends_it() {
        UUID id = listens(conversation(), SupervisionMode.MONITOR).orElseThrow();
        center.passes(Duration.ofSeconds(60));
        assertThat(listening()).isEmpty();
        UUID again =
                listens(center.contact(FIRST).id(), SupervisionMode.MONITOR).orElseThrow();
        assertThat(again).isNotEqualTo(id);
        center.does(h -> {
            center.acd.supervision().legEnded(h, again, center.now());
            return true;
        });
        assertThat(listening()).isEmpty();
    }

    @Test
    void an_agent_may_not_listen_and_nobody_to_what_is_no_conversation() {
        UUID contact = conversation();
        center.agent("bob");
        assertThat(center.<Optional<UUID>>does(
                        h -> center.acd.supervision().listen(h, "bob", contact, SupervisionMode.MONITOR, center.now())))
                .isEmpty();
        center.hangsUp(FIRST);
        assertThat(listens(contact, SupervisionMode.MONITOR)).isEmpty();
        assertThat(listens(UUID.randomUUID(), SupervisionMode.MONITOR)).isEmpty();
    }

    @Test
    void a_supervisor_who_advises_goes_with_the_caller_to_the_next_agent() {
        UUID id = isIn(SupervisionMode.COACH);
        center.agent("bob");
        center.does(h -> center.acd.consults().ask(h, "ann", new Destination.ToAgent("bob"), center.now()));
        UUID bobs = center.ringing("bob");
        center.presses1(bobs);
        center.does(h -> center.acd.consults().complete(h, "ann", center.now()));
        center.settles();
        assertThat(listening()).hasValueSatisfying(view -> {
            assertThat(view.id()).isEqualTo(id);
            assertThat(view.contact())
                    .isEqualTo(center.agentNow("bob").activeContact().orElseThrow());
        });
        assertThat(center.carrier.asked(CarrierRequest.TakePart.class))
                .filteredOn(part -> !part.coachedSid().isEmpty())
                .last()
                .satisfies(part -> assertThat(part.coachedSid())
                        .isEqualTo(CallCenter.agentLeg(bobs).value()));
    }
}
