package hotline.exchange;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the exchange is set up.
 *
 * @param host address to listen on; loopback unless said otherwise
 * @param port 0 for any free one
 * @param accountSid of the account whose REST API it serves
 * @param authToken signs webhooks and opens the REST API
 * @param virtualStart where virtual time begins; null for real time
 * @param webhookLimit how long Hotline may take over a webhook, in real time
 * @param seed of everything that is drawn by lot: SIDs and faults
 */
public record ExchangeSettings(
        String host,
        int port,
        String accountSid,
        String authToken,
        @Nullable Instant virtualStart,
        Duration webhookLimit,
        long seed) {
    /** "15 s total": https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides. */
    private static final Duration TWILIO_LIMIT = Duration.ofSeconds(15);

    /**
     * In real time, on a free port of this machine. Each has a seed of its own: Hotline remembers calls from one start to the next, and
     * a SID that comes again is a webhook told twice, which it answers as it did the first time.
     */
    public static ExchangeSettings realTime(String accountSid, String authToken) {
        return new ExchangeSettings(
                "127.0.0.1", 0, accountSid, authToken, null, TWILIO_LIMIT, new SecureRandom().nextLong());
    }

    /** In virtual time, which moves when a test says so. */
    public static ExchangeSettings virtualTime(String accountSid, String authToken, Instant start) {
        return new ExchangeSettings("127.0.0.1", 0, accountSid, authToken, start, TWILIO_LIMIT, 1);
    }

    /** The same at another address. */
    public ExchangeSettings at(String newHost, int newPort) {
        return new ExchangeSettings(newHost, newPort, accountSid, authToken, virtualStart, webhookLimit, seed);
    }

    /** The same with another patience. */
    public ExchangeSettings withWebhookLimit(Duration limit) {
        return new ExchangeSettings(host, port, accountSid, authToken, virtualStart, limit, seed);
    }

    /** The same with another seed. */
    public ExchangeSettings withSeed(long newSeed) {
        return new ExchangeSettings(host, port, accountSid, authToken, virtualStart, webhookLimit, newSeed);
    }

    @Override
    public String toString() {
        return "exchange of " + accountSid + " at " + host + ":" + port;
    }
}
