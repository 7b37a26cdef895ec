package hotline.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hotline.ticket.Ticket;

/** A ticket as the API shows it. */
final class TicketJson {
    private TicketJson() {}

    static ObjectNode write(Ticket ticket) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("number", ticket.number().value())
                .put("category", ticket.category().word())
                .put("status", ticket.status().word());
        ticket.order().ifPresent(order -> node.put("order", order));
        ticket.phone().ifPresent(phone -> node.put("phone", phone.e164()));
        node.put("language", ticket.language().code())
                .put("channel", ticket.origin().channel().word())
                .put("openedAt", ticket.openedAt().toString())
                .put("dueAt", ticket.dueAt().toString());
        ticket.desiredOutcome().ifPresent(outcome -> node.put("desiredOutcome", outcome.word()));
        ticket.agent().ifPresent(agent -> node.put("agent", agent));
        ArrayNode history = node.putArray("history");
        ticket.history().forEach(entry -> {
            ObjectNode happened = history.addObject()
                    .put("at", entry.at().toString())
                    .put("kind", entry.kind().word());
            entry.status().ifPresent(status -> happened.put("status", status.word()));
            entry.by().ifPresent(by -> happened.put("by", by));
            entry.call().ifPresent(call -> happened.put("call", call.value()));
            entry.note().ifPresent(note -> happened.put("note", note));
        });
        return node;
    }
}
