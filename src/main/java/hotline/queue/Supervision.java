package hotline.queue;

import hotline.agent.Agent;
import hotline.agent.AgentState;
import hotline.agent.Agents;
import hotline.agent.Audit;
import hotline.agent.Role;
import hotline.phone.CallSid;
import hotline.store.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Supervisors who listen to a conversation, advise its agent, or join in. Their own phone is rung for it; it ends with the
 * conversation, or before. Everything they do is kept in the {@link Audit}.
 */
public final class Supervision implements ConversationListener {
    private static final Duration RING = Duration.ofSeconds(25);
    private static final Duration TIME_TO_COME_IN = Duration.ofSeconds(60);

    private final Tables tables;
    private final Agents agents;
    private final Rooms rooms;
    private final Dispatcher dispatcher;
    private final Effects effects;
    private final Audit audit;

    Supervision(Tables tables, Agents agents, Rooms rooms, Dispatcher dispatcher, Effects effects, Audit audit) {
        this.tables = tables;
        this.agents = agents;
        this.rooms = rooms;
        this.dispatcher = dispatcher;
        this.effects = effects;
        this.audit = audit;
    }

    /**
     * Rings a supervisor to take part in a conversation.
     *
     * @return its id; empty if there is no such conversation, or the supervisor has no phone, is busy, or is none
     */
    public Optional<UUID> listen(Handle handle, String supervisor, UUID contact, SupervisionMode mode, Instant now) {
        Optional<Agent> who = agents.find(handle, supervisor)
                .filter(agent -> agent.role().includes(Role.SUPERVISOR)
                        && agent.endpoint().isPresent())
                .filter(agent -> agent.state() != AgentState.RESERVED && agent.state() != AgentState.ON_CALL);
        Optional<Contact> about = tables.contacts.find(handle, contact).filter(Supervision::isConversation);
        UUID id = UUID.randomUUID();
        if (who.isEmpty()
                || about.isEmpty()
                || !tables.supervisions.insert(handle, id, contact, supervisor, mode, now)) {
            return Optional.empty();
        }
        effects.ringSupervisor(handle, id, who.get().getEndpoint(), RING, now);
        effects.deadline(handle, Effects.SUPERVISION_EXPIRY, id.toString(), now.plus(TIME_TO_COME_IN));
        keep(handle, supervisor, "supervision-started", about.get(), mode, now);
        return Optional.of(id);
    }

    private static boolean isConversation(Contact contact) {
        return contact.kind() == ContactKind.LIVE && contact.state() == ContactState.CONNECTED;
    }

    /** Takes part in another way from now on; false if it is over, or is so already. */
    public boolean change(Handle handle, UUID supervision, SupervisionMode mode, Instant now) {
        if (!tables.supervisions.updateMode(handle, supervision, mode)) {
            return false;
        }
        SupervisionRow row = tables.supervisions.get(handle, supervision);
        Contact contact = tables.contacts.get(handle, row.contact());
        apply(handle, row, contact, now);
        keep(handle, row.username(), "supervision-changed", contact, mode, now);
        return true;
    }

    private void apply(Handle handle, SupervisionRow row, Contact contact, Instant now) {
        Supervised supervised = supervised(handle, row, contact);
        row.leg()
                .filter(leg -> row.isIn())
                .ifPresent(leg -> rooms.change(
                        handle,
                        leg,
                        contact.links().room(),
                        part -> part.heardBy(supervised.coached(), supervised.isMuted()),
                        now));
    }

    /** The supervisor is done; false if that was so already. */
    public boolean stop(Handle handle, UUID supervision, Instant now) {
        Optional<SupervisionRow> row = tables.supervisions.find(handle, supervision);
        boolean stopped = row.isPresent() && end(handle, row.get(), now);
        if (stopped) {
            SupervisionRow ended = row.get();
            keep(
                    handle,
                    ended.username(),
                    "supervision-stopped",
                    tables.contacts.get(handle, ended.contact()),
                    ended.mode(),
                    now);
        }
        return stopped;
    }

    /** What a supervisor takes part in now. */
    public Optional<SupervisionView> findOpen(Handle handle, String supervisor) {
        return tables.supervisions.findOpen(handle, supervisor).map(Supervision::view);
    }

