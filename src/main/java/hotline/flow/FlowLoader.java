package hotline.flow;

import hotline.flow.FlowContents.Settings;
import hotline.phone.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a folder of flows and checks it; all problems are told at once. */
public final class FlowLoader {
    private static final List<String> FOLDERS = List.of("", "prompts", "messages");
    private static final String HOURS = "hours.yaml";
    private static final Set<String> SETTINGS =
            Set.of("voices.yaml", "numbers.yaml", "entries.yaml", "queues.yaml", HOURS);

    private final Problems problems = new Problems();
    private final Map<String, String> sources;
    private final Recordings recordings;
    private final Recordings played;
    private final List<Use> uses = new ArrayList<>();

    private FlowLoader(Map<String, String> sources, Recordings recordings) {
        this(sources, recordings, recordings);
    }

    /**
     * @param recordings those that the flows are checked with
     * @param played those that replace the voice
     */
    private FlowLoader(Map<String, String> sources, Recordings recordings, Recordings played) {
        this.sources = new TreeMap<>(sources);
        this.recordings = recordings;
        this.played = played;
    }

    /**
     * The flows of a folder.
     *
     * @throws FlowProblemsException when there are errors
     * @throws UncheckedIOException when the folder cannot be read
     */
    public static VoiceFlows load(Path folder) {
        return new FlowLoader(files(folder), Recordings.in(folder)).loaded();
    }

    /**
     * The flows of a folder that was {@link #read} a moment ago, checked with its recordings.
     *
     * @throws FlowProblemsException when there are errors
     */
    public static VoiceFlows loadFound(Map<String, String> found, Recordings recordings) {
        return new FlowLoader(found, recordings).loaded();
    }

    /**
     * Flows from files that were kept, as {@link VoiceFlows#sources()} gives them.
     *
     * @throws FlowProblemsException when there are errors
     */
    public static VoiceFlows load(Map<String, String> sources) {
        return new FlowLoader(sources, Recordings.unknown()).loaded();
    }

    /**
     * Flows from files that were kept, which play a node's recordings where it has them. They are not checked with these: what is live on
     * all nodes cannot depend on what one of them has on its disk.
     *
     * @throws FlowProblemsException when there are errors
     */
    public static VoiceFlows load(Map<String, String> sources, Recordings recordings) {
        return new FlowLoader(sources, Recordings.unknown(), recordings).loaded();
    }

    /** All errors and warnings, in the order of files and lines; empty when there is nothing to mend. */
    public static List<FlowProblem> check(Path folder) {
        return new FlowLoader(files(folder), Recordings.in(folder)).checked();
    }

    /** All errors and warnings of files that are not in a folder; recordings are taken to be there. */
    public static List<FlowProblem> check(Map<String, String> sources) {
        return new FlowLoader(sources, Recordings.unknown()).checked();
    }

    /** All errors and warnings of a folder as it would be with other files in place of some of its own. */
    static List<FlowProblem> check(Path folder, Map<String, String> edited) {
        Map<String, String> files = files(folder);
        files.putAll(edited);
        return new FlowLoader(files, Recordings.in(folder)).checked();
    }

    /** What a folder holds, as far as it can be read; what is wrong in it is not told. */
    static FlowContents contents(Path folder) {
        return new FlowLoader(files(folder), Recordings.unknown()).read();
    }

    /** All that is wrong in a folder, and how far its callers have to go. */
    public static FlowReport report(Path folder) {
        return new FlowLoader(files(folder), Recordings.in(folder)).reported();
    }

    private FlowReport reported() {
        FlowContents contents = read();
        return new FlowReport(
                problems.list(),
                problems.hasErrors() ? List.of() : new WayMeasure(contents, new CallPaths(contents)).measure());
    }

    /** The files of a folder as they are, by their path in it; what {@link #load(Map)} and {@link #check(Map)} take. */
    public static Map<String, String> read(Path folder) {
        return files(folder);
    }

