package hotline.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells Hotline what Twilio's debugger would show. https://www.twilio.com/docs/usage/troubleshooting/debugging-event-webhooks: one
 * address for the account, a form whose {@code Payload} is JSON, signed like any other webhook.
 */
final class Debugger {
    /** "Say: Invalid voice value", a warning: https://www.twilio.com/docs/api/errors/13511. */
    private static final int INVALID_VOICE = 13511;

    /** "Gather -> Say: Invalid voice value", a warning: https://www.twilio.com/docs/api/errors/13321. */
    private static final int INVALID_VOICE_IN_GATHER = 13321;

    private final Network network;
    private volatile @Nullable URI url;

    Debugger(Network network) {
        this.network = network;
    }

    void tells(URI newUrl) {
        url = newUrl;
    }

    /** @param document where the document came from that names the voice */
    void invalidVoice(CallLeg leg, boolean inGather, @Nullable URI document) {
        int code = inGather ? INVALID_VOICE_IN_GATHER : INVALID_VOICE;
        network.log.add(
                CallLine.Kind.HEAR,
                leg.sid(),
                leg.phone().number(),
                "hears nothing: there is no such voice (" + code + ")");
        URI told = url;
        if (told != null) {
            network.webhooks.tell(event(told, code, leg, document));
        }
    }

    private Webhook event(URI told, int code, CallLeg leg, @Nullable URI document) {
        String sid = network.sids.event();
        ObjectNode payload = Json.object();
        payload.put("resource_sid", leg.sid());
        payload.putNull("service_sid");
        payload.put("error_code", String.valueOf(code));
        payload.putObject("more_info").put("ErrorCode", String.valueOf(code)).put("LogLevel", "WARNING");
        if (document != null) {
            ObjectNode webhook = payload.putObject("webhook").put("type", "application/json");
            ObjectNode request = webhook.putObject("request").put("method", "POST");
            request.put("url", Urls.withoutFragment(document)).putObject("headers");
            ObjectNode parameters = request.putObject("parameters");
            leg.parameters().forEach(parameter -> parameters.put(parameter.name(), parameter.value()));
        }
        return Webhook.post(
                told,
                List.of(
                        new Parameter("Sid", sid),
                        new Parameter("AccountSid", network.settings.accountSid()),
                        new Parameter("ParentAccountSid", ""),
                        new Parameter(
                                "Timestamp",
                                network.timeline
                                        .now()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString()),
                        new Parameter("Level", "WARNING"),
                        new Parameter("PayloadType", "application/json"),
                        new Parameter("Payload", payload.toString())),
                sid);
    }
}
