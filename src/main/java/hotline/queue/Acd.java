package hotline.queue;

import hotline.agent.AgentMoves;
import hotline.agent.Agents;
import hotline.agent.Audit;
import hotline.message.Messages;
import hotline.phone.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of the queue (in the field: automatic call distribution, ACD), put together, with their deadlines and the outcomes
 * of their requests to the carrier.
 */
public final class Acd {
    private final Tables tables = new Tables();
    private final Listeners listeners = new Listeners();
    private final Agents agents;
    private final Effects effects;
    private final Endings endings;
    private final Dispatcher dispatcher;
    private final Contacts contacts;
    private final Reservations reservations;
    private final Callbacks callbacks;
    private final OpenCallbacks openCallbacks;
    private final Desk desk;
    private final Consults consults;
    private final Transfers transfers;
    private final CallControls controls;
    private final Supervision supervision;
    private final SupervisorMoves supervisorMoves;
    private final LeftAlone leftAlone;
    private final GivenUp givenUp;
    private final ContactViews views;
    private final QueueRules rules;

    /**
     * Puts the queue together; once for one outbox and due work.
     *
     * @param numbers which numbers are rung back
     */
    public Acd(Agents agents, Messages messages, QueueRules rules, CallbackNumbers numbers, Effects effects) {
        AgentMoves moves = new AgentMoves(agents, effects.clock());
        this.agents = agents;
        this.effects = effects;
        this.rules = rules;
        Rooms rooms = new Rooms(tables, effects);
        Returns returns = new Returns(tables, effects, rules);
        endings = new Endings(tables, moves, effects, rules, messages, rooms);
        dispatcher = new Dispatcher(tables, agents, moves, effects, rules);
        Waits waits = new Waits(tables, agents, rules);
        contacts = new Contacts(tables, waits, endings, dispatcher, effects, rules, returns);
        reservations = new Reservations(tables, agents, moves, endings, dispatcher, effects, listeners);
        Bookings bookings = new Bookings(tables, contacts, effects, rules, numbers);
        AttemptEndings attemptEndings = new AttemptEndings(tables, endings, dispatcher, effects, rules, messages);
        callbacks = new Callbacks(tables, contacts, bookings, attemptEndings, reservations, effects);
        openCallbacks = new OpenCallbacks(tables, contacts, attemptEndings, reservations, waits, rules, effects);
        views = new ContactViews(rules);
        desk = new Desk(tables, agents, moves, reservations, dispatcher, effects, rules);
        givenUp = new GivenUp(tables, callbacks);
        consults = new Consults(tables, agents, endings, dispatcher, rooms, effects);
        transfers = new Transfers(tables, agents, endings, returns, consults, dispatcher, listeners);
        controls = new CallControls(tables, endings, dispatcher, rooms, effects, listeners);
        Audit audit = new Audit();
        supervision = new Supervision(tables, agents, rooms, dispatcher, effects, audit);
        StuckAgents stuck = new StuckAgents(tables, transfers, desk, controls, attemptEndings);
        supervisorMoves = new SupervisorMoves(tables, agents, stuck, returns, dispatcher, effects, audit);
        leftAlone = new LeftAlone(tables, endings, returns, dispatcher, effects, listeners);
        List.of(consults, transfers, supervision, leftAlone).forEach(endings::tell);
        effects.onTakePart(rooms::isCurrent, rooms::asked);
        effects.onLookIn(leftAlone::isTalking, leftAlone::looked);
        handleDeadlines();
        followRequests();
    }

