package hotline.twilio;

import hotline.flow.Utterance;
import hotline.phone.Language;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes what is said into a document: in the voice of its language, with the pauses that the sentence asks for. */
final class SayWriter {
    /** The most that one {@code <Say>} may hold (Twilio, "TwiML Voice: Say"). */
    static final int LONGEST_SAY = 4_096;

    /** What {@code <Say language>} is called with; a language not listed goes by its own code. */
    private static final Map<Language, String> TAGS = Map.of(Language.INDONESIAN, "id-ID", Language.ENGLISH, "en-US");

    private static final Pattern PAUSE = Pattern.compile("\\s*…\\s*");
    private static final String BREAK = "500ms";

    /**
     * Voices that take SSML's {@code <break>}: every one of Polly's (Amazon Polly, "Supported SSML tags"), and Google's but for
     * the newest families, which read it differently (Google Cloud, "Chirp 3: HD voices").
     */
    private static final Pattern TAKES_BREAK =
            Pattern.compile("Polly\\..+|Google\\.[a-z]{2,3}-[A-Za-z]+-(Standard|Wavenet|Neural2)-.+");

    private SayWriter() {}

    /** Says a sentence, in as many parts as Twilio wants; nothing of it if it is blank. */
    static void write(Twiml twiml, Utterance.Say say) {
        Speech.parts(say.text(), LONGEST_SAY).forEach(part -> part(twiml, say, part));
    }

    private static void part(Twiml twiml, Utterance.Say say, String part) {
        List<String> pieces =
                PAUSE.splitAsStream(part).filter(piece -> !piece.isBlank()).toList();
        if (!TAKES_BREAK.matcher(say.voice()).matches()) {
            for (int i = 0; i < pieces.size(); i++) {
                if (i > 0) {
                    twiml.empty("Pause", "length", "1");
                }
                twiml.open("Say", attributes(say)).content(pieces.get(i)).close("Say");
            }
        } else if (!pieces.isEmpty()) {
            twiml.open("Say", attributes(say)).content(pieces.get(0));
            for (String piece : pieces.subList(1, pieces.size())) {
                twiml.content(" ").empty("break", "time", BREAK).content(" " + piece);
            }
            twiml.close("Say");
        }
    }

    /** Without a voice the language decides which one speaks (Twilio, "TwiML Voice: Say", {@code language}). */
    private static String[] attributes(Utterance.Say say) {
        String tag = TAGS.getOrDefault(say.language(), say.language().code());
        return say.voice().isBlank()
                ? new String[] {"language", tag}
                : new String[] {"language", tag, "voice", say.voice()};
    }
}