    /** Who takes part in a conversation. */
    public List<SupervisionView> listOpen(Handle handle, UUID contact) {
        return tables.supervisions.listOpen(handle, contact).stream()
                .map(Supervision::view)
                .toList();
    }

    private static SupervisionView view(SupervisionRow row) {
        return new SupervisionView(row.id(), row.contact(), row.username(), row.mode(), row.isIn());
    }

    /**
     * The supervisor's phone was answered.
     *
     * @return what to tell whoever answered; empty when the conversation is over
     */
    public Optional<Supervised> answered(Handle handle, UUID id, CallSid leg, Instant now) {
        tables.supervisions.updateLeg(handle, id, leg);
        effects.seen(handle, Effects.SUPERVISION_LEG, id, leg, now);
        return tables.supervisions
                .find(handle, id)
                .filter(row -> !row.isOver())
                .map(row -> supervised(handle, row, tables.contacts.get(handle, row.contact())));
    }

    /**
     * The supervisor pressed 1.
     *
     * @return where to go; empty when the conversation is over
     */
    public Optional<Supervised> comeIn(Handle handle, UUID id, CallSid leg, Instant now) {
        Optional<Supervised> supervised = answered(handle, id, leg, now);
        supervised.filter(about -> tables.supervisions.join(handle, id)).ifPresent(about -> {
            SupervisionRow row = tables.supervisions.get(handle, id);
            Contact contact = tables.contacts.get(handle, row.contact());
            rooms.enter(
                    handle,
                    Participant.ordinary(leg, contact.links().room()).heardBy(about.coached(), about.isMuted()));
            effects.tellContact(handle, contact.id());
        });
        return supervised;
    }

    private Supervised supervised(Handle handle, SupervisionRow row, Contact contact) {
        return new Supervised(
                agents.get(handle, contact.agent().orElseThrow()).name(),
                agents.get(handle, row.username()).firstLanguage(),
                contact.room(),
                tables.reservations.get(handle, contact.getReservation()).leg(),
                row.mode());
    }

    /** The call to the supervisor is over. */
    public void legEnded(Handle handle, UUID id, Instant now) {
        tables.supervisions.endLeg(handle, id, now);
        tables.supervisions.find(handle, id).ifPresent(row -> end(handle, row, now));
    }

    /** The carrier took the request to ring the supervisor, or refused it. */
    void dialed(Handle handle, UUID id, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Done done) {
            tables.supervisions.updateLeg(handle, id, new CallSid(done.sid()));
            SupervisionRow row = tables.supervisions.get(handle, id);
            if (row.isOver()) {
                hangUp(handle, row, now);
            }
        } else if (outcome instanceof Outcome.Failed) {
            legEnded(handle, id, now);
        }
    }

    /** The supervisor did not come in. */
    void expire(Handle handle, UUID id, Instant now) {
        tables.supervisions.find(handle, id).filter(row -> !row.isIn()).ifPresent(row -> end(handle, row, now));
    }

    @Override
    public void over(Handle handle, Contact contact, Instant now) {
        tables.supervisions.listOpen(handle, contact.id()).forEach(row -> end(handle, row, now));
    }

    @Override
    public void handedOver(Handle handle, Contact before, Contact after, Instant now) {
        tables.supervisions.follow(handle, before.id(), after.id());
        tables.supervisions.listOpen(handle, after.id()).forEach(row -> apply(handle, row, after, now));
    }

    private boolean end(Handle handle, SupervisionRow row, Instant now) {
        if (!tables.supervisions.end(handle, row.id(), now)) {
            return false;
        }
        row.leg().ifPresent(leg -> rooms.leave(handle, leg));
        hangUp(handle, tables.supervisions.get(handle, row.id()), now);
        effects.tellContact(handle, row.contact());
        dispatcher.changed(handle, now);
        return true;
    }

    private void hangUp(Handle handle, SupervisionRow row, Instant now) {
        row.leg().filter(leg -> !row.legEnded()).ifPresent(leg -> effects.hangUpSupervisor(handle, row.id(), leg, now));
    }

    private void keep(Handle handle, String who, String action, Contact contact, SupervisionMode mode, Instant now) {
        audit.record(
                handle,
                who,
                action,
                "contact:" + contact.id(),
                mode.word() + " " + contact.agent().orElse(""),
                now);
        effects.tellContact(handle, contact.id());
    }
}
