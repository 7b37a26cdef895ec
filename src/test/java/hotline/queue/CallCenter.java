package hotline.queue;

import hotline.TestClock;
import hotline.agent.Agent;
import hotline.agent.AgentState;
import hotline.agent.Agents;
import hotline.agent.NewAgent;
import hotline.agent.Presence;
import hotline.agent.Role;
import hotline.agent.Skills;
import hotline.flow.Answer;
import hotline.flow.Question;
import hotline.message.Messages;
import hotline.message.OptOuts;
import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.store.Changes;
import hotline.store.Database;
import hotline.store.DueWork;
import hotline.store.DueWorker;
import hotline.store.DyingNode;
import hotline.store.Outbox;
import hotline.store.OutboxWorker;
import hotline.store.UseCase;
import hotline.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * One node with a queue, its agents and callers, and sentences to say what they do. Long because it is the one list of these
 * sentences, each a line or two.
 */
final class CallCenter implements AutoCloseable {
    static final PhoneNumber BUDI = new PhoneNumber("+6281234567890");

    private static final String EMPTIED = Stream.of(
                    "rating",
                    "supervision",
                    "participant",
                    "callback_attempt",
                    "routing_decision",
                    "reservation",
                    "contact_note",
                    "contact_fact",
                    "contact",
                    "web_session",
                    "agent",
                    "agent_state_span",
                    "message",
                    "opt_out",
                    "outbox",
                    "due_work")
            .map(table -> "delete from " + table)
            .collect(Collectors.joining("; "));

    final TestClock clock = TestClock.pinned(CenterRules.NOON);
    private long auditedBefore;
    final FakeCarrier carrier = new FakeCarrier();
    final Database database;
    final Writer writer;
    final Agents agents;
    final Acd acd;
    final Ratings ratings;
    final SentLinks links = new SentLinks();
    final DueWorker deadlines;
    final OutboxWorker outgoing;
    private final Changes changes;
    private boolean dying;

    CallCenter(String url) {
        database = Database.open(url);
        writer = new Writer(database, Duration.ofSeconds(20));
        changes = Changes.of(database, writer);
        agents = new Agents(changes);
        Outbox outbox = new Outbox();
        DueWork dueWork = new DueWork();
        Messages messages = new Messages(
                (template, language, values) -> template + " " + language,
                number -> Optional.empty(),
                new OptOuts(),
                outbox,
                clock);
        acd = new Acd(
                agents,
                messages,
                CenterRules.RULES,
                number -> number.startsWith("+62809") ? Optional.empty() : Optional.of(new PhoneNumber(number)),
                new Effects(outbox, dueWork, changes, clock));
        ratings = new Ratings(agents, messages, changes, links::remember);
        deadlines = new DueWorker(database, writer, dueWork, clock);
        outgoing = new OutboxWorker(database, writer, outbox, carrier, clock, 1_000);
    }

    /** The tokens of the links that were sent, in order. */
    static final class SentLinks {
        final List<String> tokens = new ArrayList<>();

        String remember(String token) {
            tokens.add(token);
            return "https://hotline.example/r/" + token;
        }
    }

    /** A use case, at the clock's time. */
    <T> T does(UseCase<T> useCase) {
        return dying ? DyingNode.dies(database, useCase) : writer.write(useCase);
    }

    /** The same for one that answers nothing. */
    void runs(Consumer<Handle> useCase) {
        does(h -> {
            useCase.accept(h);
            return true;
        });
    }

    /** The node is killed in the middle of everything that is done meanwhile, and goes on after that as if started again. */
    void diesDuring(Runnable event) {
        dying = true;
        try {
            event.run();
        } finally {
            dying = false;
        }
    }

    void agent(String username) {
        agent(username, List.of(Language.INDONESIAN, Language.ENGLISH), Set.of(CenterRules.SKILL));
    }

    /** Somebody who is available from now on. */
    void agent(String username, List<Language> languages, Set<String> skills) {
        PhoneNumber phone = new PhoneNumber("+62215550" + (100 + Math.floorMod(username.hashCode(), 900)));
        does(h -> {
            agents.put(
                    h,
                    new NewAgent(username, username, Optional.of(phone), languages, Skills.of(skills), Role.AGENT),
                    now());
            return acd.desk().setPresence(h, username, Presence.AVAILABLE, Optional.empty(), now());
        });
    }

    boolean says(String username, Presence presence) {
        return does(h -> acd.desk().setPresence(h, username, presence, Optional.empty(), now()));
    }

    Answer joins(CallSid call) {
        return joins(call, BUDI);
    }

    Answer joins(CallSid call, PhoneNumber caller) {
        return joins(call, caller, CenterRules.SKILL);
    }

