package hotline.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hotline.exchange.RestApi.RestAnswer;
import hotline.exchange.rest.RestException;
import hotline.exchange.rest.RestRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Messages. https://www.twilio.com/docs/messaging/api/message-resource. */
final class MessagesApi {
    private static final int LONGEST_BODY = 1600;

    private final Network network;

    MessagesApi(Network network) {
        this.network = network;
    }

    void register(Map<String, Function<RestRequest, RestAnswer>> handlers) {
        handlers.put("GET /Messages.json", this::list);
        handlers.put("POST /Messages.json", this::create);
        handlers.put(
                "GET /Messages/*.json",
                request -> network.messages
                        .find(request.names().get(0))
                        .map(message -> new RestAnswer(200, json(message)))
                        .orElseThrow(() -> RestException.notFound(request.path())));
    }

    private RestAnswer list(RestRequest request) {
        DateFilter sent = new DateFilter(request, "DateSent");
        List<SmsMessage> messages = network.messages.list().stream()
                .filter(m -> request.find("To").map(m.to()::equals).orElse(true))
                .filter(m -> request.find("From").map(m.from()::equals).orElse(true))
                .filter(m -> sent.passes(m.sentAt().orElse(m.createdAt())))
                .toList();
        return new RestAnswer(200, Json.page(network, request, "messages", messages, this::json));
    }

    private RestAnswer create(RestRequest request) {
        String to = request.required("To", 21604, "A 'To' phone number is required.");
        String from = request.required("From", 21603, "A 'From' phone number is required.");
        String body = request.required("Body", 21602, "Message body is required.");
        if (!Network.isPhoneNumber(to)) {
            throw RestException.refusal(400, 21211, "The 'To' number " + to + " is not a valid phone number.");
        }
        if (!network.isCallerId(from)) {
            throw RestException.mistake(400, 21606, "The 'From' phone number " + from + " is not yours to send from.");
        }
        if (body.length() > LONGEST_BODY) {
            throw RestException.mistake(400, 21617, "The concatenated message body exceeds the 1600 character limit.");
        }
        if (network.messages.isOptedOut(from, to)) {
            throw RestException.refusal(400, 21610, "Attempt to send to unsubscribed recipient");
        }
        SmsMessage message = network.messages.send(
                from, to, body, "outbound-api", request.url("StatusCallback").orElse(null));
        return new RestAnswer(201, json(message));
    }

    private ObjectNode json(SmsMessage message) {
        ObjectNode node = Json.object();
        String uri = "/2010-04-01/Accounts/" + network.settings.accountSid() + "/Messages/" + message.sid();
        node.put("body", message.body());
        node.put("num_segments", String.valueOf(message.segments()));
        node.put("direction", message.direction());
        node.put("from", message.from());
        node.put("to", message.to());
        Json.date(node, "date_updated", Optional.of(message.updatedAt()));
        node.putNull("price");
        node.put(
                "error_message",
                message.errorCode()
                        .map(code -> "Landline or unreachable carrier")
                        .orElse(null));
        node.put("uri", uri + ".json");
        node.put("account_sid", network.settings.accountSid());
        node.put("num_media", "0");
        node.put("status", message.status());
        node.putNull("messaging_service_sid");
        node.put("sid", message.sid());
        Json.date(node, "date_sent", message.sentAt());
        Json.date(node, "date_created", Optional.of(message.createdAt()));
        node.put("error_code", message.errorCode().orElse(null));
        node.put("price_unit", "USD");
        node.put("api_version", "2010-04-01");
        node.putObject("subresource_uris").put("media", uri + "/Media.json");
        return node;
    }
}
