package hotline.flow;

/** Something wrong in a flow's files, and what would be right. Prints as {@code file:line:column: error: text}. */
public record FlowProblem(String file, int line, int column, Rule rule, String text) {
    /** Whether a caller would meet it. */
    public enum Severity {
        /** The flows are not loaded. */
        ERROR,
        /** The flows work, but not well. */
        WARNING;

        /** As it is printed. */
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

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + severity().word() + ": " + text;
    }
}