    /** A topic has the name of its skill. */
    Answer joins(CallSid call, PhoneNumber caller, String skill) {
        NewContact wish = new NewContact(
                call, Optional.of(caller), Language.INDONESIAN, skill, skill, Map.of("ticket.number", "123456782"));
        return does(h -> acd.contacts().join(h, wish, Optional.empty(), now()));
    }

    Answer booksCallback(CallSid call) {
        Question.BookCallback wish =
                new Question.BookCallback(CenterRules.SKILL, CenterRules.SKILL, Optional.empty(), Map.of());
        return does(h -> acd.callbacks().book(h, call, wish, Optional.of(BUDI), Language.INDONESIAN, now()));
    }

    Answer waits(CallSid call) {
        return does(h -> acd.contacts().wait(h, call, Optional.empty(), now()));
    }

    void hangsUp(CallSid call) {
        does(h -> {
            acd.contacts().callerGone(h, call, now());
            return true;
        });
    }

    Optional<Offer> answersPhone(UUID reservation) {
        return does(h -> acd.reservations().offer(h, reservation, agentLeg(reservation), now()));
    }

    Optional<Accepted> presses1(UUID reservation) {
        return does(h -> acd.reservations().accept(h, reservation, agentLeg(reservation), now()));
    }

    /** The agent says no: by a key on the phone. */
    boolean refuses(UUID reservation) {
        return does(h -> acd.reservations().refuse(h, reservation, now()));
    }

    /** The agent says no: at the desk. */
    boolean refusesAtDesk(String username) {
        return does(h -> acd.desk().refuse(h, username, now()));
    }

    boolean notes(String username, String text) {
        return does(h -> acd.desk().note(h, username, text, now()));
    }

    Optional<CallbackOffer> customerAnswers(UUID attempt, CallSid leg) {
        return does(h -> acd.callbacks().answered(h, attempt, leg, now()));
    }

    void legEnds(UUID reservation, String status) {
        does(h -> {
            acd.reservations().legEnded(h, reservation, status, now());
            return true;
        });
    }

    static CallSid agentLeg(UUID reservation) {
        return new CallSid(FakeCarrier.leg("agent-leg:" + reservation));
    }

    /** Moves the clock and does what is due then, and what the carrier is asked for by it. */
    void passes(Duration time) {
        clock.tick(time);
        settles();
    }

    /** Does what is due now, and what the carrier is asked for by it. */
    void settles() {
        deadlines.runDue();
        outgoing.runDue();
    }

    Instant now() {
        return clock.instant();
    }

    Agent agentNow(String username) {
        return database.read(h -> agents.get(h, username));
    }

    AgentState state(String username) {
        return agentNow(username).state();
    }

    Optional<Contact> newest(CallSid call) {
        return database.read(h -> new ContactRepository().findNewest(h, call));
    }

    Contact contact(CallSid call) {
        return newest(call).orElseThrow();
    }

    /** The reservation that an agent has open. */
    UUID ringing(String username) {
        return findRinging(username).orElseThrow(() -> new AssertionError("nothing rings for " + username));
    }

    Optional<UUID> findRinging(String username) {
        return database.read(
                h -> h.createQuery("select id from reservation where username = :u and state in ('held', 'pending')")
                        .bind("u", username)
                        .mapTo(UUID.class)
                        .findOne());
    }

    /** The attempt that is open. */
    UUID dialing() {
        return database.read(
                h -> h.createQuery("select id from callback_attempt where state in ('dialing', 'answered')")
                        .mapTo(UUID.class)
                        .one());
    }

    List<String> texts(String sql) {
        return database.read(h -> h.createQuery(sql).mapTo(String.class).list());
    }

    /** What was written into the audit trail. */
    List<String> audited() {
        return database.read(h -> h.createQuery(
                        "select who || ' ' || action || ' ' || detail from audit where seq > :before order by seq")
                .bind("before", auditedBefore)
                .mapTo(String.class)
                .list());
    }

    private long newestAudit() {
        return database.read(h -> h.createQuery("select coalesce(max(seq), 0) from audit")
                .mapTo(Long.class)
                .one());
    }

    /** An empty database, and a carrier that remembers nothing. */
    void startAfresh() {
        writer.write(h -> {
            h.execute(
                    EMPTIED + "; update outbox_pace set free_at = timestamp with time zone '" + CenterRules.NOON + "'");
            return true;
        });
        carrier.forget();
        links.tokens.clear();
        auditedBefore = newestAudit();
        clock.pin(CenterRules.NOON);
    }

    @Override
    public void close() {
        try {
            deadlines.close();
            outgoing.close();
            writer.close();
            changes.close();
        } finally {
            database.close();
        }
    }
}
