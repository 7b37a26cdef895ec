package hotline.exchange;

import hotline.exchange.RestApi.RestAnswer;
import hotline.exchange.rest.RestException;
import hotline.exchange.rest.RestRequest;
import hotline.exchange.twiml.TwimlDocument;
import hotline.exchange.twiml.TwimlException;
import hotline.exchange.twiml.TwimlReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls. https://www.twilio.com/docs/voice/api/call-resource. */
final class CallsApi {
    /** "Timeout", default. */
    private static final int TIMEOUT_SECONDS = 60;

    /** "Invalid call state": https://www.twilio.com/docs/api/errors/21220. */
    private static final int NOT_IN_PROGRESS = 21220;

    private final Network network;

    CallsApi(Network network) {
        this.network = network;
    }

    void register(Map<String, Function<RestRequest, RestAnswer>> handlers) {
        handlers.put("GET /Calls.json", this::list);
        handlers.put("POST /Calls.json", this::create);
        handlers.put("GET /Calls/*.json", request -> new RestAnswer(200, CallJson.of(network, call(request))));
        handlers.put("POST /Calls/*.json", this::update);
    }

    private CallLeg call(RestRequest request) {
        return network.findCall(request.names().get(0)).orElseThrow(() -> RestException.notFound(request.path()));
    }

    private RestAnswer list(RestRequest request) {
        DateFilter startTime = new DateFilter(request, "StartTime");
        DateFilter endTime = new DateFilter(request, "EndTime");
        List<CallLeg> calls = network.calls().stream()
                .filter(c -> request.find("To").map(c.to()::equals).orElse(true))
                .filter(c -> request.find("From").map(c.from()::equals).orElse(true))
                .filter(c ->
                        request.find("Status").map(c.status().text()::equals).orElse(true))
                .filter(c -> request.find("ParentCallSid")
                        .map(sid -> c.parent().map(p -> p.sid().equals(sid)).orElse(false))
                        .orElse(true))
                .filter(c -> startTime.passes(c.startedAt().orElse(c.createdAt())))
                .filter(c -> endTime.passes(c.endedAt().orElse(null)))
                .toList();
        return new RestAnswer(200, Json.page(network, request, "calls", calls, call -> CallJson.of(network, call)));
    }

    private RestAnswer create(RestRequest request) {
        Webhook url = instructions(request);
        TwimlDocument twiml = url == null ? twiml(request) : null;
        if (url == null && twiml == null) {
            throw RestException.mistake(400, 21205, "Url parameter is required");
        }
        Dialing.MachineDetection detection = detection(request);
        CallLeg leg = outbound(network, request);
        leg.fallBackTo(request.url("FallbackUrl").orElse(null), request.text("FallbackMethod", "POST"));
        Duration longest = Duration.ofSeconds(request.number("TimeLimit", (int) CallLeg.LONGEST_CALL.toSeconds()));
        new Dialing(network, leg, longest, detection, () -> {
                    if (url != null) {
                        leg.follow(url);
                    } else if (twiml != null) {
                        leg.follow(twiml);
                    }
                })
                .begin(Duration.ofSeconds(request.number("Timeout", TIMEOUT_SECONDS)));
        return new RestAnswer(201, CallJson.of(network, leg));
    }

    /** A new leg to the number that the request names. */
    static CallLeg outbound(Network network, RestRequest request) {
        String to = request.required("To", 21201, "No 'To' number is specified");
        String from = request.required("From", 21213, "A 'From' phone number is required");
        if (!Network.isPhoneNumber(to) && !to.startsWith("client:") && !to.startsWith("sip:")) {
            throw RestException.refusal(
                    400, 21211, "The phone number you are attempting to call, " + to + ", is not valid.");
        }
        if (!network.isCallerId(from)) {
            throw RestException.mistake(
                    400,
                    21210,
                    "The source phone number provided, " + from + ", is not yet verified for your account.");
        }
        if (network.findServed(to).isPresent()) {
            throw RestException.mistake(
                    400, 21211, "The exchange does not connect one of Hotline's numbers with another");
        }
        Set<String> events = events(request);
        String callerId = request.text("CallerId", from);
        CallLeg leg = new CallLeg(network, callerId, to, CallDirection.OUTBOUND_API, network.handset(to), null);
        leg.reportTo(new CallProgress(
                network,
                request.url("StatusCallback").orElse(null),
                request.text("StatusCallbackMethod", "POST"),
                events));
        return leg;
    }

    private static Set<String> events(RestRequest request) {
        Set<String> events = request.words("StatusCallbackEvent");
        if (!CallProgress.EVENTS.containsAll(events)) {
            throw RestException.mistake(400, 21626, "Invalid StatusCallbackEvent: " + events);
        }
        return events;
    }

    private static @Nullable Webhook instructions(RestRequest request) {
        return request.url("Url")
                .map(url -> new Webhook(url, request.text("Method", "POST"), List.of(), ""))
                .orElse(null);
    }

    private @Nullable TwimlDocument twiml(RestRequest request) {
        String text = request.text("Twiml", "");
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > 4000) {
            throw RestException.mistake(400, 21403, "Twiml parameter is longer than 4000 characters");
        }
        try {
            return TwimlReader.voice().read(text.getBytes(StandardCharsets.UTF_8));
        } catch (TwimlException refused) {
            throw RestException.mistake(400, refused.code(), "Twiml: " + refused.getMessage());
        }
    }

    private static Dialing.@Nullable MachineDetection detection(RestRequest request) {
        String kind = request.text("MachineDetection", "");
        if (kind.isEmpty()) {
            return null;
        }
        boolean async = request.flag("AsyncAmd", false);
        URI tell = request.url("AsyncAmdStatusCallback").orElse(null);
        if (async && tell == null) {
            throw RestException.mistake(400, 20422, "AsyncAmd without AsyncAmdStatusCallback");
        }
        String method = request.text("AsyncAmdStatusCallbackMethod", "POST");
        Webhook webhook = async && tell != null ? new Webhook(tell, method, List.of(), "") : null;
        return new Dialing.MachineDetection(kind.equals("DetectMessageEnd"), webhook);
    }

    /** "Update a Call": redirect one that is in progress, end one, cancel one that has not been answered. */
    private RestAnswer update(RestRequest request) {
        CallLeg leg = call(request);
        String status = request.text("Status", "");
        Webhook url = instructions(request);
        TwimlDocument twiml = url == null ? twiml(request) : null;
        if (leg.status().isEnded()) {
            throw RestException.refusal(400, NOT_IN_PROGRESS, "Call is not in-progress. Cannot redirect.");
        }
        if (leg.status() != CallStatus.IN_PROGRESS && (url != null || twiml != null)) {
            throw RestException.refusal(400, NOT_IN_PROGRESS, "Call is not in-progress. Cannot redirect.");
        }
        request.url("FallbackUrl")
                .ifPresent(fallback -> leg.fallBackTo(fallback, request.text("FallbackMethod", "POST")));
        if (status.equals("canceled") && leg.status() != CallStatus.IN_PROGRESS) {
            leg.end(CallStatus.CANCELED);
        } else if (status.equals("completed")) {
            leg.end(leg.status() == CallStatus.IN_PROGRESS ? CallStatus.COMPLETED : CallStatus.CANCELED);
        } else if (url != null) {
            leg.follow(url);
        } else if (twiml != null) {
            leg.follow(twiml);
        }
        return new RestAnswer(200, CallJson.of(network, leg));
    }
}
