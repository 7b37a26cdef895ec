package hotline.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hotline.agent.Agent;

/** An agent as the API shows them. */
final class AgentJson {
    private AgentJson() {}

    static ObjectNode write(Agent agent) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("username", agent.username()).put("name", agent.name());
        agent.endpoint().ifPresent(endpoint -> {
            ReachedBy way = ReachedBy.of(endpoint);
            node.put("reachedBy", way.word());
            if (way != ReachedBy.BROWSER) {
                node.put(way.word(), endpoint.address());
            }
        });
        ArrayNode languages = node.putArray("languages");
        agent.languages().forEach(language -> languages.add(language.code()));
        ArrayNode skills = node.putArray("skills");
        agent.skills().written().forEach(skills::add);
        node.put("role", agent.role().word()).put("presence", agent.presence().word());
        agent.presenceReason().ifPresent(reason -> node.put("reason", reason));
        node.put("state", agent.state().word());
        agent.activeContact().ifPresent(contact -> node.put("contact", contact.toString()));
        node.put("idleSince", agent.idleSince().toString());
        agent.wrapUpUntil().ifPresent(until -> node.put("wrapUpUntil", until.toString()));
        return node;
    }
}
