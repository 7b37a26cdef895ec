package hotline.flow;

import hotline.phone.Language;

/**
 * Something wrong in a flow's files, and what would be right. Prints as {@code file:line:column: error: text}.
 *
 * @param phrase what is wrong
 */
public record FlowProblem(String file, int line, int column, Rule rule, Phrase phrase) {
    /** Whether a caller would meet it. */
    public enum Severity {
        /** The flows are not loaded. */
        ERROR,
        /** The flows work, but not well. */
        WARNING;

        /** As programs read it. */
        public String word() {
            return this == ERROR ? "error" : "warning";
        }
    }

    public Severity severity() {
        return rule.severity();
    }

    public boolean isError() {
        return severity() == Severity.ERROR;
    }

    /** What is wrong, in English. */
    public String text() {
        return text(Language.ENGLISH);
    }

    /** What is wrong, in a language. */
    public String text(Language language) {
        return phrase.in(language);
    }

    /** The whole line, as it is printed. */
    public Phrase printed() {
        return Phrase.of(isError() ? "line.error" : "line.warning", file, line, column, phrase);
    }

    @Override
    public String toString() {
        return printed().in(Language.ENGLISH);
    }
}
