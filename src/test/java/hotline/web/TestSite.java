package hotline.web;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import hotline.TestClock;
import hotline.agent.NewAgent;
import hotline.agent.Presence;
import hotline.agent.Role;
import hotline.agent.Skills;
import hotline.flow.Question;
import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.queue.NewContact;
import hotline.queue.Ratings;
import hotline.report.HandMadeDay;
import hotline.store.Database;
import hotline.store.DueWorker;
import hotline.store.TestDatabase;
import hotline.ticket.NewVoicemail;
import hotline.ticket.TicketNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** A site with people on both ends of the line: who is there, and what they do. */
final class TestSite extends TestServer {
    static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
    static final String TOKEN = "a-token-of-tests";
    static final String PASSWORD = "correct horse battery";
    static final PhoneNumber CALLER = new PhoneNumber("+6281298765432");

    /** Cheap to check: a hash is checked by its own parameters, and hundreds of tests sign in. */
    private static final String PASSWORD_HASH = Password.hash(PASSWORD)
            .addRandomSalt(16)
            .with(Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID))
            .getResult();

    private String ticket = "";

    /** At noon, by a clock that stands still. */
    TestSite() {
        this(TestClock.pinned(NOON), new WebSettings(false, Optional.of(TOKEN)), List.of());
    }

    /** One node of several on this database. */
    TestSite(Clock clock, String databaseUrl) {
        super(clock, new WebSettings(false, Optional.of(TOKEN)), List.of(), Database.open(databaseUrl));
    }

    TestSite(Clock clock, WebSettings settings, List<ReadyCheck> checks) {
        super(clock, settings, checks, TestDatabase.h2());
    }

    /** An agent who can sign in with {@link #PASSWORD}. */
    TestSite withAgent(String username, Role role) {
        NewAgent agent = new NewAgent(
                username,
                username.substring(0, 1).toUpperCase() + username.substring(1),
                Optional.of(new PhoneNumber("+6281234500001")),
                List.of(Language.INDONESIAN, Language.ENGLISH),
                Skills.of("missing-order", "other"),
                role);
        return writer.write(handle -> {
            agents.put(handle, agent, clock.instant());
            agents.updatePassword(handle, username, PASSWORD_HASH);
            return this;
        });
    }

    /** The session of somebody who has shown their password. */
    String signedIn(String username) {
        return writer.write(handle -> sessions.start(handle, username, clock.instant()));
    }

    /** Somebody on the line wants a human. */
    void joins(String call, PhoneNumber caller, String topic, Map<String, String> about) {
        NewContact contact = new NewContact(
                new CallSid(call), Optional.of(caller), Language.INDONESIAN, "missing-order", topic, about);
        writer.write(handle -> acd.contacts().join(handle, contact, Optional.empty(), clock.instant()));
    }

    /** What is known about {@link #CALLER}: two orders and a ticket. */
    TestSite withSampleCaller() {
        ticket = SampleCaller.register(this);
        return this;
    }

    /** An order of {@link #CALLER} of one thing. */
    void withOrderOf(String item) {
        SampleCaller.orders(this, item);
    }

    /** {@link #CALLER} wants a human about the late order. */
    void callsAboutAMissingOrder(String call) {
        joins(call, CALLER, "missing-order", Map.of("order.number", "11212345671234567", "ticket.number", ticket));
    }

    /** {@link #CALLER} has left a message about the late order; what the carrier calls its recording. */
    UUID leavesMessage(String recording) {
        NewVoicemail message = new NewVoicemail(
                TicketNumber.find(ticket).orElseThrow(),
                Optional.empty(),
                new CallSid("CA" + recording),
                Optional.of(CALLER),
                Language.INDONESIAN,
                "missing-order",
                recording,
                12,
                "f00d");
        return writer.write(handle -> {
            voicemails.keep(handle, message, clock.instant());
            return voicemails.listUnheard(handle, 100).stream()
                    .filter(kept -> kept.url().equals(recording))
                    .findFirst()
                    .orElseThrow()
                    .id();
        });
    }

    /** Does what is due when so much time has passed; the clock stays. */
    void deadlinesPass(Duration time) {
        try (DueWorker worker = new DueWorker(database, writer, dueWork, clock)) {
            worker.runDue(clock.instant().plus(time));
        }
    }

    /** Nobody answers the agent's phone. */
    void misses(String username) {
        UUID reservation = reservationOf(username);
        writer.write(handle -> {
            acd.reservations().legEnded(handle, reservation, "no-answer", clock.instant());
            return true;
        });
    }

    /** The agent answers their phone and presses 1. */
    void takesTheCall(String username) {
        writer.write(handle -> acd.reservations()
                .accept(handle, reservationOf(username), new CallSid("CAagent" + username), clock.instant()));
    }

    /** {@link #CALLER} spoke with Ani and hung up; the token of the link they got. */
    String ratedConversation() {
        isAvailable("ani");
        callsAboutAMissingOrder("CArated");
        takesTheCall("ani");
        hangsUp("CArated");
        return writer.write(handle -> {
            List<String> tokens = new ArrayList<>();
            new Ratings(agents, messages, changes, token -> {
                        tokens.add(token);
                        return token;
                    })
                    .afterCall(handle, new CallSid("CArated"), clock.instant());
            return tokens.get(0);
        });
    }

    /** Who got this link rates with it. */
    void rates(String token, int score, String note) {
        Ratings ratings = parts.line().ratings();
        writer.write(handle -> ratings.rate(handle, token, score, clock.instant())
                && ratings.note(handle, token, note, clock.instant()));
    }

    /** The caller who waits on this line asks to be rung back. */
    void asksForCallback(String call) {
        writer.write(handle -> acd.callbacks()
                .book(
                        handle,
                        new CallSid(call),
                        new Question.BookCallback("missing-order", "missing-order", Optional.empty(), Map.of()),
                        Optional.of(CALLER),
                        Language.INDONESIAN,
                        clock.instant()));
    }

    /** The agent goes available. */
    void isAvailable(String username) {
        writer.write(handle ->
                acd.desk().setPresence(handle, username, Presence.AVAILABLE, Optional.empty(), clock.instant()));
    }

    void refuses(String username) {
        writer.write(handle -> acd.reservations().refuse(handle, reservationOf(username), clock.instant()));
    }

    /** The number of the ticket of {@link #CALLER}. */
    String ticket() {
        return ticket;
    }

    /** A day as it was, up to the last whole hours. */
    void withPast(Consumer<HandMadeDay> past) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), JAKARTA);
        writer.write(handle -> {
            past.accept(new HandMadeDay(handle, today));
            return true;
        });
    }

    void hangsUp(String call) {
        writer.write(handle -> {
            acd.contacts().callerGone(handle, new CallSid(call), clock.instant());
            return true;
        });
    }

    private UUID reservationOf(String username) {
        return database.read(handle -> handle.createQuery(
                        "select c.reservation_id from contact c join agent a on a.active_contact = c.id where a.username = :u")
                .bind("u", username)
                .mapTo(UUID.class)
                .one());
    }
}
