package hotline.exchange;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What goes wrong between the network and Hotline, on purpose. Probabilities run from 0 to 1; all lots are drawn from one seed,
 * so that a run can be repeated. Safe to change while calls are on.
 */
public final class Faults {
    private final SplittableRandom random;
    private final Deque<RestFault> rest = new ArrayDeque<>();
    private double duplicates;
    private double lostCallbacks;
    private double lateCallbacks;
    private Duration latest = Duration.ZERO;
    private double oddParameters;
    private final Set<String> goneVoices = new HashSet<>();

    Faults(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** What the REST API does to a request instead of answering it. */
    public enum RestFault {
        /** 429 with Retry-After; nothing was done: https://www.twilio.com/docs/api/errors/20429. */
        TOO_MANY_REQUESTS,
        /** 500; nothing was done. */
        ERROR_BEFORE_EFFECT,
        /** 500, although it was done: https://www.twilio.com/docs/api/errors/20500 warns of it. */
        ERROR_AFTER_EFFECT,
        /** The connection breaks before anything is done. */
        RESET_BEFORE_EFFECT,
        /** It is done, and the connection breaks before the answer is sent. */
        RESET_AFTER_EFFECT
    }

    /** How often a webhook is delivered twice: at the same time, or again after the first was answered. */
    public synchronized Faults duplicateWebhooks(double probability) {
        duplicates = probability;
        return this;
    }

    /** How often a status callback is not delivered at all. */
    public synchronized Faults loseCallbacks(double probability) {
        lostCallbacks = probability;
        return this;
    }

    /** How often a status callback comes late, by up to so much, and so out of order. */
    public synchronized Faults delayCallbacks(double probability, Duration upTo) {
        lateCallbacks = probability;
        latest = upTo;
        return this;
    }

    /** How often a webhook carries parameters no one has heard of, and parameters twice. */
    public synchronized Faults oddParameters(double probability) {
        oddParameters = probability;
        return this;
    }

    /**
     * A voice is gone: what it should say is not heard ("an invalid combination of voice and language may result in error and Say
     * instruction failure", https://www.twilio.com/docs/voice/twiml/say), and a warning tells it.
     */
    public synchronized Faults loseVoice(String voice) {
        goneVoices.add(voice);
        return this;
    }

    /** Does this to the next so many REST requests that would change something. */
    public synchronized Faults breakRest(RestFault fault, int requests) {
        for (int i = 0; i < requests; i++) {
            rest.add(fault);
        }
        return this;
    }

    /** Everything works again. */
    public synchronized void heal() {
        duplicates = 0;
        lostCallbacks = 0;
        lateCallbacks = 0;
        oddParameters = 0;
        rest.clear();
        goneVoices.clear();
    }

    synchronized boolean isGone(String voice) {
        return goneVoices.contains(voice);
    }

    synchronized Optional<RestFault> nextRestFault() {
        return Optional.ofNullable(rest.poll());
    }

    synchronized boolean isDuplicated() {
        return strikes(duplicates);
    }

    synchronized boolean isAtOnce() {
        return strikes(0.5);
    }

    synchronized boolean isLost() {
        return strikes(lostCallbacks);
    }

    synchronized boolean isOdd() {
        return strikes(oddParameters);
    }

    synchronized Duration lateness() {
        return strikes(lateCallbacks)
                ? Duration.ofMillis((long) (random.nextDouble() * latest.toMillis()))
                : Duration.ZERO;
    }

    /** Draws nothing while a fault is switched off, so that switching one on does not change the lots of another. */
    private boolean strikes(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }
}
