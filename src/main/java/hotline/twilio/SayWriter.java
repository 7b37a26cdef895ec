package hotline.twilio;

import hotline.flow.Utterance;
import hotline.flow.Voice;
import hotline.phone.Language;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    /** As {@link #attributes} writes it; the names of voices have nothing that would be escaped. */
    private static final Pattern VOICE = Pattern.compile("<Say language=\"[^\"]*\" voice=\"([^\"]+)\">");

    private final Function<Voice, String> speaker;

    SayWriter(Function<Voice, String> speaker) {
        this.speaker = speaker;
    }

    /** Says a sentence, in as many parts as Twilio wants; nothing of it if it is blank. */
    void write(Twiml twiml, Utterance.Say say) {
        String[] attributes = attributes(say.language(), speaker.apply(say.voice()));
        boolean takesBreak =
                TAKES_BREAK.matcher(attributes[attributes.length - 1]).matches();
        Speech.parts(say.text(), LONGEST_SAY).forEach(part -> part(twiml, attributes, takesBreak, part));
    }

    /** The voices of a document that was written here, in the order in which they speak. */
    static Set<String> voices(String document) {
        return VOICE.matcher(document)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void part(Twiml twiml, String[] attributes, boolean takesBreak, String part) {
        List<String> pieces =
                PAUSE.splitAsStream(part).filter(piece -> !piece.isBlank()).toList();
        if (!takesBreak) {
            for (int i = 0; i < pieces.size(); i++) {
                if (i > 0) {
                    twiml.empty("Pause", "length", "1");
                }
                twiml.open("Say", attributes).content(pieces.get(i)).close("Say");
            }
        } else if (!pieces.isEmpty()) {
            twiml.open("Say", attributes).content(pieces.get(0));
            for (String piece : pieces.subList(1, pieces.size())) {
                twiml.content(" ").empty("break", "time", BREAK).content(" " + piece);
            }
            twiml.close("Say");
        }
    }

    /** Without a voice the language decides which one speaks (Twilio, "TwiML Voice: Say", {@code language}). */
    private static String[] attributes(Language language, String voice) {
        String tag = TAGS.getOrDefault(language, language.code());
        return voice.isBlank() ? new String[] {"language", tag} : new String[] {"language", tag, "voice", voice};
    }
}
