package hotline.exchange;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Sends one signed request to Hotline and brings its answer back inside the network. */
final class WebhookSender {
    /** "ct" 5 s: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides. */
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** A thread of its own for each request under way, kept for the next ones: far cheaper than a new one each time. */
    private final Executor lines = Executors.newCachedThreadPool(WebhookSender::line);

    private final Timeline timeline;
    private final Signature signature;
    private final Duration limit;

    WebhookSender(Timeline timeline, ExchangeSettings settings) {
        this.timeline = timeline;
        this.signature = new Signature(settings.authToken());
        this.limit = settings.webhookLimit();
    }

    /**
     * Sends.
     *
     * @param token {@code I-Twilio-Idempotency-Token}: the same for the same webhook, however often it is sent
     */
    void send(Webhook webhook, String token, Consumer<WebhookAnswer> then) {
        timeline.departed();
        lines.execute(() -> {
            WebhookAnswer answer = answer(request(webhook, token));
            timeline.returned(() -> then.accept(answer));
        });
    }

    private static Thread line(Runnable work) {
        Thread thread = new Thread(work, "carrier-line");
        thread.setDaemon(true);
        return thread;
    }

    private HttpRequest request(Webhook webhook, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(webhook.address()))
                .timeout(limit)
                .header("Accept", "*/*")
                .header("User-Agent", "TwilioProxy/1.1")
                .header("I-Twilio-Idempotency-Token", token)
                .header("X-Twilio-Signature", signature.of(webhook.address(), webhook.form()));
        if (webhook.isGet()) {
            return request.GET().build();
        }
        return request.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(BodyPublishers.ofString(Parameter.encode(webhook.parameters())))
                .build();
    }

    private WebhookAnswer answer(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            return WebhookAnswer.of(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Content-Type").orElse(null));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return WebhookAnswer.none(11205, "could not be reached");
        } catch (HttpTimeoutException e) {
            return WebhookAnswer.none(11200, "did not answer within " + limit.toMillis() / 1000.0 + " s");
        } catch (IOException | RuntimeException e) {
            return WebhookAnswer.none(11200, "broke off: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return WebhookAnswer.none(11200, "broke off: " + e);
        }
    }
}
