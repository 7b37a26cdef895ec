package hotline.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * Phones over HTTP, for the page in the browser and the phone in the terminal: {@code /phones/{number}} as JSON, its doings with
 * POST, what it shows as events.
 */
final class PhonesApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Network network;
    private final PhonesFeed feed;

    PhonesApi(Network network) {
        this.network = network;
        this.feed = new PhonesFeed(network);
    }

    void register(RoutesConfig routes) {
        routes.before("/phones*", this::onlyFromHere);
        routes.before("/network*", this::onlyFromHere);
        routes.wsBeforeUpgrade("/network*", this::onlyFromHere);
        feed.register(routes);
        routes.get("/network", ctx -> json(ctx, NetworkJson.of(network)));
        routes.get("/phones/{number}", ctx -> json(ctx, PhoneJson.snapshot(phone(ctx))));
        routes.get("/phones/{number}/calls/{sid}/example", this::saveCall);
        routes.post("/phones/{number}/{deed}", this::act);
    }

    /**
     * Everyone who reaches this API can ring and press keys, so it listens on loopback, and does not serve a page of somewhere else
     * that is open in a browser here: not under another host's name, and not without a preflight that is never granted.
     */
    private void onlyFromHere(Context ctx) {
        String host =
                String.valueOf(ctx.header("Host")).replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        boolean loopback = LOOPBACK.contains(network.settings.host());
        if (loopback && !LOOPBACK.contains(host)) {
            throw new ForbiddenResponse("The phones answer only on this machine.");
        }
        boolean post = ctx.method().name().equals("POST");
        if (post && !String.valueOf(ctx.contentType()).startsWith("application/json")) {
            throw new ForbiddenResponse("The phones take application/json only.");
        }
    }

    private Phone phone(Context ctx) {
        return network.phone(ctx.pathParam("number"));
    }

    private void act(Context ctx) throws IOException {
        Phone phone = phone(ctx);
        JsonNode body = ctx.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(ctx.body());
        try {
            switch (ctx.pathParam("deed")) {
                case "dial" ->
                    phone.dial(text(body, "to"), body.path("voiceQuery").asText(""));
                case "press" -> phone.press(text(body, "keys"));
                case "say" -> phone.say(text(body, "words"));
                case "answer" -> phone.answer();
                case "reject" -> phone.reject();
                case "hangup" -> phone.hangUp();
                case "text" -> phone.text(text(body, "to"), text(body, "body"));
                case "habit" ->
                    phone.habit(
                            Phone.Habit.valueOf(
                                    text(body, "habit").toUpperCase(Locale.ROOT).replace('-', '_')),
                            Duration.ofSeconds(body.path("after").asInt(3)));
                default -> throw new BadRequestResponse("A phone cannot " + ctx.pathParam("deed") + ".");
            }
        } catch (IllegalArgumentException | IllegalStateException refused) {
            throw new BadRequestResponse(String.valueOf(refused.getMessage()));
        }
        json(ctx, PhoneJson.snapshot(phone));
    }

    /** The call as a file for its caller to keep. */
    private void saveCall(Context ctx) {
        String example = network.callSaver()
                .flatMap(saver -> saver.save(ctx.pathParam("sid")))
                .orElseThrow(() -> new NotFoundResponse("No call of that name can be saved."));
        ctx.contentType("application/yaml; charset=utf-8").result(example);
    }

    private static String text(JsonNode body, String field) {
        String text = body.path(field).asText("");
        if (text.isBlank()) {
            throw new BadRequestResponse("\"" + field + "\" is missing.");
        }
        return text.strip();
    }

    void close() {
        feed.close();
    }

    private static void json(Context ctx, ObjectNode node) {
        ctx.contentType("application/json").result(node.toString());
    }
}
