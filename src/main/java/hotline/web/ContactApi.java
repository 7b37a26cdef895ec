package hotline.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hotline.call.CallHistory;
import hotline.call.CallHistory.CallView;
import hotline.phone.CallSid;
import hotline.queue.ContactState;
import hotline.queue.ContactView;
import hotline.queue.ContactViews;
import hotline.queue.RoutingDecision;
import hotline.queue.RoutingHistory;
import hotline.store.Database;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /contacts}, the queue, and {@code /calls}, what became of a call. */
final class ContactApi {
    private final Database database;
    private final ContactViews contacts;
    private final RoutingHistory routing = new RoutingHistory();
    private final Clock clock;
    private final CallHistory calls;

    ContactApi(WebParts parts) {
        this.database = parts.storage().database();
        this.calls = parts.line().calls();
        this.contacts = parts.line().acd().views();
        this.clock = parts.storage().clock();
    }

    void register(RoutesConfig routes) {
        routes.addEndpoint(QueryParameters.get(ApiRoutes.ROOT + "/contacts", this::list, "state"));
        routes.get(ApiRoutes.ROOT + "/contacts/{id}/routing", this::showRouting, Access.PROGRAM);
        routes.get(ApiRoutes.ROOT + "/calls/{callSid}", this::showCall, Access.PROGRAM);
    }

    private void list(Context ctx) {
        Optional<ContactState> wanted = new Query(ctx)
                .read(
                        "state",
                        "waiting, reserved or connected",
                        word -> Arrays.stream(ContactState.values())
                                .filter(state -> state != ContactState.DONE
                                        && state.word().equals(word))
                                .findFirst());
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        database.read(handle -> contacts.list(handle, clock.instant())).stream()
                .filter(contact -> wanted.isEmpty() || wanted.get() == contact.state())
                .forEach(contact -> all.add(json(contact)));
        ctx.json(all);
    }

    private static ObjectNode json(ContactView contact) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", contact.id().toString())
                .put("kind", contact.kind().word())
                .put("state", contact.state().word());
        contact.position().ifPresent(position -> node.put("position", position));
        node.put("skill", contact.skill())
                .put("topic", contact.topic())
                .put("language", contact.language().code());
        contact.phone().ifPresent(phone -> node.put("phone", phone.e164()));
        contact.ticket().ifPresent(ticket -> node.put("ticket", ticket));
        node.put("since", contact.since().toString())
                .put("notBefore", contact.notBefore().toString())
                .put("attempts", contact.attempts());
        contact.agent().ifPresent(agent -> node.put("agent", agent));
        return node;
    }

    private void showRouting(Context ctx) {
        String id = ctx.pathParam("id");
        List<RoutingDecision> decisions = Optional.of(id)
                .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .map(contact -> database.read(handle -> routing.of(handle, contact)))
                .filter(found -> !found.isEmpty())
                .orElseThrow(
                        () -> ProblemException.notFound("Nobody has been looked for yet for a contact " + id + "."));
        ctx.json(RoutingJson.write(decisions));
    }

    private void showCall(Context ctx) {
        String sid = ctx.pathParam("callSid");
        CallView call = Optional.of(sid)
                .filter(text -> text.matches("[A-Za-z0-9_-]{1,64}"))
                .map(CallSid::new)
                .flatMap(known -> database.read(handle -> calls.find(handle, known)))
                .orElseThrow(() -> ProblemException.notFound("There is no call " + sid + "."));
        ctx.json(json(call));
    }

    private static ObjectNode json(CallView call) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("callSid", call.callSid().value()).put("status", call.status());
        call.flow().ifPresent(flow -> node.put("flow", flow));
        node.put("version", call.version());
        call.step().ifPresent(step -> node.put("step", step));
        node.put("language", call.language());
        call.outcome().ifPresent(outcome -> node.put("outcome", outcome));
        ArrayNode keys = node.putArray("keys");
        call.keys().forEach(keys::add);
        call.ticket().ifPresent(ticket -> node.put("ticket", ticket));
        node.put("startedAt", call.startedAt().toString());
        call.endedAt().ifPresent(at -> node.put("endedAt", at.toString()));
        ArrayNode events = node.putArray("events");
        call.events()
                .forEach(event -> events.addObject()
                        .put("at", event.at().toString())
                        .put("kind", event.kind())
                        .put("detail", event.detail()));
        return node;
    }
}
