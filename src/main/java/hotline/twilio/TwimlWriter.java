package hotline.twilio;

import hotline.call.AnswerFormat;
import hotline.call.ConferenceRole;
import hotline.flow.Expect;
import hotline.flow.Utterance;
import hotline.flow.Voice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes turns as TwiML, with verbs, nouns and attributes of Twilio's reference only (Twilio, "TwiML for Programmable Voice").
 * Every address is absolute: compatible carriers do not all resolve relative ones.
 */
public final class TwimlWriter implements AnswerFormat {
    /** Silence that ends a recorded message (Twilio, "TwiML Voice: Record", {@code timeout}); its default. */
    private static final int RECORDING_SILENCE_SECONDS = 5;

    /** {@code <Record maxLength>} must be greater than 1 (Twilio, "TwiML Voice: Record"). */
    private static final int SHORTEST_RECORDING_SECONDS = 2;

    /** How long to wait for a key after hold music of unknown length: longer, lest music that does not play makes a fast loop. */
    private static final int UNKNOWN_MUSIC_SECONDS = 5;

    /** The webhook that is told who leaves a room; the room's name follows. */
    static final String ROOM_PATH = "/twilio/room/";

    private final PublicUrl publicUrl;
    private final AudioLengths audioLengths;
    private final SayWriter says;

    /** @param speaker who speaks for a voice at the moment, by the carrier's name */
    public TwimlWriter(PublicUrl publicUrl, AudioLengths audioLengths, Function<Voice, String> speaker) {
        this.publicUrl = publicUrl;
        this.audioLengths = audioLengths;
        this.says = new SayWriter(speaker);
    }

    @Override
    public String write(List<Utterance> utterances, Expect expect, String nextPath, ConferenceRole role) {
        Twiml twiml = new Twiml();
        String next = publicUrl.of(nextPath);
        if (expect instanceof Expect.Keys keys) {
            keys(twiml, utterances, keys, next);
        } else if (expect instanceof Expect.HoldMusic music) {
            holdMusic(twiml, utterances, music, next);
        } else if (expect instanceof Expect.Conference conference) {
            speak(twiml, utterances);
            conference(twiml, conference.room(), role, next, publicUrl.of(ROOM_PATH + conference.room()));
        } else if (expect instanceof Expect.Recording recording) {
            speak(twiml, utterances);
            recording(twiml, recording, next);
        } else if (expect instanceof Expect.HangUp) {
            speak(twiml, utterances);
            twiml.empty("Hangup");
        } else {
            throw new AssertionError(expect);
        }
        return twiml.end();
    }

    @Override
    public Set<String> voices(String document) {
        return SayWriter.voices(document);
    }

    /**
     * Says and plays; nested in {@code <Gather>}, keys pressed meanwhile count and end it. Leaves out what has nothing to say:
     * an empty {@code <Say>} is warned of (Twilio, warning 13520).
     */
    void speak(Twiml twiml, List<Utterance> utterances) {
        for (Utterance utterance : utterances) {
            if (utterance instanceof Utterance.Say say) {
                says.write(twiml, say);
            } else if (utterance instanceof Utterance.Play play) {
                twiml.text("Play", publicUrl.of(play.path()));
            } else {
                throw new AssertionError(utterance);
            }
        }
    }

    private void keys(Twiml twiml, List<Utterance> utterances, Expect.Keys keys, String next) {
        gather(twiml, keys.most(), seconds(keys.timeout()), keys.endsOnHash() ? "#" : "", next);
        speak(twiml, utterances);
        endGather(twiml, next);
    }

    /**
     * {@code <Gather>}'s time-out starts when what is nested in it has ended (Twilio, "TwiML Voice: Gather"), so the music is
     * played as often as comes nearest to the length asked for, and the rest of it is silence.
     */
    private void holdMusic(Twiml twiml, List<Utterance> utterances, Expect.HoldMusic music, String next) {
        double asked = music.length().toMillis() / 1_000.0;
        Optional<Duration> length = audioLengths.find(music.music());
        double once =
                length.map(known -> Math.max(0.1, known.toMillis() / 1_000.0)).orElse(asked);
        long times = Math.max(1, Math.round(asked / once));
        long rest = length.isEmpty() ? UNKNOWN_MUSIC_SECONDS : Math.max(1, Math.round(asked - times * once));
        gather(twiml, 1, rest, "", next);
        speak(twiml, utterances);
        twiml.text("Play", publicUrl.of(music.music()), "loop", Long.toString(times));
        endGather(twiml, next);
    }

    private static void gather(Twiml twiml, int most, long timeout, String finishOnKey, String next) {
        twiml.open(
                "Gather",
                "input",
                "dtmf",
                "numDigits",
                Integer.toString(most),
                "timeout",
                Long.toString(timeout),
                "finishOnKey",
                finishOnKey,
                "actionOnEmptyResult",
                "true",
                "action",
                next,
                "method",
                "POST");
    }

    /** Twilio never gets past the {@code <Gather>}; a carrier that does not know {@code actionOnEmptyResult} comes back all the same. */
    private static void endGather(Twiml twiml, String next) {
        twiml.close("Gather");
        redirect(twiml, next);
    }

    static void redirect(Twiml twiml, String url) {
        twiml.text("Redirect", url, "method", "POST");
    }

    /**
     * No beep when somebody comes or goes; it starts with whoever is first, and ends with the caller only. {@code coach} names the
     * call that alone hears this one (Twilio, "TwiML Voice: Conference"). We are told who leaves; the first who comes in sets that for all.
     */
    private static void conference(Twiml twiml, String room, ConferenceRole role, String next, String events) {
        List<String> attributes = new ArrayList<>(List.of(
                "beep",
                "false",
                "startConferenceOnEnter",
                "true",
                "endConferenceOnExit",
                Boolean.toString(role.endsConference()),
                "statusCallback",
                events,
                "statusCallbackMethod",
                "POST",
                "statusCallbackEvent",
                "leave"));
        if (role.muted()) {
            attributes.addAll(List.of("muted", "true"));
        }
        role.coached().ifPresent(leg -> attributes.addAll(List.of("coach", leg.value())));
        twiml.open("Dial", "action", next, "method", "POST");
        twiml.text("Conference", room, attributes.toArray(String[]::new));
        twiml.close("Dial");
    }

    /**
     * Nothing recorded: the action is not asked, so what follows leads to the next turn (Twilio, "TwiML Voice: Record"). Silence is
     * trimmed, so that the length tells whether anybody spoke.
     */
    private static void recording(Twiml twiml, Expect.Recording recording, String next) {
        twiml.empty(
                "Record",
                "maxLength",
                Long.toString(Math.max(SHORTEST_RECORDING_SECONDS, seconds(recording.most()))),
                "timeout",
                Integer.toString(RECORDING_SILENCE_SECONDS),
                "finishOnKey",
                "#",
                "playBeep",
                "true",
                "trim",
                "trim-silence",
                "action",
                next,
                "method",
                "POST");
        redirect(twiml, next);
    }

    /** Whole seconds, as TwiML counts, never less than asked for. */
    private static long seconds(Duration duration) {
        return Math.max(1, (duration.toMillis() + 999) / 1_000);
    }
}
