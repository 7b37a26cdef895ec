package hotline.twilio;

import java.util.ArrayList;
import java.util.List;

/** Cuts what is to be said into parts that a carrier takes. */
final class Speech {
    private Speech() {}

    /**
     * The parts of a text, none of them blank or longer than {@code most}; cut after a sentence where there is one in the last half
     * of a part, else between words, else anywhere but inside a character.
     */
    static List<String> parts(String text, int most) {
        List<String> parts = new ArrayList<>();
        String rest = Twiml.readable(text).strip();
        while (rest.length() > most) {
            int cut = cut(rest, most);
            add(parts, rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        add(parts, rest);
        return parts;
    }

    private static void add(List<String> parts, String part) {
        if (!part.isBlank()) {
            parts.add(part.strip());
        }
    }

    private static int cut(String text, int most) {
        int sentence = text.lastIndexOf(". ", most - 1);
        if (sentence >= most / 2) {
            return sentence + 1;
        }
        int word = text.lastIndexOf(' ', most);
        if (word > 0) {
            return word;
        }
        return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }
}
