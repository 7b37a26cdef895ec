package hotline.twilio;

import com.twilio.exception.ApiConnectionException;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.Header;

/**
 * Carries the SDK's requests. Its own transport cannot be pointed at another host, ignores the time-outs it is given, and repeats
 * a POST by itself when the reply is a server error, so that somebody is rung twice; this one asks once, keeps no request in
 * memory, and follows no redirect.
 */
final class TwilioTransport extends com.twilio.http.HttpClient {
    private final HttpClient http;
    private final URI apiUrl;
    private final Duration patience;
    private final Clock clock;
    private volatile Duration lag = Duration.ZERO;

    /**
     * Opens no connection yet.
     *
     * @param apiUrl in place of the SDK's {@code https://api.twilio.com}; may have a path, which goes before its paths
     * @param connect how long to wait for a connection
     * @param patience how long to wait for the whole reply
     * @param clock ours
     */
    TwilioTransport(URI apiUrl, Duration connect, Duration patience, Clock clock) {
        this.apiUrl = apiUrl;
        this.patience = patience;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        try {
            HttpResponse<String> response =
                    http.send(translated(request), BodyHandlers.ofString(StandardCharsets.UTF_8));
            Instant now = clock.instant();
            HttpDates.made(response).ifPresent(made -> lag = Duration.between(made, now));
            if (response.statusCode() >= 300) {
                throw CarrierErrorException.of(response, now);
            }
            return new Response(response.body(), response.statusCode(), new Header[0]);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new NotConnectedException(e);
        } catch (IOException e) {
            throw new ApiConnectionException("no reply: " + e.getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("interrupted", e);
        }
    }

    /**
     * How far the carrier's clock was behind ours when it last replied; negative where it is ahead. Its whole seconds and the way of the
     * reply make this too much rather than too little.
     */
    Duration lag() {
        return lag;
    }

    private HttpRequest translated(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(moved(request))
                .timeout(patience)
                .header("Accept", "application/json")
                .header("Authorization", request.getAuthString());
        if (request.getMethod() == HttpMethod.GET) {
            return builder.GET().build();
        }
        String form = request.getPostParams().entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return builder.header("Content-Type", "application/x-www-form-urlencoded")
                .method(request.getMethod().toString(), BodyPublishers.ofString(form))
                .build();
    }

    private URI moved(Request request) {
        URI url = URI.create(request.constructURL().toString());
        String base = apiUrl.toString().replaceAll("/+$", "");
        return URI.create(base + url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** There was no connection, so the request certainly took no effect. */
    static final class NotConnectedException extends ApiConnectionException {
        private static final long serialVersionUID = 1L;

        NotConnectedException(IOException cause) {
            super("no connection: " + cause.getClass().getSimpleName(), cause);
        }
    }
}
