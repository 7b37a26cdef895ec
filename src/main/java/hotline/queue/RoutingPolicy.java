package hotline.queue;

import hotline.agent.Agent;
import hotline.agent.AgentState;
import hotline.agent.Presence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which agent gets which contact. Pure. Each contact, in their order, gets, of
 * the free agents against whom no {@link RoutingRule} speaks, the one whom the caller spoke with last, or else the one of the
 * best tier who has been idle longest.
 */
final class RoutingPolicy {
    /**
     * A contact that may be offered now.
     *
     * @param refusedBy agents who did not take it a short while ago
     * @param lastAgent who its caller spoke with a short while ago
     */
    record Waiting(Contact contact, RoutingRules rules, Set<String> refusedBy, Optional<String> lastAgent) {}

    /**
     * What came of the look at one contact.
     *
     * @param chosen the username of the agent who is to get it
     * @param agents all agents, and what spoke for or against each
     */
    record Look(Waiting waiting, Optional<String> chosen, List<ConsideredAgent> agents) {}

    /** What agents of one moment are asked about; {@code taken} are those who get a contact in this very look. */
    private record Scene(List<Agent> agents, Set<String> taken, Instant now) {}

    /** Of somebody who was asked for by name and lacks the skill. */
    private static final int NO_TIER = Integer.MAX_VALUE;

    private record Checked(Agent agent, Map<RoutingRule, String> failed) {}

    private static final String BUSY = "busy";

    private RoutingPolicy() {}

    /**
     * Looks at every contact.
     *
     * @param waiting in their order, see {@link QueueRules#order}
     */
    static List<Look> decide(List<Waiting> waiting, List<Agent> agents, Instant now) {
        Scene scene = new Scene(agents, new TreeSet<>(), now);
        List<Look> looks = new ArrayList<>();
        for (Waiting contact : waiting) {
            Look look = look(contact, scene);
            look.chosen().ifPresent(scene.taken()::add);
            looks.add(look);
        }
        return looks;
    }

    private static Look look(Waiting waiting, Scene scene) {
        boolean kept = isKeptForLastAgent(waiting, scene);
        List<Checked> all = scene.agents().stream()
                .map(agent -> new Checked(agent, failed(waiting, agent, kept, scene)))
                .toList();
        Optional<String> chosen = all.stream()
                .filter(checked -> checked.failed().isEmpty())
                .map(Checked::agent)
                .min(Comparator.comparing((Agent agent) -> !isLast(waiting, agent))
                        .thenComparing(agent -> tier(waiting, agent))
                        .thenComparing(Agent::idleSince)
                        .thenComparing(Agent::username))
                .map(Agent::username);
        List<ConsideredAgent> considered = all.stream()
                .map(checked -> considered(waiting, checked, chosen))
                .toList();
        return new Look(waiting, chosen, considered);
    }

    private static ConsideredAgent considered(Waiting waiting, Checked checked, Optional<String> chosen) {
        Agent agent = checked.agent();
        Optional<ConsideredAgent.Standing> standing = checked.failed().isEmpty()
                ? Optional.of(
                        new ConsideredAgent.Standing(isLast(waiting, agent), tier(waiting, agent), agent.idleSince()))
                : Optional.empty();
        return new ConsideredAgent(
                agent.username(), chosen.equals(Optional.of(agent.username())), checked.failed(), standing);
    }

    private static Map<RoutingRule, String> failed(Waiting waiting, Agent agent, boolean kept, Scene scene) {
        Contact contact = waiting.contact();
        Map<RoutingRule, String> failed = ability(waiting, agent);
        if (agent.state() != AgentState.AVAILABLE || scene.taken().contains(agent.username())) {
            failed.put(RoutingRule.FREE, doing(agent));
        }
        if (agent.isOutOfReach(scene.now())) {
            failed.put(RoutingRule.DESK, "");
        }
        agent.skills()
                .findTier(contact.skill())
                .filter(tier -> contact.links().target().isEmpty())
                .filter(tier -> tier > waiting.rules().widestTier(contact.since(), scene.now()))
                .filter(tier -> !isLast(waiting, agent))
                .ifPresent(tier -> failed.put(RoutingRule.TIER, tier.toString()));
        if (kept && !isLast(waiting, agent)) {
            failed.put(RoutingRule.LAST_AGENT, waiting.lastAgent().orElseThrow());
        }
        return failed;
    }

    /** What speaks against an agent for a contact whatever they are doing and however long it waits. */
    private static Map<RoutingRule, String> ability(Waiting waiting, Agent agent) {
        Contact contact = waiting.contact();
        Map<RoutingRule, String> failed = new EnumMap<>(RoutingRule.class);
        Optional<Destination> target = contact.links().target();
        if (target.isEmpty() && !agent.skills().includes(contact.skill())) {
            failed.put(RoutingRule.SKILL, contact.skill());
        }
        if (target.isEmpty() && !agent.languages().contains(contact.language())) {
            failed.put(RoutingRule.LANGUAGE, contact.language().code());
        }
        target.filter(whom -> !whom.isFor(agent)).ifPresent(whom -> failed.put(RoutingRule.TARGET, whom.word()));
        if (agent.endpoint().isEmpty()) {
            failed.put(RoutingRule.PHONE, "");
        }
        if (waiting.refusedBy().contains(agent.username())) {
            failed.put(RoutingRule.NOT_REFUSED, "");
        }
        return failed;
    }

    /** Whether the caller's last agent is busy, could take them after that, and is worth a little patience. */
    private static boolean isKeptForLastAgent(Waiting waiting, Scene scene) {
        Instant until = waiting.contact().waitingFrom().plus(waiting.rules().lastAgentPatience());
        return scene.now().isBefore(until)
                && scene.agents().stream()
                        .filter(agent -> isLast(waiting, agent))
                        .filter(agent -> agent.presence() == Presence.AVAILABLE && !agent.isOutOfReach(scene.now()))
                        .anyMatch(agent -> ability(waiting, agent).isEmpty());
    }

    private static boolean isLast(Waiting waiting, Agent agent) {
        return waiting.lastAgent().filter(agent.username()::equals).isPresent();
    }

    private static int tier(Waiting waiting, Agent agent) {
        return agent.skills().findTier(waiting.contact().skill()).orElse(NO_TIER);
    }

    /** Ringing, talking and finishing up are one here: a look does not come to something else when one follows the other. */
    private static String doing(Agent agent) {
        return agent.state().isResting() && agent.state() != AgentState.AVAILABLE
                ? agent.state().word()
                : BUSY;
    }
}
