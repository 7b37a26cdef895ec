package hotline.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hotline.exchange.rest.Operations;
import hotline.exchange.rest.RestException;
import hotline.exchange.rest.RestRequest;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's REST API, as much of it as Hotline uses. Errors look as on https://www.twilio.com/docs/usage/twilios-response:
 * code, message, more_info, status.
 */
final class RestApi {
    static final String ROOT = "/2010-04-01/Accounts/";

    /** "A request to the RecordingUrl will return a recording in binary WAV audio format by default." */
    private static final Pattern MEDIA = Pattern.compile(ROOT + "[^/]+/Recordings/(RE[0-9a-f]{32})(?:\\.wav)?");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Network network;
    private final Operations operations = new Operations();
    private final Map<String, Function<RestRequest, RestAnswer>> handlers = new HashMap<>();
    private final String authorization;

    /** What an operation brings; no body for a deletion. */
    record RestAnswer(int status, @Nullable ObjectNode body) {}

    RestApi(Network network) {
        this.network = network;
        ExchangeSettings settings = network.settings;
        String credentials = settings.accountSid() + ":" + settings.authToken();
        authorization = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        new CallsApi(network).register(handlers);
        new ConferencesApi(network).register(handlers);
        new ParticipantsApi(network).register(handlers);
        new MessagesApi(network).register(handlers);
        new RecordingsApi(network).register(handlers);
    }

    /** Answers any request below {@link #ROOT}. */
    void handle(Context ctx) {
        // The server's own would be of real time.
        ctx.header("Date", Urls.headerDate(network.timeline.now()));
        Faults.RestFault fault = ctx.method().name().equals("GET")
                ? null
                : network.faults.nextRestFault().orElse(null);
        if (fault == Faults.RestFault.TOO_MANY_REQUESTS) {
            ctx.header("Retry-After", "1");
            error(ctx, 429, 20429, "Too Many Requests");
        } else if (fault == Faults.RestFault.ERROR_BEFORE_EFFECT) {
            error(ctx, 500, 20500, "An internal server error has occurred");
        } else if (fault == Faults.RestFault.RESET_BEFORE_EFFECT) {
            reset(ctx);
        } else {
            answer(ctx);
            if (fault == Faults.RestFault.ERROR_AFTER_EFFECT) {
                error(ctx, 500, 20500, "An internal server error has occurred");
            } else if (fault == Faults.RestFault.RESET_AFTER_EFFECT) {
                reset(ctx);
            }
        }
    }

    private void answer(Context ctx) {
        Matcher media = MEDIA.matcher(ctx.path());
        if (media.matches() && ctx.method().name().equals("GET")) {
            network.timeline
                    .inside(() -> network.recordings.find(media.group(1)))
                    .ifPresentOrElse(
                            recording -> ctx.contentType("audio/wav").result(RecordingsApi.wav(recording.length())),
                            () -> error(ctx, 404, 20404, "There is no recording " + media.group(1)));
            return;
        }
        try {
            RestRequest request = read(ctx);
            Function<RestRequest, RestAnswer> handler = handlers.get(request.operation());
            if (handler == null) {
                throw RestException.notFound(request.path());
            }
            RestAnswer answer = network.timeline.inside(() -> handler.apply(request));
            ctx.status(answer.status());
            if (answer.body() != null) {
                ctx.contentType("application/json").result(answer.body().toString());
            }
        } catch (RestException refused) {
            if (refused.isMistake()) {
                network.complaints.add(refused.code(), String.valueOf(refused.getMessage()), null, ctx.path());
            }
            error(ctx, refused.status(), refused.code(), String.valueOf(refused.getMessage()));
        }
    }

    private RestRequest read(Context ctx) {
        if (!authorization.equals(ctx.header("Authorization"))) {
            throw RestException.mistake(401, 20003, "Authenticate");
        }
        String rest = ctx.path().substring(ROOT.length());
        int slash = rest.indexOf('/');
        String account = slash < 0 ? rest : rest.substring(0, slash);
        if (slash < 0 || !account.equals(network.settings.accountSid())) {
            throw RestException.mistake(404, 20404, "There is no account " + account);
        }
        boolean post = ctx.method().name().equals("POST");
        if (post && !ctx.queryParamMap().isEmpty()) {
            throw RestException.mistake(400, 20001, "Parameters of a POST belong in its body");
        }
        return operations.read(
                ctx.method().name(), rest.substring(slash), post ? ctx.formParamMap() : ctx.queryParamMap());
    }

    private static void error(Context ctx, int status, int code, String message) {
        ObjectNode body = JSON.createObjectNode();
        body.put("code", code);
        body.put("message", message);
        body.put("more_info", "https://www.twilio.com/docs/errors/" + code);
        body.put("status", status);
        ctx.status(status).contentType("application/json").result(body.toString());
    }

    private static void reset(Context ctx) {
        ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
