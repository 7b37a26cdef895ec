package hotline.exchange;

import hotline.exchange.twiml.TwimlElement;
import hotline.exchange.twiml.TwimlException;
import hotline.exchange.twiml.TwimlReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Text messages, both ways, with their status callbacks and Twilio's own treatment of STOP and START. */
final class Messages {
    /** "Message delivery - Landline or unreachable carrier". */
    private static final int LANDLINE = 30006;

    /** https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out, the default keywords. */
    private static final Set<String> STOP =
            Set.of("STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL");

    private static final Set<String> START = Set.of("START", "YES", "UNSTOP");

    private static final Duration TO_CARRIER = Duration.ofMillis(200);
    private static final Duration TO_PHONE = Duration.ofMillis(800);

    private final Network network;
    private final Map<String, SmsMessage> messages = new LinkedHashMap<>();
    private final Set<String> optedOut = new HashSet<>();

    Messages(Network network) {
        this.network = network;
    }

    /** Whether the phone has told this number to stop: 21610. */
    boolean isOptedOut(String from, String to) {
        return optedOut.contains(to + ">" + from);
    }

    /** Takes a message from Hotline and brings it to the phone. */
    SmsMessage send(String from, String to, String body, String direction, @Nullable URI statusCallback) {
        SmsMessage message =
                new SmsMessage(network.sids.message(), from, to, body, direction, "queued", network.timeline.now());
        messages.put(message.sid(), message);
        network.timeline.after(TO_CARRIER, () -> becomes(message, "sent", null, statusCallback));
        network.timeline.after(TO_CARRIER.plus(TO_PHONE), () -> deliver(message, statusCallback));
        return message;
    }

    private void deliver(SmsMessage message, @Nullable URI statusCallback) {
        Handset phone = network.handset(message.to());
        if (phone.isLandline() || phone.refusal() == CallStatus.FAILED) {
            becomes(message, "undelivered", LANDLINE, statusCallback);
            return;
        }
        phone.shows(shown(message));
        network.log.add(CallLine.Kind.MESSAGE, message.sid(), message.to(), "SMS: " + message.body());
        becomes(message, "delivered", null, statusCallback);
    }

    /** https://www.twilio.com/docs/messaging/guides/track-outbound-message-status. */
    private void becomes(SmsMessage message, String status, @Nullable Integer error, @Nullable URI statusCallback) {
        message.becomes(status, error, network.timeline.now());
        if (statusCallback == null) {
            return;
        }
        List<Parameter> parameters = new ArrayList<>(List.of(
                new Parameter("MessageSid", message.sid()),
                new Parameter("SmsSid", message.sid()),
                new Parameter("AccountSid", network.settings.accountSid()),
                new Parameter("From", message.from()),
                new Parameter("To", message.to()),
                new Parameter("MessageStatus", status),
                new Parameter("SmsStatus", status),
                new Parameter("ApiVersion", "2010-04-01")));
        if (error != null) {
            parameters.add(new Parameter("ErrorCode", error.toString()));
        }
        network.webhooks.tell(Webhook.post(statusCallback, parameters, message.sid()));
    }

    /** A phone sends a message; called inside. */
    void fromPhone(Handset phone, String to, String body) {
        SmsMessage message = new SmsMessage(
                network.sids.message(), phone.number(), to, body, "inbound", "received", network.timeline.now());
        messages.put(message.sid(), message);
        phone.shows(shown(message));
        network.log.add(CallLine.Kind.MESSAGE, message.sid(), phone.number(), "sends SMS: " + body);
        String word = body.strip().toUpperCase(Locale.ROOT);
        if (STOP.contains(word)) {
            optedOut.add(phone.number() + ">" + to);
        } else if (START.contains(word)) {
            optedOut.remove(phone.number() + ">" + to);
        }
        network.findServed(to)
                .map(HotlineNumber::smsUrl)
                .ifPresent(url -> network.timeline.after(TO_CARRIER, () -> ask(message, url)));
    }

    /** https://www.twilio.com/docs/messaging/guides/webhook-request. */
    private void ask(SmsMessage message, URI url) {
        List<Parameter> parameters = List.of(
                new Parameter("MessageSid", message.sid()),
                new Parameter("SmsSid", message.sid()),
                new Parameter("SmsMessageSid", message.sid()),
                new Parameter("AccountSid", network.settings.accountSid()),
                new Parameter("From", message.from()),
                new Parameter("To", message.to()),
                new Parameter("Body", message.body()),
                new Parameter("NumMedia", "0"),
                new Parameter("NumSegments", String.valueOf(message.segments())),
                new Parameter("SmsStatus", "received"),
                new Parameter("ApiVersion", "2010-04-01"));
        network.webhooks.ask(Webhook.post(url, parameters, message.sid()), answer -> {
            if (answer.failure() != null || answer.body().length == 0) {
                return;
            }
            try {
                TwimlReader.messaging()
                        .read(answer.body(), answer.contentType())
                        .verbs()
                        .forEach(verb -> reply(message, verb, url));
            } catch (TwimlException refused) {
                network.complaints.add(refused.code(), String.valueOf(refused.getMessage()), message.sid(), url);
            }
        });
    }

    private void reply(SmsMessage message, TwimlElement verb, URI base) {
        if (verb.name().equals("Redirect")) {
            URI next = Urls.resolve(base, verb.text());
            if (next != null) {
                ask(message, next);
            }
            return;
        }
        String body =
                verb.children().isEmpty() ? verb.text() : verb.children().get(0).text();
        URI callback = verb.attribute("statusCallback")
                .map(address -> Urls.resolve(base, address))
                .orElse(null);
        String from = verb.attribute("from", message.to());
        String to = verb.attribute("to", message.from());
        if (!isOptedOut(from, to)) {
            var unused = send(from, to, body, "outbound-reply", callback);
        }
    }

    private static TextMessage shown(SmsMessage message) {
        return new TextMessage(message.sid(), message.createdAt(), message.from(), message.to(), message.body());
    }

    Optional<SmsMessage> find(String sid) {
        return Optional.ofNullable(messages.get(sid));
    }

    /** Newest first. */
    List<SmsMessage> list() {
        List<SmsMessage> newestFirst = new ArrayList<>(messages.values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }
}
