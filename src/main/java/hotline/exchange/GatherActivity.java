package hotline.exchange;

import hotline.exchange.twiml.TwimlElement;
import hotline.phone.CardNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Waits for keys. https://www.twilio.com/docs/voice/twiml/gather: keys count while a nested prompt plays and silence it; the
 * time-out begins when the prompt has ended and again with every key; without a key the document goes on with its next verb,
 * unless {@code actionOnEmptyResult}.
 */
final class GatherActivity implements Activity {
    /** "timeout", default. */
    private static final int TIMEOUT_SECONDS = 5;

    private final Network network;
    private final CallLeg leg;
    private final Script script;
    private final TwimlElement verb;
    private final String finishOnKey;
    private final boolean takesKeys;
    private final boolean takesSpeech;
    private final Playback prompt;
    private final StringBuilder digits = new StringBuilder();
    private Timeline.@Nullable Timer timeout;
    private boolean promptEnded;
    private boolean finished;

    GatherActivity(Network network, CallLeg leg, Script script, TwimlElement verb) {
        this.network = network;
        this.leg = leg;
        this.script = script;
        this.verb = verb;
        this.finishOnKey = verb.attribute("finishOnKey", "#");
        this.takesKeys = verb.attribute("input", "dtmf").contains("dtmf");
        this.takesSpeech = verb.attribute("input", "dtmf").contains("speech");
        this.prompt = new Playback(network, leg, verb.children(), script.base(), true, this::promptEnded);
    }

    @Override
    public void begin() {
        prompt.begin();
        leg.phone().changed();
    }

    private void promptEnded() {
        promptEnded = true;
        awaitNextKey();
    }

    private void awaitNextKey() {
        if (timeout != null) {
            timeout.cancel();
        }
        timeout = network.timeline.after(verb.seconds("timeout", TIMEOUT_SECONDS), () -> finish(""));
    }

    @Override
    public void key(char key) {
        if (!takesKeys || finished || (!promptEnded && !verb.flag("bargeIn", true))) {
            return;
        }
        prompt.interrupt();
        promptEnded = true;
        if (finishOnKey.indexOf(key) >= 0) {
            finish(String.valueOf(key));
            return;
        }
        digits.append(key);
        if (digits.length() == verb.number("numDigits", Integer.MAX_VALUE)) {
            finish("");
        } else {
            awaitNextKey();
        }
    }

    @Override
    public void spoken(String words) {
        if (!takesSpeech || finished) {
            return;
        }
        stop();
        act(List.of(new Parameter("SpeechResult", words), new Parameter("Confidence", "0.9")));
    }

    private void finish(String key) {
        stop();
        if (digits.length() > 0) {
            network.log.add(
                    CallLine.Kind.INPUT,
                    leg.sid(),
                    leg.phone().number(),
                    "pressed " + CardNumbers.redact(digits.toString()) + key);
        }
        if (digits.length() == 0 && !verb.flag("actionOnEmptyResult", false)) {
            script.next();
            return;
        }
        List<Parameter> input = new ArrayList<>();
        input.add(new Parameter("Digits", digits.toString()));
        input.add(new Parameter("FinishedOnKey", key));
        act(input);
    }

    private void act(List<Parameter> input) {
        List<Parameter> parameters = new ArrayList<>(input);
        parameters.add(new Parameter("msg", "Gather End"));
        Optional<String> action = verb.attribute("action");
        script.request(action.orElse(""), verb.attribute("method", "POST"), parameters);
    }

    private void stop() {
        finished = true;
        leg.phone().changed();
        prompt.interrupt();
        if (timeout != null) {
            timeout.cancel();
        }
    }

    @Override
    public void interrupt() {
        stop();
    }

    @Override
    public boolean awaitsKeys() {
        return takesKeys && !finished;
    }
}