    private void handleDeadlines() {
        effects.onMatch(dispatcher::match);
        effects.onDeadline(Effects.RESERVATION_EXPIRY, reservations::expire);
        effects.onDeadline(Effects.ATTEMPT_EXPIRY, callbacks::expireAttempt);
        effects.onDeadline(Effects.CONTACT_EXPIRY, (handle, id, now) -> {
            contacts.expire(handle, id, now);
            callbacks.expire(handle, id, now);
            consults.expire(handle, id, now);
        });
        effects.onDeadline(Effects.SUPERVISION_EXPIRY, supervision::expire);
        effects.onDeadline(Effects.TARGET_EXPIRY, transfers::expireTarget);
        effects.onDeadline(
                Effects.CONVERSATION_EXPIRY,
                (handle, id, now) -> endings.endConversation(handle, tables.contacts.get(handle, id), now));
        effects.onDeadline(Effects.WRAP_UP_END, desk::expireWrapUp);
        effects.onDeadline(Effects.RETURN, leftAlone::comeBack);
        effects.onDeadline(Effects.LOOK_IN, leftAlone::look);
        effects.onDeadline(Effects.LOOK_AGAIN, leftAlone::look);
    }

    private void followRequests() {
        effects.onDialed(Effects.AGENT_LEG, reservations::dialed);
        effects.onDialed(Effects.CALLBACK_LEG, callbacks::dialed);
        effects.onDialed(Effects.SUPERVISION_LEG, supervision::dialed);
        effects.precheck(
                Effects.SUPERVISION_LEG,
                (handle, id) -> !tables.supervisions.get(handle, id).isOver());
        effects.precheck(
                Effects.HANG_UP_SUPERVISOR,
                (handle, id) -> !tables.supervisions.get(handle, id).legEnded());
        effects.precheck(
                Effects.AGENT_LEG,
                (handle, id) -> tables.reservations.get(handle, id).state() == ReservationState.PENDING);
        effects.precheck(
                Effects.CALLBACK_LEG,
                (handle, id) -> tables.attempts.get(handle, id).state().isOpen());
        effects.precheck(
                Effects.HANG_UP_AGENT,
                (handle, id) -> !tables.reservations.get(handle, id).legEnded());
        effects.precheck(
                Effects.HANG_UP_CALLBACK,
                (handle, id) -> !tables.attempts.get(handle, id).legEnded());
    }

    /** The skills that have a queue. */
    public Set<String> skills() {
        return rules.skills();
    }

    /** What people call the skills in a language; a skill that has no name of its own is not there. */
    public Map<String, String> skillNames(Language language) {
        return rules.names(language);
    }

    /** Callers on the line. */
    public Contacts contacts() {
        return contacts;
    }

    /** Agents' phones. */
    public Reservations reservations() {
        return reservations;
    }

    /** Customers who are rung back. */
    public Callbacks callbacks() {
        return callbacks;
    }

    /** Customers who ring in while they have a callback open. */
    public OpenCallbacks openCallbacks() {
        return openCallbacks;
    }

    /** What pages and the API show of the queue. */
    public ContactViews views() {
        return views;
    }

    /** What agents do at the desk. */
    public Desk desk() {
        return desk;
    }

    /** Agents who ask a colleague, and hand their caller over. */
    public Consults consults() {
        return consults;
    }

    /** How agents' calls stand. */
    public TalkViews talks() {
        return new TalkViews(tables, agents);
    }

    /** Callers who are sent on to somebody else. */
    public Transfers transfers() {
        return transfers;
    }

    /** Hold, mute, and the end of a call. */
    public CallControls controls() {
        return controls;
    }

    /** Supervisors who take part in conversations. */
    public Supervision supervision() {
        return supervision;
    }

    /** What supervisors change in the queue. */
    public SupervisorMoves supervisorMoves() {
        return supervisorMoves;
    }

    /** Callers whom nobody hears. */
    public LeftAlone leftAlone() {
        return leftAlone;
    }

    /** Callers who gave up waiting. */
    public GivenUp givenUp() {
        return givenUp;
    }

    /** What makes pairs; needed where something outside the queue made one possible, as a new skill of an agent. */
    public Dispatcher dispatcher() {
        return dispatcher;
    }

    /** Has somebody told of what callers must be told. */
    public void listen(QueueListener listener) {
        listeners.add(listener);
    }
}
