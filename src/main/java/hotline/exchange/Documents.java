package hotline.exchange;

import hotline.exchange.twiml.TwimlDocument;
import hotline.exchange.twiml.TwimlException;
import hotline.exchange.twiml.TwimlReader;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the documents of one script, one at a time, and turns to the call's fallback address where one cannot be had or breaks
 * the rules. https://www.twilio.com/docs/usage/availability-reliability, "Fallback URLs".
 */
final class Documents {
    /** So many documents without a moment passing are a loop; "Too many redirects" is the nearest that Twilio has. */
    private static final int LOOP = 50;

    private static final int TOO_MANY_REDIRECTS = 11215;

    private final Network network;
    private final CallLeg leg;
    private final List<Parameter> always;
    private final boolean fallsBack;
    private final BiConsumer<TwimlDocument, URI> whenRead;
    private final Runnable whenBroken;
    private boolean stopped;
    private boolean fallingBack;
    private int epoch;
    private Instant lastFetchAt = Instant.MIN;
    private int fetchesAtOnce;

    /**
     * @param always parameters that every request carries besides the call's own
     * @param fallsBack whether the call's fallback address is for these documents
     * @param whenBroken what to do when there is nothing to carry out
     */
    Documents(
            Network network,
            CallLeg leg,
            List<Parameter> always,
            boolean fallsBack,
            BiConsumer<TwimlDocument, URI> whenRead,
            Runnable whenBroken) {
        this.network = network;
        this.leg = leg;
        this.always = always;
        this.fallsBack = fallsBack;
        this.whenRead = whenRead;
        this.whenBroken = whenBroken;
    }

    /** Fetches a document; the call's parameters are added to the webhook's own. */
    void fetch(Webhook webhook) {
        fallingBack = false;
        ask(webhook);
    }

    private void ask(Webhook webhook) {
        int mine = ++epoch;
        if (isLooping()) {
            network.complaints.add(
                    TOO_MANY_REDIRECTS, "the documents lead to one another without an end", leg.sid(), webhook.url());
            whenBroken.run();
            return;
        }
        List<Parameter> parameters = new ArrayList<>(leg.parameters());
        parameters.addAll(always);
        parameters.addAll(webhook.parameters());
        Webhook request = new Webhook(webhook.url(), webhook.method(), List.copyOf(parameters), leg.sid());
        network.webhooks.ask(request, answer -> {
            if (!stopped && mine == epoch) {
                read(answer, webhook.url());
            }
        });
    }

    private void read(WebhookAnswer answer, URI url) {
        if (answer.failure() != null) {
            fallBack(answer.errorCode(), url);
            return;
        }
        try {
            whenRead.accept(TwimlReader.voice().read(answer.body(), answer.contentType()), url);
        } catch (TwimlException refused) {
            refuse(refused.code(), String.valueOf(refused.getMessage()), url);
        }
    }

    private boolean isLooping() {
        Instant now = network.timeline.now();
        fetchesAtOnce = now.equals(lastFetchAt) ? fetchesAtOnce + 1 : 0;
        lastFetchAt = now;
        return fetchesAtOnce > LOOP;
    }

    /** Complains about a document and goes on without it. */
    void refuse(int code, String message, @Nullable URI url) {
        network.complaints.add(code, message, leg.sid(), url);
        fallBack(code, url);
    }

    private void fallBack(int code, @Nullable URI url) {
        Webhook fallback = leg.fallback().orElse(null);
        if (!fallsBack || fallingBack || url == null || fallback == null) {
            whenBroken.run();
            return;
        }
        fallingBack = true;
        ask(fallback.and("ErrorCode", String.valueOf(code)).and("ErrorUrl", Urls.withoutFragment(url)));
    }

    /** What is still under way means nothing any more. */
    void stop() {
        stopped = true;
    }
}
