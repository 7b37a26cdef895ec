package hotline.twilio;

import hotline.TestClock;
import hotline.flow.Utterance;
import hotline.flow.Voice;
import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The webhooks on a loopback port behind a proxy's address, and a carrier that calls them. */
final class WebhookServer implements AutoCloseable {
    static final String PUBLIC = "https://shop.example/hotline";
    static final String CALL = "CA0123456789abcdef0123456789abcdef";
    static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    private static final String TOKEN = "secret-token";
    private static final CarrierSigner CARRIER = new CarrierSigner(TOKEN);

    final FakeConversations conversations = new FakeConversations();
    final List<CallSid> apologies = new CopyOnWriteArrayList<>();
    final TestClock clock = TestClock.pinned(Instant.parse("2026-11-23T03:00:00Z"));
    private final HttpClient http = HttpClient.newHttpClient();
    private final TwilioWebhooks webhooks;
    private final Javalin server;

    WebhookServer(Duration limit, Optional<PhoneNumber> fallbackNumber) {
        PublicUrl publicUrl = PublicUrl.of(URI.create(PUBLIC));
        TroubleWords words = new TroubleWords(say("One moment, please."), say("Goodbye."));
        HoldLoop holdLoop = new HoldLoop(
                new TwimlWriter(publicUrl, path -> Optional.empty(), Voice::name),
                publicUrl,
                () -> words,
                fallbackNumber,
                (call, caller) -> apologies.add(call),
                clock);
        webhooks = new TwilioWebhooks(
                conversations,
                ACCOUNT,
                new SignatureCheck(TOKEN, publicUrl),
                publicUrl,
                holdLoop,
                () -> "/audio/hold.wav",
                limit,
                clock);
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            webhooks.addTo(config.routes);
        });
        server.start("127.0.0.1", 0);
    }

    private static List<Utterance> say(String text) {
        return List.of(new Utterance.Say("prompt", Map.of(), Language.ENGLISH, Voice.of(""), text));
    }

    /** Fields of a form, as name and value in turn. */
    static List<Form.Field> fields(String... namesAndValues) {
        List<Form.Field> fields = new ArrayList<>(List.of(
                new Form.Field("CallSid", CALL),
                new Form.Field("From", "+6281234567890"),
                new Form.Field("To", "+62215550001"),
                new Form.Field("Direction", "inbound")));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new Form.Field(namesAndValues[i], namesAndValues[i + 1]));
        }
        return fields;
    }

    HttpResponse<String> post(String target, String... namesAndValues) {
        return post(target, fields(namesAndValues));
    }

    HttpResponse<String> post(String target, List<Form.Field> fields) {
        return send(target, fields, CARRIER.sign(PUBLIC + target, fields));
    }

    HttpResponse<String> send(String target, List<Form.Field> fields, String signature) {
        return send(request(target, signature)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    /** A body as the carrier has written it. */
    HttpResponse<String> postRaw(String target, String body) {
        return sendRaw(target, body, signatureOf(target, body));
    }

    HttpResponse<String> sendRaw(String target, String body, String signature) {
        return send(request(target, signature)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(BodyPublishers.ofString(body)));
    }

    String signatureOf(String target, String body) {
        return CARRIER.sign(PUBLIC + target, body);
    }

    HttpResponse<String> get(String path, List<Form.Field> fields) {
        String target = path + "?" + encoded(fields);
        return send(request(target, CARRIER.sign(PUBLIC + target, List.of())).GET());
    }

    /** Goes where a document's redirect leads, as the carrier does. */
    HttpResponse<String> follow(String document, String... namesAndValues) {
        String url = document.replaceAll("(?s).*<Redirect[^>]*>([^<]*)</Redirect>.*", "$1")
                .replace("&amp;", "&");
        if (!url.startsWith(PUBLIC)) {
            throw new AssertionError("no redirect in " + document);
        }
        return post(url.substring(PUBLIC.length()), namesAndValues);
    }

    HttpRequest.Builder request(String target, String signature) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target))
                .header("X-Twilio-Signature", signature)
                .header("X-Forwarded-Host", "evil.example")
                .timeout(Duration.ofSeconds(20));
    }

    CompletableFuture<HttpResponse<String>> postAsync(String target) {
        List<Form.Field> fields = fields();
        HttpRequest.Builder request = request(target, CARRIER.sign(PUBLIC + target, fields))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)));
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static String encoded(List<Form.Field> fields) {
        return fields.stream()
                .map(field -> URLEncoder.encode(field.name(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        conversations.unblock();
        server.stop();
        webhooks.close();
    }
}
