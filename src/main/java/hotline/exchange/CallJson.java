package hotline.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A call as a resource: https://www.twilio.com/docs/voice/api/call-resource, "Call properties". */
final class CallJson {
    private CallJson() {}

    static ObjectNode of(Network network, CallLeg leg) {
        ObjectNode node = Json.object();
        String uri = "/2010-04-01/Accounts/" + network.settings.accountSid() + "/Calls/" + leg.sid();
        node.put("sid", leg.sid());
        Json.date(node, "date_created", Optional.of(leg.createdAt()));
        Json.date(
                node,
                "date_updated",
                Optional.of(leg.endedAt().orElse(leg.startedAt().orElse(leg.createdAt()))));
        node.put("parent_call_sid", leg.parent().map(CallLeg::sid).orElse(null));
        node.put("account_sid", network.settings.accountSid());
        node.put("to", leg.to());
        node.put("to_formatted", leg.to());
        node.put("from", leg.from());
        node.put("from_formatted", leg.from());
        node.putNull("phone_number_sid");
        node.put("status", leg.status().text());
        Json.date(node, "start_time", leg.startedAt());
        Json.date(node, "end_time", leg.endedAt());
        node.put(
                "duration",
                leg.status().isEnded() ? String.valueOf(leg.duration().toSeconds()) : null);
        node.putNull("price");
        node.put("price_unit", "USD");
        node.put("direction", leg.direction().text());
        node.put("answered_by", leg.answeredBy().orElse(null));
        node.put("api_version", "2010-04-01");
        node.putNull("forwarded_from");
        node.putNull("group_sid");
        node.putNull("caller_name");
        node.put("queue_time", "0");
        node.putNull("trunk_sid");
        node.put("uri", uri + ".json");
        node.putObject("subresource_uris").put("recordings", uri + "/Recordings.json");
        return node;
    }
}
