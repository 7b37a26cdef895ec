package hotline.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hotline.agent.SignInLimits.Attempt;
import hotline.phone.Language;
import hotline.store.Changes;
import hotline.store.Database;
import hotline.store.UseCase;
import hotline.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SignInsContract {
    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
    private static final NewAgent ANN = account("ann", Role.AGENT);
    private static final String HOME = "203.0.113.7";

    private final WebSessions sessions = new WebSessions();
    private final KnownDevices devices = new KnownDevices();
    private final Audit audit = new Audit();
    private Database database;
    private Writer writer;
    private Changes changes;
    private Agents agents;
    private SignIns signIns;
    private Accounts accounts;

    abstract String url();

    private static NewAgent account(String username, Role role) {
        return new NewAgent(username, username, Optional.empty(), List.of(Language.INDONESIAN), Skills.NONE, role);
    }

    @BeforeAll
    void open() {
        database = Database.open(url());
        writer = new Writer(database, Duration.ofSeconds(20));
        changes = Changes.of(database, writer);
        agents = new Agents(changes);
        signIns = new SignIns(agents, sessions, devices, audit);
        accounts = new Accounts(agents, sessions, devices, audit);
    }

    @AfterAll
    void close() {
        changes.close();
        writer.close();
        database.close();
    }

    @BeforeEach
    void ann_can_sign_in() {
        does(h -> {
            for (String table : List.of("sign_in_allowance", "known_device", "web_session", "agent", "audit")) {
                h.execute("delete from " + table);
            }
            h.execute("update audit_head set seq = 0, hash = '" + "0".repeat(64) + "'");
            agents.put(h, ANN, NOON);
            return agents.updatePassword(h, "ann", "hash");
        });
    }

    private <T> T does(UseCase<T> useCase) {
        return writer.write(useCase);
    }

    private static Attempt from(String address) {
        return new Attempt("ann", address, Optional.empty());
    }

    private static Attempt on(String device, String address) {
        return new Attempt("ann", address, Optional.of(device));
    }

    private Optional<Duration> tries(Attempt attempt, Instant now) {
        return does(h -> signIns.countTry(h, attempt, now));
    }

    private SignIns.Started signsIn(Attempt attempt, Instant now) {
        return does(h -> signIns.startWithPassword(h, attempt, "hash", Optional.empty(), now))
                .orElseThrow();
    }

    private boolean isSignedIn(String session, Instant now) {
        return database.read(h -> sessions.findUser(h, session, now)).isPresent();
    }

    private boolean isKnown(String device, String username, Instant now) {
        return database.read(h -> devices.isKnown(h, device, username, now));
    }

    private List<String> actions() {
        return database
                .read(h -> audit.list(h, new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), 99)))
                .stream()
                .map(AuditEntry::action)
                .toList();
    }

    @Test
    void ten_tries_then_one_every_ten_seconds() {
        for (int i = 0; i < 10; i++) {
            assertThat(tries(from(HOME), NOON)).isEmpty();
        }
        assertThat(tries(from(HOME), NOON)).contains(Duration.ofSeconds(10));
        assertThat(tries(from(HOME), NOON.plusSeconds(4))).contains(Duration.ofSeconds(6));
        assertThat(tries(from(HOME), NOON.plusSeconds(10))).isEmpty();
        assertThat(tries(from(HOME), NOON.plusSeconds(10))).isPresent();
    }

    @Test
    void the_tries_are_whole_again_after_a_while_and_not_more_than_whole() {
        for (int i = 0; i < 10; i++) {
            tries(from(HOME), NOON);
        }
        Instant later = NOON.plusSeconds(1_000);
        for (int i = 0; i < 10; i++) {
            assertThat(tries(from(HOME), later)).isEmpty();
        }
        assertThat(tries(from(HOME), later)).isPresent();
    }

    @Test
    void guesses_from_many_places_are_slowed_down_together() {
        for (int i = 0; i < 30; i++) {
            assertThat(tries(from("198.51.100." + i), NOON)).isEmpty();
        }
        assertThat(tries(from(HOME), NOON)).isPresent();
    }

    @Test
    void one_place_that_tries_many_names_is_slowed_down() {
        for (int i = 0; i < 60; i++) {
            assertThat(tries(new Attempt("name" + i, HOME, Optional.empty()), NOON))
                    .isEmpty();
        }
        assertThat(tries(new Attempt("another", HOME, Optional.empty()), NOON)).isPresent();
        assertThat(tries(from("198.51.100.1"), NOON)).isEmpty();
    }

    @Test
    void a_browser_that_was_signed_in_from_is_not_locked_out_by_the_guesses_of_others() {
        String device = signsIn(from(HOME), NOON).device();
        for (int i = 0; i < 60; i++) {
            tries(from("198.51.100." + i), NOON);
            tries(from(HOME), NOON);
        }
        assertThat(tries(from(HOME), NOON)).isPresent();
        assertThat(tries(on(device, HOME), NOON)).isEmpty();
        assertThat(tries(on(device, "192.0.2.1"), NOON)).isEmpty();
    }

    @Test
    void who_stole_a_browser_is_slowed_down_too() {
        String device = signsIn(from(HOME), NOON).device();
        for (int i = 0; i < 10; i++) {
            assertThat(tries(on(device, "192.0.2." + i), NOON)).isEmpty();
        }
        assertThat(tries(on(device, HOME), NOON)).isPresent();
    }

    @Test
    void a_browser_is_known_to_those_only_who_signed_in_from_it_and_a_made_up_token_is_not_kept() {
        String device = signsIn(on("made up", HOME), NOON).device();

        assertThat(device).isNotEqualTo("made up");
        assertThat(isKnown(device, "ann", NOON)).isTrue();
        assertThat(isKnown(device, "bob", NOON)).isFalse();
        assertThat(signsIn(on(device, HOME), NOON).device()).isEqualTo(device);
        Instant muchLater = NOON.plus(KnownDevices.LONGEST).plusSeconds(1);
        assertThat(isKnown(device, "ann", muchLater)).isFalse();
    }

    @Test
    void the_right_password_gives_the_tries_back() {
        for (int i = 0; i < 10; i++) {
            tries(from(HOME), NOON);
        }
        signsIn(from(HOME), NOON);
        assertThat(tries(from(HOME), NOON)).isEmpty();
    }

    @Test
    void a_password_that_was_changed_meanwhile_opens_nothing() {
        does(h -> agents.updatePassword(h, "ann", "another"));

        assertThat(does(h -> signIns.startWithPassword(h, from(HOME), "hash", Optional.empty(), NOON))
                        .isPresent())
                .isFalse();
    }

    @Test
    void who_may_no_longer_sign_in_is_out_and_stays_out() {
        String session = signsIn(from(HOME), NOON).session();
        assertThat(does(h -> accounts.setActive(h, "sari", "ann", false, NOON)).booleanValue())
                .isTrue();

        assertThat(isSignedIn(session, NOON)).isFalse();
        assertThat(database.read(h -> agents.findPasswordHash(h, "ann")).isPresent())
                .isFalse();
        assertThat(does(h -> signIns.startVouched(h, from(HOME), "openid", Optional.empty(), NOON))
                        .isPresent())
                .isFalse();
        assertThat(does(h -> agents.setPresence(h, "ann", Presence.AVAILABLE, Optional.empty(), NOON))
                        .booleanValue())
                .isFalse();
        does(h -> accounts.setActive(h, "sari", "ann", true, NOON));
        assertThat(signsIn(from(HOME), NOON).session()).isNotEmpty();
        assertThat(actions()).containsExactly("sign-in", "activated", "deactivated", "sign-in");
    }

    @Test
    void a_new_password_ends_every_session_but_the_one_it_was_changed_in() {
        SignIns.Started here = signsIn(from(HOME), NOON);
        SignIns.Started elsewhere = signsIn(from(HOME), NOON);
        does(h -> accounts.setPassword(h, "ann", "ann", "new", Optional.of(here.session()), NOON));

        assertThat(isSignedIn(here.session(), NOON)).isTrue();
        assertThat(isSignedIn(elsewhere.session(), NOON)).isFalse();
        assertThat(tries(on(elsewhere.device(), HOME), NOON)).isEmpty();
        assertThat(isKnown(elsewhere.device(), "ann", NOON)).isFalse();
    }

    @Test
    void another_role_needs_another_sign_in() {
        String session = signsIn(from(HOME), NOON).session();
        does(h -> accounts.save(h, "sari", ANN, NOON));
        assertThat(isSignedIn(session, NOON)).isTrue();

        does(h -> accounts.save(h, "sari", account("ann", Role.SUPERVISOR), NOON));
        assertThat(isSignedIn(session, NOON)).isFalse();
        assertThat(actions()).containsExactly("role-changed", "sign-in");
    }

    @Test
    void the_trail_keeps_no_name_that_nobody_has() {
        does(h -> {
            signIns.refused(h, new Attempt("my secret password", HOME, Optional.empty()), "wrong password", NOON);
            signIns.refused(h, from(HOME), "wrong password", NOON);
            return true;
        });
        List<AuditEntry> trail = database.read(
                h -> audit.list(h, new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), 9)));
        assertThat(trail)
                .extracting(AuditEntry::who, AuditEntry::detail)
                .containsExactly(
                        tuple("ann", "wrong password, from " + HOME), tuple("unknown", "wrong password, from " + HOME));
    }
}
