package hotline.web;

import hotline.agent.Agent;
import hotline.agent.AgentState;
import hotline.agent.Agents;
import hotline.agent.Presence;
import hotline.agent.Role;
import hotline.queue.TalkView;
import hotline.queue.TalkViews;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads how an agent's call stands. */
final class TalkReader {
    private final Agents agents;
    private final TalkViews talks;
    private final Clock clock;

    TalkReader(WebParts parts) {
        this.agents = parts.people().agents();
        this.talks = parts.line().acd().talks();
        this.clock = parts.storage().clock();
    }

    Optional<Talk> find(Handle handle, String username) {
        return talks.find(handle, username).map(call -> talk(handle, username, call));
    }

    private Talk talk(Handle handle, String username, TalkView call) {
        List<Agent> others = agents.listSignedIn(handle).stream()
                .filter(agent -> !agent.username().equals(username))
                .toList();
        List<Agent> free = others.stream().filter(this::isFree).toList();
        return new Talk(
                call,
                free.stream()
                        .map(agent -> new Talk.Colleague(agent.username(), agent.name()))
                        .toList(),
                others.stream()
                        .filter(agent -> agent.presence() == Presence.AVAILABLE)
                        .flatMap(agent -> agent.skills().tiers().keySet().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                free.stream().anyMatch(agent -> agent.role().includes(Role.SUPERVISOR)));
    }

    private boolean isFree(Agent agent) {
        return agent.state() == AgentState.AVAILABLE
                && agent.endpoint().isPresent()
                && !agent.isOutOfReach(clock.instant());
    }
}
