package hotline.exchange;

import hotline.exchange.twiml.TwimlElement;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Connects the caller with another phone. https://www.twilio.com/docs/voice/twiml/dial and …/number: several numbers ring at
 * once, or one after the other where {@code sequential}; the first to answer is connected, after hearing what {@code url} says.
 */
final class DialNumbers implements Activity {
    /** "timeout", default. */
    private static final int TIMEOUT_SECONDS = 30;

    private final Network network;
    private final CallLeg leg;
    private final Script script;
    private final TwimlElement verb;
    private final List<CallLeg> ringing = new ArrayList<>();
    private final Iterator<TwimlElement> waiting;
    private @Nullable CallLeg connected;
    private CallStatus lastOutcome = CallStatus.FAILED;
    private @Nullable CallLeg lastChild;
    private boolean finished;

    DialNumbers(Network network, CallLeg leg, Script script, TwimlElement verb) {
        this.network = network;
        this.leg = leg;
        this.script = script;
        this.verb = verb;
        List<TwimlElement> callees = verb.children().isEmpty() ? List.of(verb) : verb.children();
        this.waiting = callees.iterator();
    }

    @Override
    public void begin() {
        leg.phone().hears(Heard.Kind.TONE, "network", "ringing", null, null);
        do {
            dial(waiting.next());
        } while (!verb.flag("sequential", false) && waiting.hasNext());
    }

    private void dial(TwimlElement callee) {
        String number = callee.text().replaceAll("[ ().-]", "");
        if (callee.name().equals("Client")) {
            number = "client:" + callee.text();
        } else if (callee.name().equals("Sip")) {
            number = callee.text();
        }
        String callerId = verb.attribute("callerId", leg.from());
        CallLeg child =
                new CallLeg(network, callerId, number, CallDirection.OUTBOUND_DIAL, network.handset(number), leg);
        lastChild = child;
        boolean toPhone = !callee.name().equals("Client") && !callee.name().equals("Sip");
        if (toPhone && !Network.isPhoneNumber(number)) {
            network.complaints.add(13224, "<Dial>: \"" + number + "\" is not a phone number", leg.sid(), script.base());
        }
        child.reportTo(progress(callee));
        ringing.add(child);
        child.whenEnded(() -> ended(child));
        new Dialing(network, child, Script.longest(verb), null, () -> answered(child, callee))
                .begin(verb.seconds("timeout", TIMEOUT_SECONDS));
    }

    private CallProgress progress(TwimlElement callee) {
        URI url = callee.attribute("statusCallback")
                .map(address -> Urls.resolve(script.base(), address))
                .orElse(null);
        Set<String> events =
                Set.of(callee.attribute("statusCallbackEvent", "completed").split(" ", -1));
        return new CallProgress(network, url, callee.attribute("statusCallbackMethod", "POST"), events);
    }

    private void answered(CallLeg child, TwimlElement callee) {
        URI whisper = callee.attribute("url")
                .map(address -> Urls.resolve(script.base(), address))
                .orElse(null);
        if (whisper == null) {
            connect(child);
        } else {
            child.whisper(
                    new Webhook(whisper, callee.attribute("method", "POST"), List.of(), child.sid()),
                    () -> connect(child));
        }
    }

    private void connect(CallLeg child) {
        if (finished || connected != null) {
            child.end(CallStatus.COMPLETED);
            return;
        }
        connected = child;
        child.attach(new Connected(child));
        for (CallLeg other : List.copyOf(ringing)) {
            if (other != child) {
                other.end(CallStatus.CANCELED);
            }
        }
        network.log.add(
                CallLine.Kind.CONFERENCE,
                leg.sid(),
                leg.phone().number(),
                "connected with " + child.phone().number());
    }

    private void ended(CallLeg child) {
        ringing.remove(child);
        if (finished) {
            return;
        }
        lastOutcome = child.status();
        if (child == connected) {
            goOn();
        } else if (connected == null && waiting.hasNext() && ringing.isEmpty()) {
            dial(waiting.next());
        } else if (connected == null && ringing.isEmpty()) {
            goOn();
        }
    }

    private void goOn() {
        finished = true;
        if (verb.attribute("action").isPresent()) {
            script.request(verb.attribute("action", ""), verb.attribute("method", "POST"), result());
        } else {
            script.next();
        }
    }

    /** https://www.twilio.com/docs/voice/twiml/dial, "action". */
    private List<Parameter> result() {
        List<Parameter> result = new ArrayList<>();
        CallLeg child = connected == null ? lastChild : connected;
        result.add(new Parameter("DialCallStatus", connected == null ? lastOutcome.text() : "completed"));
        result.add(new Parameter("DialBridged", String.valueOf(connected != null)));
        if (child != null) {
            result.add(new Parameter("DialCallSid", child.sid()));
        }
        if (connected != null) {
            result.add(new Parameter(
                    "DialCallDuration", String.valueOf(connected.duration().toSeconds())));
        }
        return result;
    }

    @Override
    public void key(char key) {
        if (key == '*' && verb.flag("hangupOnStar", false) && connected != null) {
            connected.end(CallStatus.COMPLETED);
        }
    }

    @Override
    public void spoken(String words) {
        if (connected != null) {
            connected.phone().hears(Heard.Kind.PERSON, leg.phone().number(), words, null, null);
        }
    }

    @Override
    public void interrupt() {
        finished = true;
        endChildren();
    }

    @Override
    public void hangUp() {
        finished = true;
        endChildren();
        if (verb.attribute("action").isPresent()) {
            script.report(verb.attribute("action", ""), verb.attribute("method", "POST"), result());
        }
    }

    /** The far side of the connection. */
    private final class Connected implements Activity {
        private final CallLeg child;

        private Connected(CallLeg child) {
            this.child = child;
        }

        @Override
        public void begin() {}

        @Override
        public void spoken(String words) {
            leg.phone().hears(Heard.Kind.PERSON, child.phone().number(), words, null, null);
        }

        /** "If a child call is redirected …": the dial is over for the caller, the child goes its own way. */
        @Override
        public void interrupt() {
            ringing.remove(child);
            if (!finished) {
                goOn();
            }
        }

        @Override
        public void hangUp() {
            // The child's end has its own listener.
        }
    }

    private void endChildren() {
        for (CallLeg child : List.copyOf(ringing)) {
            child.end(child == connected ? CallStatus.COMPLETED : CallStatus.CANCELED);
        }
    }
}
