package hotline.twilio;

import hotline.phone.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers without knowing anything, when what knows does not answer: the caller is asked for a moment's patience and comes back by
 * redirect to the same turn, with what was pressed and since when they wait kept in the address. After a minute of that they are put
 * through to the fallback number, or sent away kindly and noted.
 */
public final class HoldLoop {
    static final String AFTER_FALLBACK_NUMBER = "/twilio/voice/fallback-number";

    /** How long to send a caller back: a database that fails over is away for 45 to 60 s. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** How often at most, should clocks be wrong. A round takes five seconds at the least, so that the time is up before. */
    static final int MOST_RETRIES = 20;

    private static final String PAUSE_SECONDS = "5";

    /** How long the fallback number rings (Twilio, "TwiML Voice: Dial", {@code timeout}); its default. */
    private static final String RING_SECONDS = "30";

    private final TwimlWriter writer;
    private final PublicUrl publicUrl;
    private final Supplier<TroubleWords> words;
    private final Optional<PhoneNumber> fallbackNumber;
    private final Apologies apologies;
    private final Clock clock;

    public HoldLoop(
            TwimlWriter writer,
            PublicUrl publicUrl,
            Supplier<TroubleWords> words,
            Optional<PhoneNumber> fallbackNumber,
            Apologies apologies,
            Clock clock) {
        this.writer = writer;
        this.publicUrl = publicUrl;
        this.words = words;
        this.fallbackNumber = fallbackNumber;
        this.apologies = apologies;
        this.clock = clock;
    }

    boolean givesUp(VoiceQuestion question) {
        Instant until = since(question).plus(LONGEST);
        return question.retry() >= MOST_RETRIES || !clock.instant().isBefore(until);
    }

    private Instant since(VoiceQuestion question) {
        return question.since().orElseGet(clock::instant);
    }

    String answer(VoiceQuestion question) {
        if (!givesUp(question)) {
            return oneMoment(question);
        }
        // Whoever we rang ourselves, an agent or a customer, did not call for help: they are not put through to
        // anybody.
        return fallbackNumber
                .filter(number -> !question.request().isOutbound())
                .map(this::putThrough)
                .orElseGet(() -> goodbye(question.request()));
    }

    private String oneMoment(VoiceQuestion question) {
        Twiml twiml = new Twiml();
        writer.speak(twiml, words.get().oneMoment());
        twiml.empty("Pause", "length", PAUSE_SECONDS);
        TwimlWriter.redirect(twiml, publicUrl.of(question.againPath(since(question))));
        return twiml.end();
    }

    private String putThrough(PhoneNumber number) {
        Twiml twiml = new Twiml();
        writer.speak(twiml, words.get().oneMoment());
        twiml.open("Dial", "timeout", RING_SECONDS, "action", publicUrl.of(AFTER_FALLBACK_NUMBER), "method", "POST");
        twiml.text("Number", number.e164());
        return twiml.close("Dial").end();
    }

    /** The fallback number was rung: whoever spoke to somebody there is done. */
    String afterFallbackNumber(SignedRequest request) {
        boolean spoken =
                request.find("DialCallStatus").filter("completed"::equals).isPresent();
        return spoken ? new Twiml().empty("Hangup").end() : goodbye(request);
    }

    String goodbye(SignedRequest request) {
        if (!request.isOutbound()) {
            apologies.owe(request.callSid(), request.findNumber("From"));
        }
        Twiml twiml = new Twiml();
        writer.speak(twiml, words.get().goodbye());
        return twiml.empty("Hangup").end();
    }
}
