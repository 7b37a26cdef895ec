package hotline.flow;

import hotline.phone.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the placeholders of a prompt and rewrites it for ICU's MessageFormat: names with dots and dashes become plain
 * ones, and the formats that are our own ({@code spell}, {@code last}, {@code date}, {@code time}, {@code money}) become text that is made beforehand.
 */
final class PromptSyntax {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");
    private static final Set<String> BRANCHING = Set.of("plural", "select", "selectordinal");
    private static final Set<String> OWN = Set.of("spell", "last", "date", "time", "money");
    static final Set<String> TYPES =
            Set.of("number", "spellout", "plural", "select", "selectordinal", "spell", "last", "date", "time", "money");

    /** What is wrong with a prompt's text. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Phrase phrase;

        Malformed(Phrase phrase) {
            super(phrase.in(Language.ENGLISH));
            this.phrase = phrase;
        }

        Phrase phrase() {
            return phrase;
        }
    }

    private final String text;
    private final StringBuilder pattern = new StringBuilder();
    private final List<Placeholder> placeholders = new ArrayList<>();
    private int at;

    PromptSyntax(String text) throws Malformed {
        this.text = text;
        message(false);
    }

    String pattern() {
        return pattern.toString();
    }

    List<Placeholder> placeholders() {
        return List.copyOf(placeholders);
    }

    private void message(boolean inBranch) throws Malformed {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '}') {
                if (inBranch) {
                    return;
                }
                throw new Malformed(Phrase.of("braces.not-opened"));
            }
            if (c == '{') {
                at++;
                argument();
            } else if (c == '\'') {
                quoted();
            } else {
                pattern.append(c);
                at++;
            }
        }
        if (inBranch) {
            throw new Malformed(Phrase.of("braces.not-closed"));
        }
    }

    /** An apostrophe quotes only before a brace, as in ICU; the rest of the time it is an apostrophe. */
    private void quoted() {
        boolean quotes = at + 1 < text.length() && "{}".indexOf(text.charAt(at + 1)) >= 0;
        int end = quotes ? text.indexOf('\'', at + 1) : at;
        end = end < 0 ? text.length() - 1 : end;
        pattern.append(text, at, end + 1);
        if (!quotes) {
            pattern.append('\'');
        }
        at = end + 1;
    }

    private void argument() throws Malformed {
        String name = until(",}").strip();
        if (!NAME.matcher(name).matches()) {
            throw new Malformed(Phrase.of("braces.name", name));
        }
        String type = "";
        if (text.charAt(at) == ',') {
            at++;
            type = until(",}").strip();
            if (!TYPES.contains(type)) {
                throw new Malformed(Phrase.of("braces.type", type, Nearest.phrase(type, TYPES)));
            }
        }
        String argument = "v" + placeholders.size();
        pattern.append('{').append(argument);
        if (BRANCHING.contains(type)) {
            pattern.append(',').append(type);
            int index = placeholders.size();
            placeholders.add(new Placeholder(name, type, "", argument, List.of()));
            List<String> words = branches(type.equals("select"));
            placeholders.set(index, new Placeholder(name, type, "", argument, words));
        } else {
            String style = style();
            placeholders.add(new Placeholder(name, type, style, argument, List.of()));
            if (!type.isEmpty() && !OWN.contains(type)) {
                pattern.append(',').append(type).append(style.isEmpty() ? "" : "," + style);
            }
            pattern.append('}');
        }
    }

    /** What follows the type, and the brace that closes the placeholder. */
    private String style() throws Malformed {
        at += text.charAt(at) == ',' ? 1 : 0;
        String style = until("}").strip();
        at++;
        return style;
    }

    /** As {@code , one {…} other {…} }, each with a message of its own, and gives the words; ICU's select knows no dashes in a value. */
    private List<String> branches(boolean select) throws Malformed {
        List<String> words = new ArrayList<>();
        while (true) {
            String selector = until("{}");
            pattern.append(select ? selector.replace('-', '_') : selector);
            char brace = text.charAt(at++);
            pattern.append(brace);
            if (brace == '}') {
                return words;
            }
            words.add(selector.replace(",", "").strip());
            message(true);
            pattern.append(text.charAt(at++));
        }
    }

    private String until(String stops) throws Malformed {
        int from = at;
        while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == text.length()) {
            throw new Malformed(Phrase.of("braces.not-closed"));
        }
        return text.substring(from, at);
    }
}
