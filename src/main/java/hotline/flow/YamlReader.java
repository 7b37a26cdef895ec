package hotline.flow;

import hotline.flow.Tree.Field;
import hotline.flow.Tree.Fields;
import hotline.flow.Tree.Items;
import hotline.flow.Tree.Text;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads one YAML 1.2 file into a {@link Tree}. Every scalar stays text ({@code 010} is not a number, {@code no} is not
 * false); anchors and aliases are refused, since they can make a small file endless.
 */
public final class YamlReader {
    /** A flow file a person can still read is far smaller. */
    public static final int MOST_CHARACTERS = 200_000;

    /** What {@link #text} gives for a file that is not UTF-8: half of a character, which no text that was read can be. */
    static final String NOT_UTF_8 = Character.toString(Character.MIN_HIGH_SURROGATE);

    private final String file;
    private final Problems problems;

    /**
     * The text of a file. One that is too big to be read, or is not UTF-8, is a problem for whoever reads the text, as other mistakes in
     * it are, and keeps nobody from reading the other files.
     *
     * @throws IOException when it cannot be had
     */
    public static String text(Path file) throws IOException {
        if (Files.size(file) > 4L * MOST_CHARACTERS) {
            return " ".repeat(MOST_CHARACTERS + 1);
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            return NOT_UTF_8;
        }
    }

    /** @param file its path in the folder, for {@link Place} */
    public YamlReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The document; empty, with a problem noted, when there is none to be had. */
    Optional<Fields> read(String source) {
        return trees(source, compose -> compose.composeString(source).stream().toList())
                .flatMap(documents -> fields(documents.stream().findFirst()));
    }

    /** The documents of a file that holds any number of them, with three dashes in between; none when it cannot be read. */
    public List<Fields> readAll(String source) {
        return trees(source, YamlReader.all(source)).orElse(List.of()).stream()
                .flatMap(document -> fields(Optional.of(document)).stream())
                .toList();
    }

    private static Function<Compose, List<Node>> all(String source) {
        return compose -> {
            List<Node> nodes = new ArrayList<>();
            compose.composeAllFromString(source).forEach(nodes::add);
            return nodes;
        };
    }

    private Optional<Fields> fields(Optional<Tree> document) {
        Tree tree = document.orElse(new Text("", start()));
        if (tree instanceof Fields fields) {
            return Optional.of(fields);
        }
        problems.add(Rule.WRONG_FORM, tree.place(), Phrase.of("form.fields"));
        return Optional.empty();
    }

    private Optional<List<Tree>> trees(String source, Function<Compose, List<Node>> composing) {
        if (source.length() > MOST_CHARACTERS) {
            problems.add(Rule.FILE_TOO_BIG, start(), Phrase.of("file.too-big", MOST_CHARACTERS));
            return Optional.empty();
        }
        if (source.equals(NOT_UTF_8)) {
            problems.add(Rule.NOT_UTF_8, start(), Phrase.of("file.not-utf-8"));
            return Optional.empty();
        }
        try {
            return Optional.of(composing.apply(new Compose(settings())).stream()
                    .map(this::tree)
                    .toList());
        } catch (MarkedYamlEngineException e) {
            YamlMistake.in(source, e)
                    .ifPresentOrElse(
                            told -> problems.add(
                                    Rule.INVALID_YAML,
                                    new Place(file, told.line() + 1, told.column() + 1),
                                    told.phrase()),
                            () -> problems.add(Rule.INVALID_YAML, start(), Phrase.of("yaml.invalid", e.getProblem())));
        } catch (StackOverflowError e) { // the parser calls itself for every level
            problems.add(Rule.INVALID_YAML, start(), Phrase.of("yaml.too-deep"));
        } catch (YamlEngineException e) {
            problems.add(Rule.INVALID_YAML, start(), Phrase.of("yaml.invalid", String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private LoadSettings settings() {
        return LoadSettings.builder()
                .setLabel(file)
                .setUseMarks(true)
                .setAllowNonScalarKeys(true)
                .setCodePointLimit(MOST_CHARACTERS)
                .build();
    }

    private Tree tree(Node node) {
        Place place = node.getStartMark().map(this::place).orElse(start());
        if (node.getAnchor().isPresent()) {
            problems.add(Rule.ALIAS, place, Phrase.of("file.alias"));
            return new Text("", place);
        }
        if (node instanceof MappingNode mapping) {
            return fields(mapping, place);
        }
        if (node instanceof SequenceNode sequence) {
            return new Items(sequence.getValue().stream().map(this::tree).toList(), place);
        }
        ScalarNode scalar = (ScalarNode) node;
        return new Text(scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue(), place);
    }

    private Fields fields(MappingNode mapping, Place place) {
        List<Field> fields = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Tree key = tree(tuple.getKeyNode());
            if (!(key instanceof Text name) || name.value().isEmpty()) {
                problems.add(Rule.WRONG_FORM, key.place(), Phrase.of("field.name-not-text"));
                continue;
            }
            Place first = seen.putIfAbsent(name.value(), name.place());
            if (first != null) {
                problems.add(Rule.GIVEN_TWICE, name.place(), Phrase.of("field.twice", name.value(), first.line()));
                continue;
            }
            fields.add(new Field(name, tree(tuple.getValueNode())));
        }
        return new Fields(List.copyOf(fields), place);
    }

    private Place place(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Place start() {
        return new Place(file, 1, 1);
    }
}
