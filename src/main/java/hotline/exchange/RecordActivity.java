package hotline.exchange;

import hotline.exchange.twiml.TwimlElement;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records the caller. https://www.twilio.com/docs/voice/twiml/record: ends after silence, by a key, at its greatest length or
 * with the call, and then asks {@code action}, also when the caller has hung up; but goes on with the next verb when nobody said
 * anything before the silence.
 */
final class RecordActivity implements Activity {
    /** "timeout", "maxLength" and "finishOnKey", defaults. */
    private static final int SILENCE_SECONDS = 5;

    private static final int MAX_LENGTH_SECONDS = 3600;
    private static final String ANY_KEY = "1234567890*#";

    private final Network network;
    private final CallLeg leg;
    private final Script script;
    private final TwimlElement verb;
    private final String finishOnKey;
    private final Instant startedAt;
    private final StringBuilder words = new StringBuilder();
    private Instant spokenFrom = Instant.MAX;
    private Instant spokenTo = Instant.MIN;
    private Timeline.@Nullable Timer silence;
    private Timeline.@Nullable Timer longest;
    private boolean finished;

    RecordActivity(Network network, CallLeg leg, Script script, TwimlElement verb) {
        this.network = network;
        this.leg = leg;
        this.script = script;
        this.verb = verb;
        this.finishOnKey = verb.attribute("finishOnKey", ANY_KEY);
        this.startedAt = network.timeline.now();
    }

    @Override
    public void begin() {
        if (verb.flag("playBeep", true)) {
            leg.phone().hears(Heard.Kind.TONE, "network", "beep", null, null);
        }
        longest = network.timeline.after(verb.seconds("maxLength", MAX_LENGTH_SECONDS), () -> goOn(""));
        awaitSilence(Duration.ZERO);
    }

    private void awaitSilence(Duration speech) {
        if (silence != null) {
            silence.cancel();
        }
        int seconds = verb.number("timeout", SILENCE_SECONDS);
        if (seconds > 0) {
            silence = network.timeline.after(speech.plusSeconds(seconds), this::fallsSilent);
        }
    }

    private void fallsSilent() {
        if (words.length() > 0) {
            goOn("");
        } else if (!finished) {
            stop();
            script.next();
        }
    }

    @Override
    public void spoken(String said) {
        Instant now = network.timeline.now();
        spokenFrom = spokenFrom.isBefore(now) ? spokenFrom : now;
        spokenTo = now.plus(SpeechTime.of(said));
        words.append(words.length() == 0 ? "" : " ").append(said);
        awaitSilence(SpeechTime.of(said));
    }

    @Override
    public void key(char key) {
        if (finishOnKey.indexOf(key) >= 0) {
            goOn(String.valueOf(key));
        }
    }

    private void goOn(String key) {
        if (!finished) {
            script.request(verb.attribute("action", ""), verb.attribute("method", "POST"), finish(key));
        }
    }

    private List<Parameter> finish(String key) {
        stop();
        Duration length = length(network.timeline.now());
        Recordings.Recording recording = network.recordings.add(leg.sid(), length, words.toString());
        URI callback = Urls.resolve(script.base(), verb.attribute("recordingStatusCallback", ""));
        if (callback != null && verb.attribute("recordingStatusCallback").isPresent()) {
            Set<String> events = Set.of(
                    verb.attribute("recordingStatusCallbackEvent", "completed").split(" ", -1));
            String method = verb.attribute("recordingStatusCallbackMethod", "POST");
            network.recordings.tell(recording, callback, method, events, "RecordVerb");
        }
        return List.of(
                new Parameter("RecordingUrl", recording.url()),
                new Parameter("RecordingSid", recording.sid()),
                new Parameter("RecordingDuration", String.valueOf(length.toSeconds())),
                new Parameter("Digits", key));
    }

    /** What {@code trim="trim-silence"} leaves is the time from the first word to the last. */
    private Duration length(Instant now) {
        if (!verb.attribute("trim", "").equals("trim-silence")) {
            return Duration.between(startedAt, now);
        }
        Instant end = spokenTo.isBefore(now) ? spokenTo : now;
        return spokenFrom.isBefore(end) ? Duration.between(spokenFrom, end) : Duration.ZERO;
    }

    private void stop() {
        finished = true;
        if (silence != null) {
            silence.cancel();
        }
        if (longest != null) {
            longest.cancel();
        }
    }

    @Override
    public void interrupt() {
        if (!finished) {
            var unused = finish("");
        }
    }

    @Override
    public void hangUp() {
        if (!finished) {
            script.report(verb.attribute("action", ""), verb.attribute("method", "POST"), finish("hangup"));
        }
    }
}
