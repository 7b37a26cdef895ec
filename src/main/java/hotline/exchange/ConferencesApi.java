package hotline.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hotline.exchange.RestApi.RestAnswer;
import hotline.exchange.rest.RestException;
import hotline.exchange.rest.RestRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Conferences. https://www.twilio.com/docs/voice/api/conference-resource. */
final class ConferencesApi {
    private final Network network;

    ConferencesApi(Network network) {
        this.network = network;
    }

    void register(Map<String, Function<RestRequest, RestAnswer>> handlers) {
        handlers.put("GET /Conferences.json", this::list);
        handlers.put("GET /Conferences/*.json", request -> new RestAnswer(200, json(conference(request))));
        handlers.put("POST /Conferences/*.json", this::update);
    }

    private Conference conference(RestRequest request) {
        return network.findConference(request.names().get(0)).orElseThrow(() -> RestException.notFound(request.path()));
    }

    private RestAnswer list(RestRequest request) {
        DateFilter created = new DateFilter(request, "DateCreated");
        DateFilter updated = new DateFilter(request, "DateUpdated");
        List<Conference> conferences = network.conferences().stream()
                .filter(c -> request.find("FriendlyName")
                        .map(c.friendlyName()::equals)
                        .orElse(true))
                .filter(c -> request.find("Status").map(c.status()::equals).orElse(true))
                .filter(c -> created.passes(c.createdAt()) && updated.passes(c.updatedAt()))
                .toList();
        return new RestAnswer(200, Json.page(network, request, "conferences", conferences, this::json));
    }

    private RestAnswer update(RestRequest request) {
        Conference conference = conference(request);
        if (request.find("Status").isPresent()) {
            conference.end(Conference.End.VIA_API, null);
        }
        request.url("AnnounceUrl").ifPresent(url -> {
            String method = request.text("AnnounceMethod", "POST");
            conference.participants().stream()
                    .filter(Participant::isConnected)
                    .forEach(p -> p.announce(
                            new Webhook(url, method, List.of(), p.leg().sid())));
        });
        return new RestAnswer(200, json(conference));
    }

    private ObjectNode json(Conference conference) {
        ObjectNode node = Json.object();
        String uri = "/2010-04-01/Accounts/" + network.settings.accountSid() + "/Conferences/" + conference.sid();
        node.put("account_sid", network.settings.accountSid());
        Json.date(node, "date_created", Optional.of(conference.createdAt()));
        Json.date(node, "date_updated", Optional.of(conference.updatedAt()));
        node.put("api_version", "2010-04-01");
        node.put("friendly_name", conference.friendlyName());
        node.put("region", "us1");
        node.put("sid", conference.sid());
        node.put("status", conference.status());
        node.put("uri", uri + ".json");
        node.putObject("subresource_uris")
                .put("participants", uri + "/Participants.json")
                .put("recordings", uri + "/Recordings.json");
        node.put(
                "reason_conference_ended",
                conference.reasonEnded().map(Conference.End::text).orElse(null));
        node.put("call_sid_ending_conference", conference.endedBy().orElse(null));
        return node;
    }
}
