package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.Agent;
import hotline.agent.AgentState;
import hotline.agent.Presence;
import hotline.agent.Role;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.queue.RoutingPolicy.Pair;
import hotline.queue.RoutingPolicy.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoutingPolicyTest {
    private static final Instant NOON = CallCenter.NOON;
    private static final Language ID = Language.INDONESIAN;
    private static final int WORLDS = 3_000;

    private static Agent agent(String username, AgentState state, int idleSeconds) {
        return agent(username, state, idleSeconds, Set.of("sales"), List.of(ID));
    }

    private static Agent agent(
            String username, AgentState state, int idleSeconds, Set<String> skills, List<Language> languages) {
        return new Agent(
                username,
                username,
                Optional.of(new PhoneNumber("+62215550101")),
                languages,
                skills,
                Role.AGENT,
                Presence.AVAILABLE,
                Optional.empty(),
                state,
                Optional.empty(),
                NOON.minusSeconds(idleSeconds),
                Optional.empty(),
                0);
    }

    private static Waiting contact(int priority, int waitedSeconds, String... refusedBy) {
        return new Waiting(
                UUID.randomUUID(), "sales", ID, priority, NOON.minusSeconds(waitedSeconds), Set.of(refusedBy), Optional.empty());
    }

    @Test
    void who_has_been_idle_longest_is_offered_the_contact() {
        List<Agent> agents = List.of(
                agent("ann", AgentState.AVAILABLE, 10),
                agent("bob", AgentState.AVAILABLE, 300),
                agent("cici", AgentState.WRAP_UP, 900));
        Waiting contact = contact(0, 5);
        assertThat(RoutingPolicy.pair(List.of(contact), agents)).singleElement().satisfies(pair -> {
            assertThat(pair.contact()).isEqualTo(contact.contact());
            assertThat(pair.username()).isEqualTo("bob");
            assertThat(pair.why())
                    .isEqualTo("ann: idle since 2026-11-23T04:59:50Z only; bob: chosen, idle since"
                            + " 2026-11-23T04:55:00Z; cici: wrap-up");
        });
    }

    @Test
    void priority_goes_before_waiting_time() {
        Waiting patient = contact(0, 600);
        Waiting urgent = contact(1, 5);
        List<Pair> pairs =
                RoutingPolicy.pair(List.of(patient, urgent), List.of(agent("ann", AgentState.AVAILABLE, 10)));
        assertThat(pairs).extracting(Pair::contact).containsExactly(urgent.contact());
    }

    @Test
    void who_refused_a_contact_gets_the_next_one_instead() {
        Waiting refused = contact(0, 600, "ann");
        Waiting next = contact(0, 5);
        List<Pair> pairs = RoutingPolicy.pair(List.of(refused, next), List.of(agent("ann", AgentState.AVAILABLE, 10)));
        assertThat(pairs).extracting(Pair::contact).containsExactly(next.contact());
    }

    @Test
    void in_any_world_every_pair_that_can_be_made_is_made_and_nobody_is_taken_twice_or_out_of_turn() {
        for (int seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            List<Agent> agents = IntStream.range(0, random.nextInt(8))
                    .mapToObj(i -> anyAgent(random, "agent" + i))
                    .toList();
            List<Waiting> waiting = IntStream.range(0, random.nextInt(10))
                    .mapToObj(i -> anyContact(random))
                    .toList();
            List<Pair> pairs = RoutingPolicy.pair(waiting, agents);
            String world = "seed " + seed + ": " + waiting + " " + agents + " gave " + pairs;

            assertThat(new HashSet<>(pairs.stream().map(Pair::contact).toList()))
                    .as(world)
                    .hasSameSizeAs(pairs);
            assertThat(new HashSet<>(pairs.stream().map(Pair::username).toList()))
                    .as(world)
                    .hasSameSizeAs(pairs);
            for (Pair pair : pairs) {
                assertThat(mayTake(contactOf(waiting, pair), agentOf(agents, pair)))
                        .as(world)
                        .isTrue();
            }
            assertNobodyIsLeftOver(world, waiting, agents, pairs);
            assertOrderIsKept(world, waiting, agents, pairs);
        }
    }

    /** Liveness: no free agent and waiting contact are left that could have been paired. */
    private static void assertNobodyIsLeftOver(
            String world, List<Waiting> waiting, List<Agent> agents, List<Pair> pairs) {
        Set<UUID> paired = pairs.stream().map(Pair::contact).collect(Collectors.toSet());
        Set<String> taken = pairs.stream().map(Pair::username).collect(Collectors.toSet());
        for (Waiting contact : waiting) {
            for (Agent agent : agents) {
                boolean leftOver = !paired.contains(contact.contact())
                        && !taken.contains(agent.username())
                        && mayTake(contact, agent);
                assertThat(leftOver).as(world).isFalse();
            }
        }
    }

    /** Nobody who comes later gets an agent whom somebody earlier still waits for. */
    private static void assertOrderIsKept(String world, List<Waiting> waiting, List<Agent> agents, List<Pair> pairs) {
        Set<UUID> paired = pairs.stream().map(Pair::contact).collect(Collectors.toSet());
        for (Pair pair : pairs) {
            for (Waiting other : waiting) {
                boolean overtaken = !paired.contains(other.contact())
                        && mayTake(other, agentOf(agents, pair))
                        && comesBefore(other, contactOf(waiting, pair));
                assertThat(overtaken).as(world).isFalse();
            }
        }
    }

    private static boolean comesBefore(Waiting one, Waiting other) {
        return one.priority() > other.priority()
                || one.priority() == other.priority() && one.since().isBefore(other.since());
    }

    private static boolean mayTake(Waiting contact, Agent agent) {
        return agent.state() == AgentState.AVAILABLE
                && agent.skills().contains(contact.skill())
                && agent.languages().contains(contact.language())
                && !contact.refusedBy().contains(agent.username());
    }

    private static Waiting contactOf(List<Waiting> waiting, Pair pair) {
        return waiting.stream()
                .filter(contact -> contact.contact().equals(pair.contact()))
                .findFirst()
                .orElseThrow();
    }

    private static Agent agentOf(List<Agent> agents, Pair pair) {
        return agents.stream()
                .filter(agent -> agent.username().equals(pair.username()))
                .findFirst()
                .orElseThrow();
    }

    private static Agent anyAgent(Random random, String username) {
        AgentState[] states = {
            AgentState.AVAILABLE, AgentState.AVAILABLE, AgentState.AVAILABLE, AgentState.ON_CALL, AgentState.WRAP_UP
        };
        return agent(
                username,
                states[random.nextInt(states.length)],
                random.nextInt(20),
                Set.copyOf(some(random, List.of("sales", "returns", "other"))),
                random.nextBoolean() ? List.of(ID) : List.of(Language.ENGLISH, ID));
    }

    private static Waiting anyContact(Random random) {
        return new Waiting(
                new UUID(random.nextLong(), random.nextLong()),
                List.of("sales", "returns", "other").get(random.nextInt(3)),
                random.nextInt(4) == 0 ? Language.ENGLISH : ID,
                random.nextInt(2),
                NOON.minusSeconds(random.nextInt(30)),
                Set.copyOf(some(random, List.of("agent0", "agent1", "agent2"))),
                Optional.empty());
    }

    private static List<String> some(Random random, List<String> all) {
        List<String> some = new ArrayList<>(all);
        some.removeIf(each -> random.nextBoolean());
        return some;
    }
}
