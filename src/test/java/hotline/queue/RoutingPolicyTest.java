package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.agent.Agent;
import hotline.agent.AgentState;
import hotline.agent.Presence;
import hotline.agent.Skills;
import hotline.phone.Language;
import hotline.queue.RoutingPolicy.Look;
import hotline.queue.RoutingPolicy.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingPolicyTest {
    private static final Instant NOW = PolicyWorld.NOW;
    private static final QueueRules RULES =
            QueueRules.fixed(new QueueRuleSet(Map.of(), SkillRules.USUAL, CenterRules.CALLBACKS));
    private static final Shrinking<PolicyWorld> WORLDS = new Shrinking<>(PolicyWorld::of, PolicyWorld::simpler);

    private static Agent agent(String username, AgentState state, int idleSeconds, String... skills) {
        return PolicyWorld.agent(
                username, state, idleSeconds, Skills.of(skills), List.of(Language.INDONESIAN), Optional.empty());
    }

    private static Agent free(String username, int idleSeconds, String... skills) {
        return agent(username, AgentState.AVAILABLE, idleSeconds, skills);
    }

    private static Waiting waiting(int waitedSeconds) {
        return new Waiting(
                PolicyWorld.contact(1, "sales", Language.INDONESIAN, 0, waitedSeconds),
                PolicyWorld.PATIENT,
                Set.of(),
                Optional.empty());
    }

    private static Waiting spokeWith(String agent, int waitedSeconds) {
        Waiting waiting = waiting(waitedSeconds);
        return new Waiting(waiting.contact(), waiting.rules(), Set.of(), Optional.of(agent));
    }

    private static Look look(Waiting waiting, Agent... agents) {
        return RoutingPolicy.decide(List.of(waiting), List.of(agents), NOW).get(0);
    }

    @Test
    void who_has_been_idle_longest_is_offered_the_contact_and_every_rule_is_told_of_every_agent() {
        Look look = look(
                waiting(5),
                free("ann", 10, "sales"),
                free("bob", 300, "sales"),
                agent("cici", AgentState.WRAP_UP, 900, "sales"),
                free("dewi", 900, "other"),
                free("eka", 900, "sales:2"));
        assertThat(look.chosen()).contains("bob");
        assertThat(look.agents()).extracting(ConsideredAgent::chosen).containsExactly(false, true, false, false, false);
        assertThat(look.agents())
                .extracting(ConsideredAgent::failed)
                .containsExactly(
                        Map.of(),
                        Map.of(),
                        Map.of(RoutingRule.FREE, "busy"),
                        Map.of(RoutingRule.SKILL, "sales"),
                        Map.of(RoutingRule.TIER, "2"));
        assertThat(look.agents().get(0).standing())
                .contains(new ConsideredAgent.Standing(false, 1, NOW.minusSeconds(10)));
        assertThat(look.agents().get(4).passed()).hasSize(RoutingRule.values().length - 1);
    }

    @Test
    void a_tier_is_asked_when_the_contact_has_waited_for_its_time_and_after_the_better_one() {
        Agent second = free("ann", 10, "sales:2");
        Agent third = free("bob", 300, "sales:3");
        assertThat(look(waiting(29), second, third).chosen()).isEmpty();
        assertThat(look(waiting(30), second, third).chosen()).contains("ann");
        assertThat(look(waiting(59), third).chosen()).isEmpty();
        assertThat(look(waiting(60), third).chosen()).contains("bob");
        assertThat(look(waiting(60), second, third).chosen()).contains("ann");
    }

    @Test
    void the_agent_whom_the_caller_spoke_with_last_is_first_whatever_their_tier() {
        assertThat(look(spokeWith("ann", 1), free("ann", 10, "sales:3"), free("bob", 300, "sales"))
                        .chosen())
                .contains("ann");
    }

    @Test
    void a_contact_is_kept_for_its_last_agent_who_is_busy_for_a_moment_and_not_longer() {
        Agent busy = agent("ann", AgentState.ON_CALL, 10, "sales");
        Agent other = free("bob", 300, "sales");
        Look kept = look(spokeWith("ann", 19), busy, other);
        assertThat(kept.chosen()).isEmpty();
        assertThat(kept.agents().get(1).failed()).isEqualTo(Map.of(RoutingRule.LAST_AGENT, "ann"));
        assertThat(look(spokeWith("ann", 20), busy, other).chosen()).contains("bob");
        Agent onBreak = agent("ann", AgentState.ON_BREAK, 10, "sales");
        assertThat(look(spokeWith("ann", 1), onBreak, other).chosen()).contains("bob");
        Agent unskilled = agent("ann", AgentState.ON_CALL, 10, "returns");
        assertThat(look(spokeWith("ann", 1), unskilled, other).chosen()).contains("bob");
    }

    @Test
    void an_agent_whose_desk_has_been_silent_for_half_a_minute_is_offered_nothing() {
        List<Language> languages = List.of(Language.INDONESIAN);
        Skills sales = Skills.of("sales");
        Agent heard = PolicyWorld.agent(
                "ann", AgentState.AVAILABLE, 1, sales, languages, Optional.of(NOW.minusMillis(29_999)));
        Agent lost =
                PolicyWorld.agent("bob", AgentState.AVAILABLE, 9, sales, languages, Optional.of(NOW.minusSeconds(30)));
        Look look = look(waiting(5), heard, lost);
        assertThat(look.chosen()).contains("ann");
        assertThat(look.agents().get(1).failed()).isEqualTo(Map.of(RoutingRule.DESK, ""));
    }

    @Test
    void priority_goes_before_waiting_time_until_the_wait_is_worth_as_much() {
        Contact patient = PolicyWorld.contact(1, "sales", Language.INDONESIAN, 0, 599);
        Contact urgent = PolicyWorld.contact(2, "sales", Language.INDONESIAN, 1, 0);
        Contact older = PolicyWorld.contact(3, "sales", Language.INDONESIAN, 0, 601);
        assertThat(List.of(patient, urgent, older).stream().sorted(RULES.order(NOW)))
                .containsExactly(older, urgent, patient);
        // Once ahead, always ahead: a place that was told does not become worse by waiting.
        assertThat(List.of(patient, urgent, older).stream().sorted(RULES.order(NOW.plusSeconds(3_600))))
                .containsExactly(older, urgent, patient);
    }

    @Test
    void a_free_agent_who_may_take_a_waiting_contact_gets_an_offer() {
        WORLDS.holds(world -> {
            List<Look> looks = decide(world);
            Set<String> taken = new HashSet<>(chosen(looks));
            return looks.stream()
                    .filter(look -> look.chosen().isEmpty())
                    .flatMap(look -> world.agents().stream()
                            .filter(agent -> !taken.contains(agent.username()) && mayTake(world, look.waiting(), agent))
                            .map(agent -> agent.username() + " is free, and " + name(look) + " waits"))
                    .findFirst();
        });
    }

    @Test
    void nobody_is_ever_taken_twice_or_for_what_they_may_not_take() {
        WORLDS.holds(world -> {
            List<Look> looks = decide(world);
            List<String> chosen = chosen(looks);
            if (new HashSet<>(chosen).size() < chosen.size()) {
                return Optional.of("taken twice: " + chosen);
            }
            if (looks.stream()
                            .map(look -> look.waiting().contact().id())
                            .distinct()
                            .count()
                    < world.waiting().size()) {
                return Optional.of("not everybody was looked at");
            }
            return looks.stream()
                    .filter(look -> look.chosen()
                            .filter(username -> !mayTake(world, look.waiting(), agentOf(world, username)))
                            .isPresent())
                    .map(look -> look.chosen() + " may not take " + name(look))
                    .findFirst();
        });
    }

    @Test
    void nobody_who_comes_later_gets_an_agent_whom_somebody_before_them_still_waits_for() {
        WORLDS.holds(world -> {
            List<Look> looks = decide(world);
            return looks.stream()
                    .filter(look -> look.chosen().isPresent())
                    .flatMap(look -> looks.stream()
                            .filter(other -> other.chosen().isEmpty() && comesBefore(other, look))
                            .filter(other -> mayTake(
                                    world,
                                    other.waiting(),
                                    agentOf(world, look.chosen().get())))
                            .map(other -> name(look) + " got " + look.chosen() + " before " + name(other)))
                    .findFirst();
        });
    }

    @Test
    void the_last_agent_goes_before_a_better_tier_and_that_before_a_longer_idle_time() {
        WORLDS.holds(world -> {
            List<Look> looks = decide(world);
            List<String> before = new ArrayList<>();
            for (Look look : looks) {
                Optional<String> best = world.agents().stream()
                        .filter(agent -> !before.contains(agent.username()) && mayTake(world, look.waiting(), agent))
                        .min(preference(look.waiting()))
                        .map(Agent::username);
                if (!best.equals(look.chosen())) {
                    return Optional.of(name(look) + " got " + look.chosen() + " and not " + best);
                }
                before.addAll(look.chosen().stream().toList());
            }
            return Optional.empty();
        });
    }

    @Test
    void every_agent_is_told_of_with_what_spoke_against_them() {
        WORLDS.holds(world -> {
            Set<String> before = new HashSet<>();
            for (Look look : decide(world)) {
                for (Agent agent : world.agents()) {
                    ConsideredAgent told = look.agents().get(world.agents().indexOf(agent));
                    boolean may = !before.contains(agent.username()) && mayTake(world, look.waiting(), agent);
                    if (!told.username().equals(agent.username())
                            || told.failed().isEmpty() != may
                            || told.chosen() != look.chosen().equals(Optional.of(agent.username()))) {
                        return Optional.of("of " + agent.username() + " was told " + told);
                    }
                }
                look.chosen().ifPresent(before::add);
            }
            return Optional.empty();
        });
    }

    @Test
    void a_world_that_breaks_a_property_is_told_with_its_seed_and_without_what_does_not_matter() {
        assertThatThrownBy(() -> WORLDS.holds(world -> world.waiting().stream()
                        .filter(waiting -> !waiting.refusedBy().isEmpty())
                        .map(waiting -> "refused")
                        .findFirst()))
                .hasMessageContaining("-Dhotline.seed=")
                .hasMessageContaining("agents=[]")
                .hasMessageContaining("lastAgent=Optional.empty")
                .hasMessageMatching("(?s).*waiting=\\[Waiting\\[(?:(?!Waiting\\[).)*");
    }

    private static List<Look> decide(PolicyWorld world) {
        return RoutingPolicy.decide(world.waiting(), world.agents(), NOW);
    }

    private static List<String> chosen(List<Look> looks) {
        return looks.stream().flatMap(look -> look.chosen().stream()).toList();
    }

    private static String name(Look look) {
        return look.waiting().contact().call().value();
    }

    private static Agent agentOf(PolicyWorld world, String username) {
        return world.agents().stream()
                .filter(agent -> agent.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    private static boolean comesBefore(Look one, Look other) {
        return RULES.order(NOW).compare(one.waiting().contact(), other.waiting().contact()) < 0;
    }

    private static Comparator<Agent> preference(Waiting waiting) {
        return Comparator.comparing((Agent agent) -> !isLast(waiting, agent))
                .thenComparing(
                        agent -> agent.skills().tiers().get(waiting.contact().skill()))
                .thenComparing(Agent::idleSince)
                .thenComparing(Agent::username);
    }

    /** The rules once more, as plainly as can be. */
    private static boolean mayTake(PolicyWorld world, Waiting waiting, Agent agent) {
        Duration waited = Duration.between(waiting.contact().since(), NOW);
        int tier = agent.skills().findTier(waiting.contact().skill()).orElse(4);
        int asked = waited.toSeconds() >= 60 ? 3 : waited.toSeconds() >= 30 ? 2 : 1;
        boolean kept = waited.toSeconds() < 20
                && world.agents().stream().anyMatch(other -> isLast(waiting, other) && couldTakeLater(waiting, other));
        return agent.state() == AgentState.AVAILABLE
                && couldTakeLater(waiting, agent)
                && (isLast(waiting, agent) || (tier <= asked && !kept));
    }

    private static boolean couldTakeLater(Waiting waiting, Agent agent) {
        return agent.presence() == Presence.AVAILABLE
                && agent.skills().includes(waiting.contact().skill())
                && agent.languages().contains(waiting.contact().language())
                && !waiting.refusedBy().contains(agent.username())
                && agent.deskSeenAt()
                        .map(seen -> seen.isAfter(NOW.minusSeconds(30)))
                        .orElse(true);
    }

    private static boolean isLast(Waiting waiting, Agent agent) {
        return waiting.lastAgent().equals(Optional.of(agent.username()));
    }
}
