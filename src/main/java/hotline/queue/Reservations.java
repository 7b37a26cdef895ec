package hotline.queue;

import hotline.agent.AgentMoves;
import hotline.agent.Agents;
import hotline.agent.Presence;
import hotline.phone.CallSid;
import hotline.store.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What happens on the line to an agent who is offered a contact. Every method may be called again for the same event: it gives
 * the same answer and has no second effect.
 */
public final class Reservations {
    /** No conversation lasts longer: the carrier ends calls after four hours (Twilio, "Call", TimeLimit). */
    private static final Duration LONGEST_CONVERSATION = Duration.ofHours(4).plusMinutes(5);

    private final Tables tables;
    private final Agents agents;
    private final AgentMoves moves;
    private final Endings endings;
    private final Dispatcher dispatcher;
    private final Effects effects;
    private final Listeners listeners;

    // Seven: each is a part of the queue of its own, and none is used by only some of the others.
    Reservations(
            Tables tables,
            Agents agents,
            AgentMoves moves,
            Endings endings,
            Dispatcher dispatcher,
            Effects effects,
            Listeners listeners) {
        this.tables = tables;
        this.agents = agents;
        this.moves = moves;
        this.endings = endings;
        this.dispatcher = dispatcher;
        this.effects = effects;
        this.listeners = listeners;
    }

    /**
     * The agent's phone was answered.
     *
     * @param leg the call to the agent
     * @return what to tell whoever answered; empty when the caller has gone, or it is too late
     */
    public Optional<Offer> offer(Handle handle, UUID id, CallSid leg, Instant now) {
        tables.reservations.updateLeg(handle, id, leg);
        effects.seen(handle, Effects.AGENT_LEG, id, leg, now);
        return tables.reservations
                .find(handle, id)
                .filter(reservation -> reservation.state() == ReservationState.PENDING)
                .map(reservation -> {
                    Contact contact = tables.contacts.get(handle, reservation.contact());
                    return new Offer(
                            contact.topic(),
                            contact.language(),
                            Duration.between(contact.since(), now),
                            tables.contacts.listFacts(handle, contact.id()),
                            agents.get(handle, reservation.username()).firstLanguage(),
                            colleague(handle, contact));
                });
    }

    private Optional<Offer.Colleague> colleague(Handle handle, Contact contact) {
        Links links = contact.links();
        return links.parent()
                .or(links::continues)
                .flatMap(from -> tables.contacts.get(handle, from).agent())
                .map(username -> new Offer.Colleague(
                        agents.get(handle, username).name(), contact.kind() == ContactKind.CONSULT));
    }

