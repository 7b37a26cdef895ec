package hotline.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Agents considered, as the database keeps them: an object each, with only what spoke against them, or how they stood. */
final class ConsideredJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ConsideredJson() {}

    static String write(List<ConsideredAgent> agents) {
        ArrayNode all = JSON.createArrayNode();
        agents.forEach(agent -> write(all.addObject(), agent));
        return all.toString();
    }

    private static void write(ObjectNode node, ConsideredAgent agent) {
        node.put("agent", agent.username());
        if (agent.chosen()) {
            node.put("chosen", true);
        }
        if (!agent.failed().isEmpty()) {
            ObjectNode failed = node.putObject("failed");
            agent.failed().forEach((rule, found) -> failed.put(rule.word(), found));
        }
        agent.standing()
                .ifPresent(standing -> node.put("lastAgent", standing.lastAgent())
                        .put("tier", standing.tier())
                        .put("idleSince", standing.idleSince().toString()));
    }

    static List<ConsideredAgent> read(String json) {
        try {
            List<ConsideredAgent> agents = new ArrayList<>();
            JSON.readTree(json).forEach(node -> agents.add(agent(node)));
            return agents;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a list of agents considered", e);
        }
    }

    private static ConsideredAgent agent(JsonNode node) {
        Map<RoutingRule, String> failed = new EnumMap<>(RoutingRule.class);
        node.path("failed")
                .properties()
                .forEach(each -> failed.put(
                        Words.read(RoutingRule.class, each.getKey()),
                        each.getValue().textValue()));
        Optional<ConsideredAgent.Standing> standing = Optional.of(node)
                .filter(considered -> considered.has("tier"))
                .map(considered -> new ConsideredAgent.Standing(
                        considered.path("lastAgent").booleanValue(),
                        considered.path("tier").intValue(),
                        Instant.parse(considered.path("idleSince").textValue())));
        return new ConsideredAgent(
                node.path("agent").textValue(), node.path("chosen").booleanValue(), failed, standing);
    }
}
