package hotline.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What an author did who wrote something that is not YAML, in words for people who do not know its grammar, and where. The parser stumbles
 * only behind a mistake: a quotation mark that is not closed ends at the next one, often many lines below.
 */
final class YamlMistake {
    private static final Pattern NAME_WITHOUT_SPACE = Pattern.compile("\\s*[^\\s:#\"']+:[^\\s/].*");
    private static final String INDENTED = "this line is indented differently from the lines above it";

    /** By a part of what the parser says, where that leaves no doubt; the first that fits. */
    private static final List<Map.Entry<String, String>> WORDS = List.of(
            Map.entry("\\t(TAB)", "indent with spaces, not with a tab"),
            Map.entry(
                    "cannot start any token", "a text cannot begin with this character; put quotation marks around it"),
            Map.entry("found undefined alias", "a text cannot begin with an asterisk; put quotation marks around it"),
            Map.entry("sequence entries are not", "a text cannot begin with a dash; put quotation marks around it"),
            Map.entry(
                    "expected the node content",
                    "a text cannot begin with this character; put quotation marks around it"),
            Map.entry("expected a comment or a line break", "a text behind `>-` begins in the next line"),
            Map.entry("unknown escape character", "within quotation marks a backslash must be written twice"),
            Map.entry("expected '<document start>'", INDENTED),
            Map.entry("but found '<block mapping start>'", INDENTED),
            Map.entry("but found '<block sequence start>'", INDENTED),
            Map.entry("<block end>, but found '-'", "this line begins with a dash, and the lines above it do not"),
            Map.entry("<block end>, but found '?'", "this line has no dash in front, as the lines above it have"),
            Map.entry("<block end>, but found '}'", "this closing brace has no opening one"),
            Map.entry("<block end>, but found ']'", "this closing bracket has no opening one"));

    /**
     * What is told.
     *
     * @param line from 0, as the parser counts
     * @param column from 0
     */
    record Told(int line, int column, String text) {}

    private final String source;
    private final MarkedYamlEngineException mistake;
    private final String problem;
    private final Mark found;

    private YamlMistake(String source, MarkedYamlEngineException mistake, Mark found) {
        this.source = source;
        this.mistake = mistake;
        this.problem = mistake.getProblem();
        this.found = found;
    }

    /** Empty when the parser does not say where it stumbled. */
    static Optional<Told> in(String source, MarkedYamlEngineException mistake) {
        return mistake.getProblemMark().map(found -> new YamlMistake(source, mistake, found).told());
    }

    private Told told() {
        return openQuote()
                .or(this::openBrace)
                .or(this::colon)
                .orElseGet(() -> WORDS.stream()
                        .filter(known -> problem.contains(known.getKey()))
                        .findFirst()
                        .map(known -> at(found, known.getValue()))
                        .orElseGet(() -> at(found, "not valid YAML: " + problem)));
    }

    private static Told at(Mark mark, String text) {
        return new Told(mark.getLine(), mark.getColumn(), text);
    }

    /** A quotation mark without its partner, or a text that goes on behind it. */
    private Optional<Told> openQuote() {
        if (String.valueOf(mistake.getContext()).contains("quoted scalar") && problem.contains("unexpected")) {
            return mistake.getContextMark().map(YamlMistake::openQuote);
        }
        Optional<Mark> opened = quoteBefore().flatMap(Event::getStartMark);
        if (opened.isPresent() && opened.get().getLine() < found.getLine()) {
            return opened.map(YamlMistake::openQuote);
        }
        if (!problem.contains("found '<scalar>'")) {
            return Optional.empty();
        }
        boolean isApostrophe = quoteBefore()
                .filter(text -> text.getScalarStyle() == ScalarStyle.SINGLE_QUOTED)
                .isPresent();
        String closed = isApostrophe
                ? "the text ended at the apostrophe before this; put double quotation marks around a text with apostrophes"
                : "the text ended at the quotation mark before this; write \\\" for one that is part of the text";
        String brace = "a text that begins with a brace needs quotation marks around it";
        return Optional.of(at(found, opened.isPresent() ? closed : brace));
    }

    private static Told openQuote(Mark mark) {
        return at(mark, "the quotation mark opened in line " + (mark.getLine() + 1) + " is not closed");
    }

    /** The quoted text that ends in the line where the parser stumbled, if it is the last thing that was read. */
    private Optional<ScalarEvent> quoteBefore() {
        Optional<Event> last = Optional.empty();
        try {
            LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
            for (Event event : new Parse(settings).parseString(source)) {
                last = Optional.of(event);
            }
        } catch (YamlEngineException e) { // what is before the mistake is all that is asked for
        }
        return last.filter(event -> event.getEndMark().stream().allMatch(end -> end.getLine() == found.getLine()))
                .filter(ScalarEvent.class::isInstance)
                .map(ScalarEvent.class::cast)
                .filter(text -> text.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
                        || text.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED);
    }

    private Optional<Told> openBrace() {
        if (!problem.startsWith("expected ',' or ")) {
            return Optional.empty();
        }
        String word = problem.contains("'}'") ? "brace" : "bracket";
        boolean isNextField = problem.endsWith(":") && !before().contains(":");
        return mistake.getContextMark()
                .filter(open -> problem.contains("stream end") || (isNextField && open.getLine() < found.getLine()))
                .map(open -> at(open, "the " + word + " opened in line " + (open.getLine() + 1) + " is not closed"))
                .or(() -> Optional.of(at(
                        found,
                        "a comma or the closing " + word
                                + " is missing before this, or quotation marks around a text with"
                                + " a comma or a colon in it")));
    }

    /** A colon at which a name would end, where none can stand; or one that is missing. */
    private Optional<Told> colon() {
        boolean isMissing = problem.contains("could not find expected ':'");
        if (!isMissing && !problem.startsWith("mapping values")) {
            return Optional.empty();
        }
        Mark name = mistake.getContextMark().filter(mark -> isMissing).orElse(found);
        int tight = isMissing ? name.getLine() : lineBefore(name.getLine());
        if (NAME_WITHOUT_SPACE.matcher(line(tight)).matches() && !line(tight).contains(": ")) {
            return Optional.of(new Told(tight, line(tight).indexOf(':'), "a space is missing after the colon"));
        }
        if (isMissing) {
            return Optional.of(
                    at(name, "this line has no `name: value`; if it goes on with the text above, indent it"));
        }
        String inside = "a text with a colon and a space in it needs quotation marks around it";
        return Optional.of(at(found, before().matches(".*:\\s.*") ? inside : INDENTED + ", or " + inside));
    }

    /** The line in which the parser stumbled, up to there. */
    private String before() {
        return line(found.getLine())
                .substring(0, Math.min(found.getColumn(), line(found.getLine()).length()));
    }

    private int lineBefore(int line) {
        int before = line - 1;
        while (before > 0 && (line(before).isBlank() || line(before).strip().startsWith("#"))) {
            before--;
        }
        return before;
    }

    private String line(int line) {
        return source.lines().skip(Math.max(line, 0)).findFirst().orElse("");
    }
}
