package hotline.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hotline.queue.ConsideredAgent;
import hotline.queue.RoutingDecision;
import java.util.List;

/** Why an agent got a contact and others did not, as the API shows it. */
final class RoutingJson {
    private RoutingJson() {}

    static ArrayNode write(List<RoutingDecision> decisions) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (RoutingDecision decision : decisions) {
            ObjectNode node = all.addObject().put("at", decision.at().toString());
            decision.chosen().ifPresent(username -> node.put("chosen", username));
            ArrayNode agents = node.putArray("agents");
            decision.agents().forEach(agent -> write(agents.addObject(), agent));
        }
        return all;
    }

    private static void write(ObjectNode node, ConsideredAgent agent) {
        node.put("agent", agent.username()).put("chosen", agent.chosen());
        ArrayNode passed = node.putArray("passed");
        agent.passed().forEach(rule -> passed.add(rule.word()));
        ArrayNode failed = node.putArray("failed");
        agent.failed()
                .forEach((rule, found) ->
                        failed.addObject().put("rule", rule.word()).put("found", found));
        agent.standing()
                .ifPresent(standing -> node.put("lastAgent", standing.lastAgent())
                        .put("tier", standing.tier())
                        .put("idleSince", standing.idleSince().toString()));
    }
}
