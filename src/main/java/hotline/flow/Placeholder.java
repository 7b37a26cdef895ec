package hotline.flow;

import java.util.List;

/**
 * A value's place in a prompt.
 *
 * @param name of the value, as {@code ticket.number}
 * @param type how it is spoken: empty for as it is, or {@code number}, {@code plural}, {@code select}, {@code date},
 *     {@code money}, {@code spell}, {@code last}
 * @param style what follows the type; empty when nothing does
 * @param argument what stands for it in the pattern that is given to ICU, whose names allow neither dots nor dashes
 * @param words the words or numbers that it chooses by, as {@code closed} or {@code =1}; empty when it does not choose
 */
record Placeholder(String name, String type, String style, String argument, List<String> words) {
    Placeholder {
        words = List.copyOf(words);
    }

    /** Whether ICU needs a number to choose a plural or to write digits. */
    boolean isNumeric() {
        return switch (type) {
            case "number", "plural", "selectordinal", "spellout" -> true;
            default -> false;
        };
    }
}
