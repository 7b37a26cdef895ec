package hotline.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A file of sentences whose texts can be exchanged in place: comments, order and the lines of all others stay as they are. */
final class SentenceFile {
    private static final int WIDTH = 120;
    private static final Pattern COMMENT = Pattern.compile("[ \\t]+#");

    /**
     * A text where it is written.
     *
     * @param from offset of its first character, with the quote or {@code >}
     * @param to offset behind its last one
     * @param isInline whether it stands within braces, where no line may be broken
     * @param isText whether every reader of YAML takes it for text, not for a number or nothing
     */
    private record Written(String text, int from, int to, ScalarStyle style, boolean isInline, boolean isText) {}

    private final String source;
    private final String newline;
    private final Map<String, Written> sentences;

    private SentenceFile(String source, Map<String, Written> sentences) {
        this.source = source;
        this.newline = source.contains("\r\n") ? "\r\n" : "\n";
        this.sentences = sentences;
    }

    /** @throws YamlEngineException if it is not valid YAML */
    static SentenceFile of(String source) {
        Map<String, Written> sentences = new LinkedHashMap<>();
        Offsets offsets = new Offsets(source);
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setAllowNonScalarKeys(true)
                .build();
        Optional<Node> root = new Compose(settings).composeString(source);
        if (root.isPresent() && root.get() instanceof MappingNode fields) {
            for (NodeTuple field : fields.getValue()) {
                if (field.getKeyNode() instanceof ScalarNode name) {
                    text(field.getValueNode())
                            .ifPresent(text -> sentences.put(
                                    name.getValue(),
                                    written(source, offsets, text, field.getValueNode() instanceof MappingNode)));
                }
            }
        }
        return new SentenceFile(source, sentences);
    }

    /** The text of a sentence, or the one behind {@code text} where another language's voice says it. */
    private static Optional<ScalarNode> text(Node value) {
        if (value instanceof MappingNode fields) {
            return fields.getValue().stream()
                    .filter(field -> field.getKeyNode() instanceof ScalarNode key
                            && key.getValue().equals("text"))
                    .flatMap(field -> text(field.getValueNode()).stream())
                    .findFirst();
        }
        return value instanceof ScalarNode text ? Optional.of(text) : Optional.empty();
    }

    private static Written written(String source, Offsets offsets, ScalarNode text, boolean isInline) {
        int from = offsets.of(text.getStartMark().orElseThrow());
        int to = offsets.of(text.getEndMark().orElseThrow());
        while (to > from && Character.isWhitespace(source.charAt(to - 1))) {
            to--;
        }
        return new Written(
                text.getValue(),
                from,
                to,
                text.getScalarStyle(),
                isInline,
                text.getTag().equals(Tag.STR));
    }

    /** Marks count code points, strings count chars. Goes on from the last mark: from the first char each time, it would be most of the loading. */
    private static final class Offsets {
        private final String source;
        private int codePoints;
        private int chars;

        private Offsets(String source) {
            this.source = source;
        }

        private int of(Mark mark) {
            chars = source.offsetByCodePoints(chars, mark.getIndex() - codePoints);
            codePoints = mark.getIndex();
            return chars;
        }
    }

    /** The texts by name, in the order of the file. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        sentences.forEach((name, written) -> texts.put(name, written.text()));
        return texts;
    }

    /** The texts without quotation marks behind which a comment begins in the same line; each with that line, from 1. */
    Map<String, Integer> textsBeforeComments() {
        Map<String, Integer> lines = new LinkedHashMap<>();
        sentences.forEach((name, written) -> {
            String rest = source.substring(written.to()).lines().findFirst().orElse("");
            if (written.style() == ScalarStyle.PLAIN && COMMENT.matcher(rest).lookingAt()) {
                int before = (int) source.substring(0, written.to())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
                lines.put(name, before + 1);
            }
        });
        return lines;
    }

    /** A text as it is said and sent: how its lines are broken means nothing. */
    static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** The file with another text for a sentence, written like the one it replaces; a sentence that is new comes last. */
    String with(String name, String text) {
        Map<String, String> expected = texts();
        expected.put(name, text);
        for (String scalar : ways(name, text)) {
            String changed = with(name, Optional.ofNullable(sentences.get(name)), scalar);
            if (isSaid(changed, expected, name)) {
                return changed;
            }
        }
        throw new IllegalStateException("cannot write the text of `" + name + "` as YAML: " + text);
    }

    private String with(String name, Optional<Written> before, String scalar) {
        if (before.isPresent()) {
            return source.substring(0, before.get().from())
                    + scalar
                    + source.substring(before.get().to());
        }
        String gap = source.isEmpty() || source.endsWith("\n") ? "" : newline;
        return source + gap + name + ": " + scalar + newline;
    }

    /** Whether the file is still what it was, but for the one text. */
    private static boolean isSaid(String changed, Map<String, String> expected, String name) {
        try {
            SentenceFile file = SentenceFile.of(changed);
            Written written = file.sentences.get(name);
            return file.texts().equals(expected) && written != null && written.isText();
        } catch (YamlEngineException e) {
            return false;
        }
    }

    /** The ways to write it, the one most like its neighbors first; not every text can be written in every way. */
    private List<String> ways(String name, String text) {
        Written before = sentences.getOrDefault(name, new Written("", 0, 0, ScalarStyle.PLAIN, false, true));
        if (before.isInline()) {
            return List.of(quoted(text));
        }
        List<String> ways = new ArrayList<>();
        boolean fits = name.length() + 2 + text.length() <= WIDTH;
        if (before.style() == ScalarStyle.PLAIN && fits && Character.isLetter(text.codePointAt(0))) {
            ways.add(text);
        }
        boolean isQuoted = before.style() == ScalarStyle.DOUBLE_QUOTED || before.style() == ScalarStyle.SINGLE_QUOTED;
        boolean folds = before.style() == ScalarStyle.FOLDED || before.style() == ScalarStyle.LITERAL;
        if (folds || (!isQuoted && !fits)) {
            ways.add(folded(text));
        }
        ways.add(quoted(text));
        return ways;
    }

    private String folded(String text) {
        StringBuilder lines = new StringBuilder(">-");
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 3 + word.length() > WIDTH) {
                lines.append(newline).append("  ").append(line);
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        return lines.append(newline).append("  ").append(line).toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\x%02x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
