package hotline.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.TestClock;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.store.Changes;
import hotline.store.Database;
import hotline.store.UseCase;
import hotline.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AgentsContract {
    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
    private static final NewAgent ANN = new NewAgent(
            "ann",
            "Ann Wijaya",
            Optional.of(new PhoneNumber("+62215550101")),
            List.of(Language.INDONESIAN, Language.ENGLISH),
            Skills.of("missing-order", "other:2"),
            Role.AGENT);
    private static final UUID CONTACT = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID ANOTHER = UUID.fromString("00000000-0000-0000-0000-000000000002");

    private final WebSessions sessions = new WebSessions();
    private Database database;
    private Writer writer;
    private Changes changes;
    private Agents agents;
    private AgentMoves moves;

    abstract String url();

    @BeforeAll
    void open() {
        database = Database.open(url());
        writer = new Writer(database, Duration.ofSeconds(20));
        changes = Changes.of(database, writer);
        agents = new Agents(changes);
        moves = new AgentMoves(agents, TestClock.pinned(NOON));
    }

    @AfterAll
    void close() {
        changes.close();
        writer.close();
        database.close();
    }

    @BeforeEach
    void ann_is_there_and_nobody_else() {
        does(h -> {
            h.execute("delete from web_session");
            h.execute("delete from agent");
            agents.put(h, ANN, NOON);
            return agents.setPresence(h, "ann", Presence.AVAILABLE, Optional.empty(), NOON);
        });
    }

    private <T> T does(UseCase<T> useCase) {
        return writer.write(useCase);
    }

    private Agent ann() {
        return database.read(h -> agents.get(h, "ann"));
    }

    private boolean reserves(UUID contact) {
        return does(h -> moves.reserve(h, "ann", contact));
    }

    private Optional<String> annsHash() {
        return database.read(h -> agents.findPasswordHash(h, "ann"));
    }

    private Optional<String> user(String token, Instant now) {
        return database.read(h -> sessions.findUser(h, token, now));
    }

    @Test
    void an_agent_is_as_they_were_put_and_offline_at_first() {
        does(h -> {
            h.execute("delete from agent");
            agents.put(h, ANN, NOON);
            return true;
        });
        Agent ann = ann();
        assertThat(ann.name()).isEqualTo("Ann Wijaya");
        assertThat(ann.languages()).containsExactly(Language.INDONESIAN, Language.ENGLISH);
        assertThat(ann.skills().written()).containsExactly("missing-order", "other:2");
        assertThat(ann.state()).isEqualTo(AgentState.OFFLINE);
        assertThat(ann.presence()).isEqualTo(Presence.OFFLINE);
    }

    @Test
    void a_change_of_who_they_are_leaves_what_they_are_doing() {
        reserves(CONTACT);
        NewAgent changed =
                new NewAgent("ann", "Ann W.", ANN.endpoint(), List.of(Language.ENGLISH), Skills.NONE, Role.SUPERVISOR);
        does(h -> {
            agents.put(h, changed, NOON.plusSeconds(9));
            return true;
        });
        assertThat(ann().name()).isEqualTo("Ann W.");
        assertThat(ann().role()).isEqualTo(Role.SUPERVISOR);
        assertThat(ann().skills()).isEqualTo(Skills.NONE);
        assertThat(ann().state()).isEqualTo(AgentState.RESERVED);
        assertThat(ann().activeContact()).contains(CONTACT);
        assertThat(ann().idleSince()).isEqualTo(NOON);
    }

    @Test
    void an_agent_is_reserved_for_one_contact_and_walks_through_the_states() {
        assertThat(reserves(CONTACT)).isTrue();
        assertThat(reserves(ANOTHER)).isFalse();
        assertThat(does(h -> moves.takeCall(h, "ann", ANOTHER)).booleanValue()).isFalse();
        assertThat(does(h -> moves.takeCall(h, "ann", CONTACT)).booleanValue()).isTrue();
        assertThat(does(h -> moves.release(h, "ann", CONTACT)).booleanValue()).isFalse();
        Instant until = NOON.plusSeconds(60);
        assertThat(does(h -> moves.wrapUp(h, "ann", CONTACT, until)).booleanValue())
                .isTrue();
        assertThat(ann().wrapUpUntil()).contains(until);
        assertThat(does(h -> moves.endWrapUp(h, "ann", CONTACT, until)).booleanValue())
                .isTrue();
        assertThat(ann().state()).isEqualTo(AgentState.AVAILABLE);
        assertThat(ann().idleSince()).isEqualTo(until);
    }

    @Test
    void a_contact_is_with_one_agent_only() {
        NewAgent bob = new NewAgent("bob", "Bob", ANN.endpoint(), ANN.languages(), ANN.skills(), Role.AGENT);
        does(h -> {
            agents.put(h, bob, NOON);
            return agents.setPresence(h, "bob", Presence.AVAILABLE, Optional.empty(), NOON);
        });
        reserves(CONTACT);
        assertThatThrownBy(() -> does(h -> moves.reserve(h, "bob", CONTACT))).hasMessageContaining("active_contact");
    }

    @Test
    void a_reservation_that_came_to_nothing_costs_no_place_among_the_idle_but_a_miss_does() {
        reserves(CONTACT);
        does(h -> moves.release(h, "ann", CONTACT));
        assertThat(ann().idleSince()).isEqualTo(NOON);
        reserves(CONTACT);
        does(h -> moves.miss(h, "ann", CONTACT, 3, NOON.plusSeconds(20)));
        assertThat(ann().idleSince()).isEqualTo(NOON.plusSeconds(20));
        assertThat(ann().missed()).isEqualTo(1);
        assertThat(does(h -> moves.miss(h, "ann", CONTACT, 3, NOON)).booleanValue())
                .isFalse();
        assertThat(ann().missed()).isEqualTo(1);
    }

    @Test
    void to_say_again_that_one_is_available_costs_no_place_among_the_idle() {
        does(h -> agents.setPresence(h, "ann", Presence.AVAILABLE, Optional.empty(), NOON.plusSeconds(60)));
        assertThat(ann().idleSince()).isEqualTo(NOON);
    }

    @Test
    void a_break_has_a_reason_as_long_as_it_lasts() {
        does(h -> agents.setPresence(h, "ann", Presence.BREAK, Optional.of("lunch"), NOON));
        assertThat(ann().presenceReason()).contains("lunch");
        assertThat(ann().state()).isEqualTo(AgentState.ON_BREAK);
        does(h -> agents.setPresence(h, "ann", Presence.AVAILABLE, Optional.of("lunch"), NOON));
        assertThat(ann().presenceReason()).isEmpty();
    }

    @Test
    void what_is_wrong_with_an_agent_is_said() {
        assertThatThrownBy(() -> new NewAgent("Ann!", "Ann", ANN.endpoint(), ANN.languages(), ANN.skills(), Role.AGENT))
                .hasMessageContaining("Ann!");
        assertThatThrownBy(() -> new NewAgent("ann", "Ann", ANN.endpoint(), List.of(), ANN.skills(), Role.AGENT))
                .hasMessageContaining("language");
        assertThatThrownBy(() -> Skills.of("a b")).hasMessageContaining("a b");
        assertThatThrownBy(() -> Skills.of("other:4")).hasMessageContaining("1 to 3: other");
        assertThatThrownBy(() -> Skills.of("other", "other:2")).hasMessageContaining("twice: other");
    }

    @Test
    void only_who_has_a_password_can_sign_in() {
        assertThat(annsHash()).isEmpty();
        assertThat(does(h -> agents.updatePassword(h, "ann", "hash")).booleanValue())
                .isTrue();
        assertThat(does(h -> agents.updatePassword(h, "bob", "hash")).booleanValue())
                .isFalse();
        assertThat(annsHash()).contains("hash");
    }

    @Test
    void a_session_lasts_while_it_is_used_and_half_a_day_at_most() {
        String token = does(h -> sessions.start(h, "ann", NOON));
        assertThat(user(token, NOON.plus(WebSessions.LONGEST_IDLE))).contains("ann");
        assertThat(user(token, NOON.plus(WebSessions.LONGEST_IDLE).plusSeconds(1)))
                .isEmpty();
        assertThat(user("somebody-elses", NOON)).isEmpty();
        Instant now = NOON;
        while (now.isBefore(NOON.plus(WebSessions.LONGEST))) {
            now = now.plus(Duration.ofMinutes(20));
            Instant seenAt = now;
            does(h -> {
                sessions.touch(h, token, seenAt);
                return true;
            });
        }
        assertThat(user(token, NOON.plus(WebSessions.LONGEST))).contains("ann");
        assertThat(user(token, NOON.plus(WebSessions.LONGEST).plusSeconds(1))).isEmpty();
    }

    @Test
    void a_session_that_has_ended_stays_ended() {
        String token = does(h -> sessions.start(h, "ann", NOON));
        Instant late = NOON.plus(WebSessions.LONGEST_IDLE).plusSeconds(1);
        does(h -> {
            sessions.touch(h, token, late);
            return true;
        });
        assertThat(user(token, late)).isEmpty();
    }

    @Test
    void the_writer_is_asked_to_touch_a_session_once_a_minute_only() {
        String token = does(h -> sessions.start(h, "ann", NOON));
        assertThat(database.read(h -> sessions.needsTouch(h, token, NOON.plusSeconds(60)))
                        .booleanValue())
                .isFalse();
        assertThat(database.read(h -> sessions.needsTouch(h, token, NOON.plusSeconds(61)))
                        .booleanValue())
                .isTrue();
    }

    @Test
    void the_database_does_not_know_the_token() {
        String token = does(h -> sessions.start(h, "ann", NOON));
        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
        List<String> stored = database.read(h -> h.createQuery("select token_hash from web_session")
                .mapTo(String.class)
                .list());
        assertThat(stored)
                .singleElement()
                .satisfies(hash -> assertThat(hash).hasSize(64).doesNotContain(token));
    }

    @Test
    void sessions_end_one_by_one_or_all_at_once() {
        String desk = does(h -> sessions.start(h, "ann", NOON));
        String phone = does(h -> sessions.start(h, "ann", NOON));
        does(h -> {
            sessions.end(h, desk);
            return true;
        });
        assertThat(user(desk, NOON)).isEmpty();
        assertThat(user(phone, NOON)).contains("ann");
        does(h -> {
            sessions.endAll(h, "ann");
            return true;
        });
        assertThat(user(phone, NOON)).isEmpty();
    }

    @Test
    void for_how_long_an_agent_has_been_doing_what_is_kept() {
        StateSpans spans = new StateSpans();
        writer.write(h -> {
            h.execute("delete from agent");
            h.execute("delete from agent_state_span");
            agents.put(h, ANN, NOON);
            agents.setPresence(h, "ann", Presence.AVAILABLE, Optional.empty(), NOON.plusSeconds(10));
            agents.setPresence(h, "ann", Presence.AVAILABLE, Optional.empty(), NOON.plusSeconds(20));
            return agents.setPresence(h, "ann", Presence.BREAK, Optional.of("meal"), NOON.plusSeconds(30));
        });
        assertThat(database.read(spans::listSince)).containsEntry("ann", NOON.plusSeconds(30));
        assertThat(database.<List<String>>read(
                        h -> h.createQuery("select state from agent_state_span where username = 'ann' order by id")
                                .mapTo(String.class)
                                .list()))
                .containsExactly("offline", "available", "on-break");
    }
}
