package hotline.flow;

import hotline.flow.Sentence.Kind;
import hotline.flow.Sentence.Version;
import hotline.phone.Language;
import hotline.phone.Segments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that a folder of flows says, for translators and studios.
 *
 * @param languages the main one first
 * @param list prompts, then messages, in the order of the main language's file
 */
public record Sentences(List<Language> languages, List<Sentence> list) {
    /** With these a file of sentences is not understood. A sentence that is missing or malformed is not among them: that is what is looked for. */
    private static final Set<Rule> UNREADABLE = Set.of(
            Rule.INVALID_YAML,
            Rule.FILE_TOO_BIG,
            Rule.NOT_UTF_8,
            Rule.ALIAS,
            Rule.MISSING_FILE,
            Rule.WRONG_FORM,
            Rule.GIVEN_TWICE);

    public Sentences {
        languages = List.copyOf(languages);
        list = List.copyOf(list);
    }

    /**
     * The sentences of a folder.
     *
     * @throws FlowProblemsException when a file cannot be read that holds sentences, or the voices
     */
    public static Sentences read(Path folder) {
        List<FlowProblem> unreadable = FlowLoader.check(folder).stream()
                .filter(problem -> UNREADABLE.contains(problem.rule()) && isNeeded(problem.file()))
                .toList();
        if (!unreadable.isEmpty()) {
            throw new FlowProblemsException(unreadable);
        }
        return new Reader(folder).read();
    }

    private static boolean isNeeded(String file) {
        return file.contains("/") || file.equals("voices.yaml");
    }

    /** What has to be at hand while the folder is read. */
    private static final class Reader {
        private final Map<String, String> sources;
        private final FlowContents contents;
        private final Recordings recordings;
        private final SampleText samples;

        Reader(Path folder) {
            this.sources = FlowLoader.read(folder);
            this.contents = FlowLoader.contents(folder);
            this.recordings = Recordings.in(folder);
            this.samples = new SampleText(contents.settings().entries());
        }

        Sentences read() {
            List<Language> languages = List.copyOf(contents.settings().voices().keySet());
            List<Sentence> list = new ArrayList<>(sentences(Kind.PROMPT, languages));
            list.addAll(sentences(Kind.MESSAGE, languages));
            return new Sentences(languages, list);
        }

        private List<Sentence> sentences(Kind kind, List<Language> languages) {
            Map<Language, Map<String, String>> texts = new LinkedHashMap<>();
            Set<String> names = new LinkedHashSet<>();
            for (Language language : languages) {
                texts.put(
                        language,
                        SentenceFile.of(sources.getOrDefault(kind.file(language), ""))
                                .texts());
                names.addAll(texts.getOrDefault(language, Map.of()).keySet());
            }
            fixed(kind).forEach(names::add);
            return names.stream().map(name -> sentence(name, kind, texts)).toList();
        }

        private static Stream<String> fixed(Kind kind) {
            return kind == Kind.PROMPT
                    ? Stream.of(FixedPrompt.values()).map(FixedPrompt::promptName)
                    : Stream.of(FixedMessage.values()).map(FixedMessage::templateName);
        }

        private Sentence sentence(String name, Kind kind, Map<Language, Map<String, String>> texts) {
            Map<Language, Version> versions = new LinkedHashMap<>();
            texts.forEach((language, all) -> Optional.ofNullable(all.get(name))
                    .ifPresent(text -> versions.put(language, version(name, kind, language, text))));
            return new Sentence(name, kind, versions);
        }

        private Version version(String name, Kind kind, Language language, String text) {
            Prompt prompt = (kind == Kind.PROMPT ? contents.prompts() : contents.messages())
                    .getOrDefault(language, Map.of())
                    .getOrDefault(name, Prompt.empty(new Ref(name, new Place("", 1, 1)), language));
            double seconds = samples.spoken(prompt).stream()
                    .mapToDouble(Speech::seconds)
                    .max()
                    .orElse(0);
            int parts = samples.written(prompt).stream()
                    .mapToInt(written -> Segments.of(written).count())
                    .max()
                    .orElse(0);
            boolean isRecorded = kind == Kind.PROMPT
                    && prompt.placeholders().isEmpty()
                    && recordings.find(name, language).isPresent();
            return new Version(SentenceFile.onOneLine(text), seconds, parts, isRecorded);
        }
    }
}
