package hotline.queue;

import hotline.agent.Agent;
import hotline.agent.AgentMoves;
import hotline.agent.AgentState;
import hotline.agent.Agents;
import hotline.queue.RoutingPolicy.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Pairs waiting contacts with free agents: claims both, and has the agent rung, or for a callback the customer first. */
public final class Dispatcher {
    /** Two nodes that change contact and agent at the same moment each miss the other's change; after this they look again. */
    private static final Duration SECOND_LOOK = Duration.ofMillis(500);

    /** An agent's phone that is being hung up needs a moment until it can ring again. */
    private static final Duration PHONE_REST = Duration.ofSeconds(2);

    private final Tables tables;
    private final Agents agents;
    private final AgentMoves moves;
    private final Effects effects;
    private final QueueRules rules;
    private final WaitingContacts waiting;
    private final FruitlessLooks fruitlessLooks;

    Dispatcher(Tables tables, Agents agents, AgentMoves moves, Effects effects, QueueRules rules) {
        this.tables = tables;
        this.agents = agents;
        this.moves = moves;
        this.effects = effects;
        this.rules = rules;
        this.waiting = new WaitingContacts(tables, rules);
        this.fruitlessLooks = new FruitlessLooks(tables, effects);
    }

    /** Makes every pair that can be made now. Waits for nobody: what another node has locked is left for a second look. */
    public void match(Handle handle, Instant now) {
        Set<String> listening = tables.supervisions.listListening(handle);
        List<Agent> signedIn = agents.listSignedIn(handle).stream()
                .filter(agent -> !listening.contains(agent.username()))
                .toList();
        if (signedIn.stream().noneMatch(agent -> agent.state() == AgentState.AVAILABLE)) {
            keepThatNobodyIsFree(handle, signedIn, now);
            return;
        }
        List<Contact> contacts = new ArrayList<>(tables.contacts.listOfferable(handle, now));
        contacts.removeIf(contact -> contact.kind() == ContactKind.CALLBACK && isPostponed(handle, contact, now));
        boolean done = true;
        List<Look> fruitless = new ArrayList<>();
        for (Look look : RoutingPolicy.decide(waiting.of(handle, contacts, now), signedIn, now)) {
            if (look.chosen().isEmpty()) {
                fruitless.add(look);
            } else {
                done &= claim(handle, look, look.chosen().get(), now);
            }
        }
        if (!(fruitlessLooks.keep(handle, fruitless, now) && done)) {
            lookAgain(handle, now);
        }
    }

    /** Nobody is free: that is looked at only once, as who does what in detail changes all the time. */
    private void keepThatNobodyIsFree(Handle handle, List<Agent> signedIn, Instant now) {
        List<RoutingPolicy.Waiting> unseen = waiting.of(handle, tables.contacts.listNotLookedAt(handle), now);
        if (!fruitlessLooks.keep(handle, RoutingPolicy.decide(unseen, signedIn, now), now)) {
            lookAgain(handle, now);
        }
    }

    /** Something changed that can make a pair: matches now and, in case another node changed something too, once more soon. */
    void changed(Handle handle, Instant now) {
        match(handle, now);
        lookAgain(handle, now);
    }

    /** Under a key of its own: nobody waits for the row of a look that is running. */
    private void lookAgain(Handle handle, Instant now) {
        effects.deadline(handle, Effects.MATCH, "look:" + UUID.randomUUID(), now.plus(SECOND_LOOK));
    }

    /** Whether it is night where the customer is; then the callback waits for the morning. */
    private boolean isPostponed(Handle handle, Contact contact, Instant now) {
        Instant next = contact.caller()
                .map(number -> rules.callbacksOf(contact.skill()).next(number, now))
                .orElse(now);
        if (!next.isAfter(now)) {
            return false;
        }
        if (tables.contacts.lockWaiting(handle, contact.id()) && tables.moves.postpone(handle, contact.id(), next)) {
            effects.deadline(handle, Effects.MATCH, "due:" + contact.id(), next);
        }
        return true;
    }

    private boolean claim(Handle handle, Look look, String username, Instant now) {
        UUID id = look.waiting().contact().id();
        if (!tables.contacts.lockWaiting(handle, id) || !moves.lockFree(handle, username)) {
            return false;
        }
        Contact contact = tables.contacts.get(handle, id);
        boolean live = contact.kind() != ContactKind.CALLBACK;
        Reservation reservation =
                Reservation.open(id, username, live ? ReservationState.PENDING : ReservationState.HELD);
        int attempts = live ? contact.attempts() : contact.attempts() + 1;
        if (!tables.moves.reserve(handle, contact, reservation.id(), attempts)
                || !moves.reserve(handle, username, id)) {
            throw new IllegalStateException(
                    "contact " + id + " or agent " + username + " was taken though both were locked");
        }
        tables.reservations.insert(handle, reservation, now);
        tables.decisions.insertChosen(handle, reservation.id(), id, username, look.agents(), now);
        if (live) {
            ring(handle, reservation, contact, now);
        } else {
            ringBack(handle, reservation, contact, attempts, now);
        }
        effects.tellContact(handle, id);
        return true;
    }

    /** Rings the agent; the reservation ends by itself when they do not take it. */
    void ring(Handle handle, Reservation reservation, Contact contact, Instant now) {
        SkillRules skill = rules.of(contact.skill());
        boolean busy = tables.reservations.isRingingStill(handle, reservation.username(), now.minus(PHONE_REST));
        Agent agent = agents.get(handle, reservation.username());
        effects.ringAgent(
                handle, reservation.id(), agent.getEndpoint(), skill.ring(), busy ? now.plus(PHONE_REST) : now);
        effects.deadline(handle, Effects.RESERVATION_EXPIRY, reservation.id().toString(), now.plus(skill.expiry()));
    }

    private void ringBack(Handle handle, Reservation reservation, Contact contact, int number, Instant now) {
        CallbackRules callbacks = rules.callbacksOf(contact.skill());
        UUID attempt = UUID.randomUUID();
        tables.attempts.insert(handle, Attempt.dialing(attempt, reservation, number), now);
        effects.ringCustomer(handle, attempt, contact.getCaller(), callbacks.ring(), now);
        effects.deadline(
                handle,
                Effects.ATTEMPT_EXPIRY,
                attempt.toString(),
                now.plus(callbacks.ring()).plus(callbacks.confirm()));
    }
}
