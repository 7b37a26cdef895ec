package hotline.exchange;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells Hotline how a call gets on. https://www.twilio.com/docs/voice/api/call-resource, "StatusCallbackEvent": initiated,
 * ringing, answered, completed; only the last where none is named.
 */
final class CallProgress {
    static final Set<String> EVENTS = Set.of("initiated", "ringing", "answered", "completed");

    private final Network network;
    private final @Nullable URI url;
    private final String method;
    private final Set<String> events;
    private int sequence;

    CallProgress(Network network, @Nullable URI url, String method, Set<String> events) {
        this.network = network;
        this.url = url;
        this.method = method;
        this.events = events.isEmpty() ? Set.of("completed") : events;
    }

    static CallProgress silent(Network network) {
        return new CallProgress(network, null, "POST", Set.of());
    }

    /** The status {@code initiated} exists in callbacks only. */
    void initiated(CallLeg leg) {
        tell("initiated", leg, "initiated");
    }

    void ringing(CallLeg leg) {
        tell("ringing", leg, leg.status().text());
    }

    void answered(CallLeg leg) {
        tell("answered", leg, leg.status().text());
    }

    void completed(CallLeg leg) {
        tell("completed", leg, leg.status().text());
    }

    private void tell(String event, CallLeg leg, String status) {
        int number = sequence++;
        if (url == null || !events.contains(event)) {
            return;
        }
        List<Parameter> parameters = new ArrayList<>(leg.parameters(status));
        parameters.add(new Parameter("Timestamp", Urls.date(network.timeline.now())));
        parameters.add(new Parameter("CallbackSource", "call-progress-events"));
        parameters.add(new Parameter("SequenceNumber", String.valueOf(number)));
        if (event.equals("completed")) {
            parameters.add(
                    new Parameter("CallDuration", String.valueOf(leg.duration().toSeconds())));
            parameters.add(
                    new Parameter("Duration", String.valueOf((leg.duration().toSeconds() + 59) / 60)));
        }
        network.webhooks.tell(new Webhook(url, method, List.copyOf(parameters), leg.sid()));
    }
}
