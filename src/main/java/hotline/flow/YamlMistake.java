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
    private static final String INDENTED = "yaml.indented";

    /** The key of the phrase, by a part of what the parser says, where that leaves no doubt; the first that fits. */
    private static final List<Map.Entry<String, String>> WORDS = List.of(
            Map.entry("\\t(TAB)", "yaml.tab"),
            Map.entry("cannot start any token", "yaml.first-character"),
            Map.entry("found undefined alias", "yaml.asterisk"),
            Map.entry("sequence entries are not", "yaml.dash"),
            Map.entry("expected the node content", "yaml.first-character"),
            Map.entry("expected a comment or a line break", "yaml.next-line"),
            Map.entry("unknown escape character", "yaml.backslash"),
            Map.entry("expected '<document start>'", INDENTED),
            Map.entry("but found '<block mapping start>'", INDENTED),
            Map.entry("but found '<block sequence start>'", INDENTED),
            Map.entry("<block end>, but found '-'", "yaml.dash-here"),
            Map.entry("<block end>, but found '?'", "yaml.no-dash-here"),
            Map.entry("<block end>, but found '}'", "yaml.brace-not-opened"),
            Map.entry("<block end>, but found ']'", "yaml.bracket-not-opened"));

    /**
     * What is told.
     *
     * @param line from 0, as the parser counts
     * @param column from 0
     */
    record Told(int line, int column, Phrase phrase) {}

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
                        .map(known -> at(found, Phrase.of(known.getValue())))
                        .orElseGet(() -> at(found, Phrase.of("yaml.invalid", problem))));
    }

    private static Told at(Mark mark, Phrase phrase) {
        return new Told(mark.getLine(), mark.getColumn(), phrase);
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
        String closed = isApostrophe ? "yaml.ended-at-apostrophe" : "yaml.ended-at-quote";
        return Optional.of(at(found, Phrase.of(opened.isPresent() ? closed : "yaml.brace-first")));
    }

    private static Told openQuote(Mark mark) {
        return at(mark, Phrase.of("yaml.quote-not-closed", mark.getLine() + 1));
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
        boolean isBrace = problem.contains("'}'");
        boolean isNextField = problem.endsWith(":") && !before().contains(":");
        return mistake.getContextMark()
                .filter(open -> problem.contains("stream end") || (isNextField && open.getLine() < found.getLine()))
                .map(open -> at(
                        open,
                        Phrase.of(isBrace ? "yaml.brace-not-closed" : "yaml.bracket-not-closed", open.getLine() + 1)))
                .or(() -> Optional.of(at(found, Phrase.of(isBrace ? "yaml.comma-or-brace" : "yaml.comma-or-bracket"))));
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
            return Optional.of(new Told(tight, line(tight).indexOf(':'), Phrase.of("yaml.space")));
        }
        if (isMissing) {
            return Optional.of(at(name, Phrase.of("yaml.no-colon")));
        }
        boolean isInText = before().matches(".*:\\s.*");
        return Optional.of(at(found, Phrase.of(isInText ? "yaml.colon" : "yaml.indented-or-colon")));
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
