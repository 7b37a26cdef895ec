package hotline.exchange;

import hotline.exchange.twiml.TwimlElement;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says, plays and pauses, one after the other. https://www.twilio.com/docs/voice/twiml/say, …/play, …/pause: "0 will cause the
 * verb to loop until the call is hung up or 1,000 iterations are performed".
 */
final class Playback implements Activity {
    private static final int MOST_LOOPS = 1000;
    private static final Duration TONE = Duration.ofMillis(250);
    private static final Duration HALF_SECOND = Duration.ofMillis(500);

    private final Network network;
    private final CallLeg leg;
    private final Iterator<TwimlElement> sounds;
    private final @Nullable URI base;
    private final boolean inGather;
    private final Runnable then;
    private Timeline.@Nullable Timer timer;
    private boolean stopped;

    Playback(
            Network network,
            CallLeg leg,
            List<TwimlElement> sounds,
            @Nullable URI base,
            boolean inGather,
            Runnable then) {
        this.network = network;
        this.leg = leg;
        this.sounds = repeated(sounds).iterator();
        this.base = base;
        this.inGather = inGather;
        this.then = then;
    }

    private static List<TwimlElement> repeated(List<TwimlElement> sounds) {
        List<TwimlElement> all = new ArrayList<>();
        for (TwimlElement sound : sounds) {
            int loops = sound.number("loop", 1);
            for (int i = 0; i < (loops == 0 ? MOST_LOOPS : loops); i++) {
                all.add(sound);
            }
        }
        return all;
    }

    @Override
    public void begin() {
        if (stopped) {
            return;
        }
        if (!sounds.hasNext()) {
            then.run();
            return;
        }
        TwimlElement sound = sounds.next();
        switch (sound.name()) {
            case "Say" -> say(sound);
            case "Play" -> play(sound);
            default -> timer = network.timeline.after(sound.seconds("length", 1), this::begin);
        }
    }

    private void say(TwimlElement sound) {
        if (sound.attribute("voice").filter(network.faults::isGone).isPresent()) {
            network.debugger.invalidVoice(leg, inGather, base);
            begin();
            return;
        }
        String words = sound.text().replaceAll("\\s+", " ");
        String language = sound.attribute("language", "en-US");
        sounds(leg.phone().hears(Heard.Kind.SPEECH, "hotline", words, language, null), SpeechTime.of(words));
    }

    private void play(TwimlElement sound) {
        if (sound.attribute("digits").isPresent()) {
            String digits = sound.attribute("digits", "");
            long pauses = digits.chars().filter(c -> c == 'w').count();
            Duration length = TONE.multipliedBy(digits.length() - pauses).plus(HALF_SECOND.multipliedBy(pauses));
            sounds(leg.phone().hears(Heard.Kind.TONE, "hotline", "tones " + digits, null, null), length);
            return;
        }
        URI url = Urls.resolve(base, sound.text());
        if (url == null) {
            network.complaints.add(11100, "<Play> of a relative URL without a base", leg.sid(), sound.text());
            begin();
            return;
        }
        network.audio.length(url, leg.sid(), length -> {
            if (!stopped) {
                String name = url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
                sounds(leg.phone().hears(Heard.Kind.AUDIO, "hotline", name, null, url.toString()), length);
            }
        });
    }

    private void sounds(long heard, Duration length) {
        timer = network.timeline.after(length, () -> {
            leg.phone().heardInFull(heard);
            begin();
        });
    }

    @Override
    public void interrupt() {
        stopped = true;
        if (timer != null) {
            timer.cancel();
        }
    }
}
