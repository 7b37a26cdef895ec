package hotline.flow;

/** Something wrong in a flow's files, and what would be right. Prints as {@code file:line:column: error: text}. */
public record FlowProblem(String file, int line, int column, Severity severity, String text) {
    /** Whether a caller would meet it. */
    public enum Severity {
        /** The flows are not loaded. */
        ERROR,
        /** The flows work, but not well. */
        WARNING
    }

    @Override
    public String toString() {
        String word = severity == Severity.ERROR ? "error" : "warning";
        return file + ":" + line + ":" + column + ": " + word + ": " + text;
    }
}
