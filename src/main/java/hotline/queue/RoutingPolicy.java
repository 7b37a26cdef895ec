package hotline.queue;

import hotline.agent.Agent;
import hotline.agent.AgentState;
import hotline.phone.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which agent gets which contact. Pure. Contacts go by priority, then by when their caller first asked; each gets the agent
 * who has been idle longest of those free who have the skill and the language and did not just refuse it.
 */
final class RoutingPolicy {
    /**
     * A contact that may be offered now.
     *
     * @param refusedBy agents who did not take it a short while ago
     * @param target who alone may get it, whatever their skills
     */
    record Waiting(
            UUID contact,
            String skill,
            Language language,
            int priority,
            Instant since,
            Set<String> refusedBy,
            Optional<Destination> target) {}

    /**
     * A contact and the agent who is to get it.
     *
     * @param why each agent considered and what spoke for or against them
     */
    record Pair(UUID contact, String username, String why) {}

    private static final Comparator<Waiting> ORDER = Comparator.comparing(Waiting::priority)
            .reversed()
            .thenComparing(Waiting::since)
            .thenComparing(Waiting::contact);
    private static final Comparator<Agent> LONGEST_IDLE =
            Comparator.comparing(Agent::idleSince).thenComparing(Agent::username);

    private RoutingPolicy() {}

    static List<Pair> pair(List<Waiting> waiting, List<Agent> agents) {
        Set<String> taken = new TreeSet<>();
        List<Pair> pairs = new ArrayList<>();
        for (Waiting contact : waiting.stream().sorted(ORDER).toList()) {
            Optional<Agent> chosen = agents.stream()
                    .filter(agent -> objection(contact, agent, taken).isEmpty())
                    .min(LONGEST_IDLE);
            chosen.ifPresent(agent -> {
                pairs.add(new Pair(contact.contact(), agent.username(), why(contact, agents, agent, taken)));
                taken.add(agent.username());
            });
        }
        return pairs;
    }

    /** What speaks against an agent for a contact; empty if nothing does. */
    private static Optional<String> objection(Waiting contact, Agent agent, Set<String> taken) {
        Optional<String> unfit = contact.target()
                .map(target -> target.objection(agent))
                .orElseGet(() -> unfit(contact, agent));
        if (unfit.isPresent()) {
            return unfit;
        }
        if (agent.phone().isEmpty()) {
            return Optional.of("no phone");
        }
        if (agent.state() != AgentState.AVAILABLE) {
            return Optional.of(agent.state().word());
        }
        if (taken.contains(agent.username())) {
            return Optional.of("taken by a contact before this one");
        }
        if (contact.refusedBy().contains(agent.username())) {
            return Optional.of("did not take it a moment ago");
        }
        return Optional.empty();
    }

    private static Optional<String> unfit(Waiting contact, Agent agent) {
        if (!agent.skills().contains(contact.skill())) {
            return Optional.of("no skill " + contact.skill());
        }
        if (!agent.languages().contains(contact.language())) {
            return Optional.of("does not speak " + contact.language());
        }
        return Optional.empty();
    }

    private static String why(Waiting contact, List<Agent> agents, Agent chosen, Set<String> taken) {
        return agents.stream()
                .map(agent -> agent.username() + ": "
                        + objection(contact, agent, taken)
                                .orElse(
                                        agent.equals(chosen)
                                                ? "chosen, idle since " + agent.idleSince()
                                                : "idle since " + agent.idleSince() + " only"))
                .collect(Collectors.joining("; "));
    }
}
