package hotline;

import picocli.CommandLine.Option;

/** In which form a command for flow authors answers. */
final class FormatOption {
    /** The forms of the answer. */
    enum Format {
        text,
        json,
        github
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said otherwise; github marks the lines of a pull"
                            + " request in a GitHub workflow")
    private Format format = Format.text;

    Format get() {
        return format;
    }
}
