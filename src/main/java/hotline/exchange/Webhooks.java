package hotline.exchange;

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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends requests to Hotline: signed, in time, and with the faults that are switched on. */
final class Webhooks {
    /** "ct" 5 s: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides. */
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** What is still to be told about a call or conference while one telling is under way. */
    private final Map<String, Deque<Telling>> untold = new HashMap<>();

    private final Timeline timeline;
    private final Complaints complaints;
    private final Faults faults;
    private final Sids sids;
    private final Signature signature;
    private final Duration limit;

    Webhooks(Timeline timeline, Complaints complaints, Faults faults, Sids sids, ExchangeSettings settings) {
        this.timeline = timeline;
        this.complaints = complaints;
        this.faults = faults;
        this.sids = sids;
        this.signature = new Signature(settings.authToken());
        this.limit = settings.webhookLimit();
    }

    /** Asks for instructions; the answer, or the failure (which has then been complained about), comes back inside. */
    void ask(Webhook webhook, Consumer<WebhookAnswer> then) {
        Webhook sent = odd(webhook);
        String token = sids.token();
        boolean twice = faults.isDuplicated();
        boolean atOnce = twice && faults.isAtOnce();
        Duplicate duplicate = new Duplicate(sent);
        if (atOnce) {
            send(sent, token, duplicate::second);
        }
        send(sent, token, answer -> {
            if (answer.failure() != null) {
                complaints.add(answer.errorCode(), "webhook: " + answer.failure(), webhook.about(), webhook.url());
            }
            duplicate.first(answer);
            if (twice && !atOnce) {
                send(sent, token, duplicate::second);
            }
            then.accept(answer);
        });
    }

    /**
     * Tells of an event; the answer's content means nothing, but it has to be a good one. Unless a fault is switched on, what is
     * told about one call or conference arrives in order.
     */
    void tell(Webhook webhook) {
        if (faults.isLost()) {
            return;
        }
        Telling telling = new Telling(odd(webhook), sids.token());
        int times = faults.isDuplicated() ? 2 : 1;
        for (int i = 0; i < times; i++) {
            Duration lateness = faults.lateness();
            if (lateness.isZero()) {
                inOrder(telling);
            } else {
                timeline.after(lateness, () -> send(telling, () -> {}));
            }
        }
    }

    private record Telling(Webhook webhook, String token) {}

    private void inOrder(Telling telling) {
        String about = telling.webhook().about();
        Deque<Telling> waiting = untold.get(about);
        if (waiting != null) {
            waiting.add(telling);
            return;
        }
        untold.put(about, new ArrayDeque<>());
        send(telling, () -> nextInOrder(about));
    }

    private void nextInOrder(String about) {
        Deque<Telling> waiting = untold.getOrDefault(about, new ArrayDeque<>());
        Telling next = waiting.poll();
        if (next == null) {
            untold.remove(about);
        } else {
            send(next, () -> nextInOrder(about));
        }
    }

    private void send(Telling telling, Runnable then) {
        Webhook webhook = telling.webhook();
        send(webhook, telling.token(), answer -> {
            if (answer.failure() != null) {
                complaints.add(
                        answer.errorCode(), "status callback: " + answer.failure(), webhook.about(), webhook.url());
            }
            then.run();
        });
    }

    private void send(Webhook webhook, String token, Consumer<WebhookAnswer> then) {
        timeline.departed();
        var unused = client.sendAsync(request(webhook, token), BodyHandlers.ofByteArray())
                .handle((response, failure) -> {
                    WebhookAnswer answer = answer(response, failure);
                    timeline.returned(() -> then.accept(answer));
                    return answer;
                });
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

    private WebhookAnswer answer(@Nullable HttpResponse<byte[]> response, @Nullable Throwable failure) {
        if (response != null) {
            return WebhookAnswer.of(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Content-Type").orElse(null));
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return WebhookAnswer.none(11205, "could not be reached");
        }
        if (cause instanceof HttpTimeoutException) {
            return WebhookAnswer.none(11200, "did not answer within " + limit.toMillis() / 1000.0 + " s");
        }
        return WebhookAnswer.none(11200, "broke off: " + cause);
    }

    /** "Twilio will occasionally add new parameters without advance notice": …/usage/webhooks/webhooks-security. */
    private Webhook odd(Webhook webhook) {
        if (!faults.isOdd() || webhook.parameters().isEmpty()) {
            return webhook;
        }
        List<Parameter> more = new ArrayList<>(webhook.parameters());
        more.add(new Parameter("ShinyNewParameter", "ü & ="));
        more.add(new Parameter("ShinyNewParameter", "another"));
        more.add(webhook.parameters().get(0));
        return new Webhook(webhook.url(), webhook.method(), List.copyOf(more), webhook.about());
    }

    /** Twilio asks nothing of the answer to a repeated request; Hotline promises that it is the same one. */
    private final class Duplicate {
        private final Webhook webhook;
        private @Nullable WebhookAnswer one;
        private @Nullable WebhookAnswer other;

        private Duplicate(Webhook webhook) {
            this.webhook = webhook;
        }

        private void first(WebhookAnswer answer) {
            one = answer;
            compare();
        }

        private void second(WebhookAnswer answer) {
            other = answer;
            compare();
        }

        private void compare() {
            if (one != null && other != null && !one.says(other)) {
                complaints.add(
                        0, "the same webhook, sent twice, was answered differently", webhook.about(), webhook.url());
            }
        }
    }
}
