package hotline.web;

import hotline.flow.FlowLoader;
import hotline.flow.FlowProblem;
import hotline.flow.YamlReader;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One file of a draft, to be edited.
 *
 * @param svg the picture of the flow in the file; empty while the draft cannot be read, and for a file without one
 */
public record EditorView(DraftView draft, String file, Optional<String> svg) {
    public String text() {
        return draft.draft().files().getOrDefault(file, "");
    }

    /** By this the server knows whether the text that it has is the one that a browser shows. */
    public String mark() {
        return mark(text());
    }

    /** The same for any text, whatever its line ends; {@code editor.js} reckons it in the same way. */
    static String mark(String text) {
        String unified = text.replaceAll("\r\n?", "\n");
        return Integer.toHexString(unified.hashCode()) + "-" + unified.length();
    }

    public String path() {
        return EditorRoutes.PAGE + "/" + file;
    }

    public int longest() {
        return YamlReader.MOST_CHARACTERS;
    }

    /** Whether the file holds a flow, of which there is a picture. */
    public boolean isFlow() {
        return FlowLoader.isFlow(file);
    }

    /** What is wrong in the draft: this file's first, and in each file errors before warnings. */
    public List<FlowProblem> problems() {
        return draft.problems().stream()
                .sorted(Comparator.comparing(
                                (FlowProblem problem) -> !problem.file().equals(file))
                        .thenComparing(problem -> !problem.isError()))
                .toList();
    }
}