    /** Whether a file, by its path in the folder, holds a flow; the others hold words and settings, and are always there. */
    public static boolean isFlow(String file) {
        return !file.contains("/") && !SETTINGS.contains(file);
    }

    private List<FlowProblem> checked() {
        read();
        return problems.list();
    }

    private VoiceFlows loaded() {
        FlowContents contents = read();
        if (problems.hasErrors()) {
            throw new FlowProblemsException(problems.list());
        }
        return new VoiceFlows(contents, sources, played);
    }

    private FlowContents read() {
        NumbersReader reader = new NumbersReader(problems);
        Map<String, StaffedHours> hours =
                sources.containsKey(HOURS) ? settings(HOURS, new HoursReader(problems)::hours) : Map.of();
        Settings settings = new Settings(
                settings("voices.yaml", reader::voices),
                settings("numbers.yaml", section -> reader.numbers(section, uses)),
                settings("entries.yaml", new EntriesReader(problems)::entries),
                settings("queues.yaml", section -> new QueuesReader(problems).queues(section, hours, uses)),
                hours);
        FlowContents contents = new FlowContents(
                flows(settings), settings, sentences("prompts", settings), sentences("messages", settings));
        new NameChecks(contents, recordings.files(), problems).check(uses);
        recordings.files().ifPresent(new RecordingChecks(contents, problems)::check);
        new FlowChecks(contents, problems).check();
        return contents;
    }

    private Map<String, Flow> flows(Settings settings) {
        FlowReader reader = new FlowReader(problems, settings.entries());
        Map<String, Flow> flows = new LinkedHashMap<>();
        for (String file : sources.keySet()) {
            if (isFlow(file)) {
                Flow flow = tree(file).map(tree -> reader.read(file, tree)).orElseGet(() -> unreadable(file));
                flows.put(flow.name().name(), flow);
            }
        }
        return flows;
    }

    /** Stands in for a flow that cannot be read, so that nobody is told that it does not exist. */
    private static Flow unreadable(String file) {
        Place start = new Place(file, 1, 1);
        Ref name = new Ref(file.replace(".yaml", ""), start);
        return new Flow(name, Optional.empty(), new Ref("", start), List.of(), Map.of());
    }

    private Map<Language, Map<String, Prompt>> sentences(String folder, Settings settings) {
        Map<Language, Map<String, Prompt>> sentences = new LinkedHashMap<>();
        for (Language language : settings.voices().keySet()) {
            String file = folder + "/" + language + ".yaml";
            sentences.put(language, settings(file, section -> new PromptReader(problems).read(section, language)));
        }
        return sentences;
    }

    private <K, V> Map<K, V> settings(String file, Function<Section, Map<K, V>> reader) {
        Ref title = new Ref(file, new Place(file, 1, 1));
        if (!sources.containsKey(file)) {
            problems.add(Rule.MISSING_FILE, title.place(), "there is no such file, and it is needed");
            return Map.of();
        }
        return tree(file)
                .map(tree -> reader.apply(new Section(file, title, tree, problems)))
                .orElse(Map.of());
    }

    private Optional<Tree.Fields> tree(String file) {
        return new YamlReader(file, problems).read(sources.getOrDefault(file, ""));
    }

    private static Map<String, String> files(Path folder) {
        Map<String, String> files = new TreeMap<>();
        for (String under : FOLDERS) {
            for (String name : names(folder.resolve(under), ".yaml")) {
                String file = under.isEmpty() ? name : under + "/" + name;
                files.put(file, text(folder.resolve(file)));
            }
        }
        return files;
    }

    private static Set<String> names(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .forEach(names::add);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the flows in " + folder, e);
        }
    }

    /** A file too big to be a flow is not even read; its length alone makes it a problem. */
    private static String text(Path file) {
        try {
            return Files.size(file) > 4L * YamlReader.MOST_CHARACTERS
                    ? " ".repeat(YamlReader.MOST_CHARACTERS + 1)
                    : Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
