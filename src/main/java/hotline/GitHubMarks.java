package hotline;

import hotline.flow.FlowProblem.Severity;
import hotline.flow.Place;
import java.nio.file.Path;

/** Workflow commands of GitHub Actions, by which it marks the lines of a pull request ("Setting an error message"). */
final class GitHubMarks {
    private final Path folder;
    private final StringBuilder text = new StringBuilder();

    /** @param folder that of the flows, from where the repository begins */
    GitHubMarks(Path folder) {
        this.folder = folder;
    }

    void add(Severity severity, Place place, String title, String words) {
        text.append("::")
                .append(severity.word())
                .append(" file=")
                .append(property(folder.resolve(place.file()).normalize().toString()))
                .append(",line=")
                .append(place.line())
                .append(",col=")
                .append(place.column())
                .append(",title=")
                .append(property(title))
                .append("::")
                .append(data(words))
                .append('\n');
    }

    /** A mark for no line. */
    void add(Severity severity, String words) {
        text.append("::")
                .append(severity.word())
                .append("::")
                .append(data(words))
                .append('\n');
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    /** The commands, a line each. */
    @Override
    public String toString() {
        return text.toString();
    }
}