    /**
     * The agent pressed 1.
     *
     * @param leg the call to the agent
     * @return where to go; empty when the caller has gone, or it is too late
     */
    public Optional<Accepted> accept(Handle handle, UUID id, CallSid leg, Instant now) {
        Optional<Reservation> found = tables.reservations.find(handle, id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Reservation reservation = found.get();
        if (!tables.moves.connect(handle, reservation.contact(), reservation, now)) {
            return acceptedBefore(handle, id, leg);
        }
        Endings.must(tables.reservations.decide(handle, id, ReservationState.ACCEPTED, now), reservation, "accept");
        Endings.must(
                moves.takeCall(handle, reservation.username(), reservation.contact()),
                reservation,
                "bring the agent to");
        tables.reservations.updateLeg(handle, id, leg);
        Contact contact = tables.contacts.get(handle, reservation.contact());
        effects.deadline(handle, Effects.CONVERSATION_EXPIRY, contact.id().toString(), now.plus(LONGEST_CONVERSATION));
        effects.tellContact(handle, contact.id());
        Accepted accepted = new Accepted(id, contact.room(), contact.call());
        endings.begin(handle, contact, now);
        if (contact.kind() == ContactKind.LIVE) {
            listeners.onAccepted(handle, accepted, now);
        }
        return Optional.of(accepted);
    }

    /** The answer to the same key told of again, as long as the conversation is not over. */
    private Optional<Accepted> acceptedBefore(Handle handle, UUID id, CallSid leg) {
        Reservation reservation = tables.reservations.get(handle, id);
        Contact contact = tables.contacts.get(handle, reservation.contact());
        boolean same = reservation.state() == ReservationState.ACCEPTED
                && reservation.leg().equals(Optional.of(leg))
                && contact.state() == ContactState.CONNECTED;
        return same ? Optional.of(new Accepted(id, contact.room(), contact.call())) : Optional.empty();
    }

    /** The agent said no, on the phone or on the desk. False if it was over before. */
    public boolean refuse(Handle handle, UUID id, Instant now) {
        return end(handle, id, ReservationState.REJECTED, false, now);
    }

    /** The agent said no and is about to go: nobody is paired yet. */
    void close(Handle handle, UUID id, Instant now) {
        close(handle, id, ReservationState.REJECTED, false, now);
    }

    /**
     * The call to the agent is over.
     *
     * @param carrierStatus the carrier's word: {@code completed} also when a machine answered, or nobody pressed 1
     */
    public void legEnded(Handle handle, UUID id, String carrierStatus, Instant now) {
        endLeg(handle, id, now);
        ReservationState how = switch (carrierStatus) {
            case "busy" -> ReservationState.REJECTED;
            case "failed" -> ReservationState.FAILED;
            default -> ReservationState.TIMED_OUT;
        };
        end(handle, id, how, true, now);
        tables.reservations
                .find(handle, id)
                .filter(reservation -> reservation.state() == ReservationState.ACCEPTED)
                .map(reservation -> tables.contacts.get(handle, reservation.contact()))
                .filter(contact -> contact.reservation().equals(Optional.of(id)))
                .filter(contact -> contact.state() == ContactState.CONNECTED)
                .filter(contact -> endings.loseAgent(handle, contact, now))
                .ifPresent(contact -> listeners.onAgentLeft(handle, contact.call(), now));
    }

    private void endLeg(Handle handle, UUID id, Instant now) {
        tables.reservations.find(handle, id).ifPresent(reservation -> {
            tables.contacts.lock(handle, reservation.contact());
            tables.reservations.endLeg(handle, id, now);
        });
    }

    /** The carrier took the request to ring the agent, or refused it. */
    void dialed(Handle handle, UUID id, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Done done) {
            boolean fresh = tables.reservations.updateLeg(handle, id, new CallSid(done.sid()));
            // A leg known before was answered, and whoever answered is told that the caller has left.
            if (fresh && !tables.reservations.get(handle, id).isWanted()) {
                endings.hangUpAgent(handle, id, now);
            }
        } else if (outcome instanceof Outcome.Failed) {
            endLeg(handle, id, now);
            end(handle, id, ReservationState.FAILED, true, now);
        }
    }

    /** The customer of a callback is on the line: the agent held for them is rung, if they are still there. */
    void start(Handle handle, UUID id, Instant now) {
        Reservation reservation = tables.reservations.get(handle, id);
        Endings.must(tables.reservations.startRinging(handle, id), reservation, "ring the agent of");
        Contact contact = tables.contacts.get(handle, reservation.contact());
        if (agents.get(handle, reservation.username()).presence() == Presence.AVAILABLE) {
            dispatcher.ring(handle, reservation, contact, now);
        } else {
            close(handle, id, now);
            dispatcher.changed(handle, now);
        }
    }

    /** Nobody took it in time. */
    void expire(Handle handle, UUID id, Instant now) {
        end(handle, id, ReservationState.TIMED_OUT, true, now);
    }

    private boolean end(Handle handle, UUID id, ReservationState how, boolean missed, Instant now) {
        Optional<Reservation> closed = close(handle, id, how, missed, now);
        closed.ifPresent(reservation -> dispatcher.changed(handle, now));
        return closed.isPresent();
    }

    private Optional<Reservation> close(Handle handle, UUID id, ReservationState how, boolean missed, Instant now) {
        return tables.reservations
                .find(handle, id)
                .filter(reservation -> reservation.state() == ReservationState.PENDING)
                .filter(reservation -> endings.refuse(handle, reservation, how, missed, now));
    }
}
