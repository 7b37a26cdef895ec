package hotline.exchange;

import hotline.exchange.twiml.TwimlDocument;
import hotline.exchange.twiml.TwimlElement;
import hotline.exchange.twiml.TwimlException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries out TwiML for one call: fetches a document, does its verbs one after the other, and follows where they lead.
 * https://www.twilio.com/docs/voice/twiml, "How the TwiML interpreter works".
 */
final class Script {
    /** "Invalid URL format". */
    private static final int INVALID_URL = 11100;

    private final Network network;
    private final CallLeg leg;
    private final ScriptScope scope;
    private final Documents documents;
    private Iterator<TwimlElement> rest = List.<TwimlElement>of().iterator();
    private @Nullable URI base;
    private @Nullable Activity current;
    private Runnable whenDone = () -> {};
    private Runnable whenBroken = this::applicationError;
    private boolean stopped;

    /**
     * @param always parameters that every request of this script carries besides the call's own
     */
    Script(Network network, CallLeg leg, ScriptScope scope, List<Parameter> always) {
        this.network = network;
        this.leg = leg;
        this.scope = scope;
        this.documents =
                new Documents(network, leg, always, scope == ScriptScope.CALL, this::run, () -> whenBroken.run());
    }

    /** What to do when the verbs run out. */
    void whenDone(Runnable then) {
        whenDone = then;
    }

    /** What to do when a document cannot be had or is not right; by default the caller hears an apology and the call ends. */
    void whenBroken(Runnable then) {
        whenBroken = then;
    }

    /** Fetches a document and carries it out; the call's parameters are added to the webhook's own. */
    void fetch(Webhook webhook) {
        current = null;
        documents.fetch(webhook);
    }

    private void applicationError() {
        answerIfRinging();
        rest = List.<TwimlElement>of().iterator();
        String words = "We are sorry. An application error has occurred. Goodbye.";
        leg.phone().hears(Heard.Kind.SPEECH, "network", words, "en-US", null);
        network.timeline.after(SpeechTime.of(words), () -> {
            if (!stopped) {
                whenDone.run();
            }
        });
    }

    /** Carries out a document. */
    void run(TwimlDocument document, @Nullable URI from) {
        for (TwimlElement verb : document.verbs()) {
            if (!scope.verbs().contains(verb.name())) {
                documents.refuse(
                        TwimlException.SCHEMA, "<" + verb.name() + "> has no place in a document for " + scope, from);
                return;
            }
        }
        base = from;
        rest = document.verbs().iterator();
        next();
    }

    /** Goes on with the next verb. */
    void next() {
        current = null;
        if (stopped) {
            return;
        }
        if (!rest.hasNext()) {
            answerIfRinging();
            whenDone.run();
            return;
        }
        TwimlElement verb = rest.next();
        if (!verb.name().equals("Reject") && !verb.name().equals("Pause")) {
            answerIfRinging();
        }
        switch (verb.name()) {
            case "Hangup" -> leg.end(CallStatus.COMPLETED);
            case "Reject" -> reject(verb);
            case "Redirect" -> redirect(verb);
            default -> begin(activity(verb));
        }
    }

    private Activity activity(TwimlElement verb) {
        return switch (verb.name()) {
            case "Gather" -> new GatherActivity(network, leg, this, verb);
            case "Record" -> new RecordActivity(network, leg, this, verb);
            case "Dial" ->
                verb.children().stream().anyMatch(noun -> noun.name().equals("Conference"))
                        ? new DialConference(network, leg, this, verb)
                        : new DialNumbers(network, leg, this, verb);
            default -> new Playback(network, leg, List.of(verb), base, false, this::next);
        };
    }

    private void begin(Activity activity) {
        current = activity;
        activity.begin();
    }

    private void reject(TwimlElement verb) {
        boolean busy = verb.attribute("reason", "rejected").equals("busy");
        if (leg.status() == CallStatus.IN_PROGRESS) {
            leg.end(CallStatus.COMPLETED);
        } else {
            leg.end(busy ? CallStatus.BUSY : CallStatus.NO_ANSWER);
        }
    }

    private void redirect(TwimlElement verb) {
        request(verb.text(), verb.attribute("method", "POST"), List.of());
    }

    /** Asks an address that a verb names, and carries out what it answers. */
    void request(String address, String method, List<Parameter> parameters) {
        URI url = Urls.resolve(base, address);
        if (url == null) {
            documents.refuse(
                    INVALID_URL, "\"" + address + "\" is relative, but the document has no address of its own", null);
            return;
        }
        fetch(new Webhook(url, method, parameters, leg.sid()));
    }

    /** Asks an address when the call has ended: what it answers means nothing any more. */
    void report(String address, String method, List<Parameter> parameters) {
        URI url = Urls.resolve(base, address);
        if (url != null) {
            List<Parameter> all = new ArrayList<>(leg.parameters());
            all.addAll(parameters);
            network.webhooks.ask(new Webhook(url, method, List.copyOf(all), leg.sid()), answer -> {});
        }
    }

    @Nullable
    URI base() {
        return base;
    }

    /** Picks up a ringing call: any verb but {@code <Reject>} and a first {@code <Pause>} does. */
    private void answerIfRinging() {
        if (leg.status() == CallStatus.RINGING && leg.direction() == CallDirection.INBOUND) {
            leg.phone().lineOpens(leg);
            leg.answered(CallLeg.LONGEST_CALL);
        }
    }

    /** Stops, because the call is taken elsewhere. */
    void interrupt() {
        stop(Activity::interrupt);
    }

    /** Stops, because the call has ended. */
    void hangUp() {
        stop(Activity::hangUp);
    }

    private void stop(Consumer<Activity> how) {
        stopped = true;
        documents.stop();
        Activity last = current;
        current = null;
        if (last != null) {
            how.accept(last);
        }
    }

    void key(char key) {
        if (current != null) {
            current.key(key);
        }
    }

    void spoken(String words) {
        if (current != null) {
            current.spoken(words);
        }
    }

    boolean awaitsKeys() {
        return current != null && current.awaitsKeys();
    }

    static Duration longest(TwimlElement dial) {
        return dial.seconds("timeLimit", (int) CallLeg.LONGEST_CALL.toSeconds());
    }
}
