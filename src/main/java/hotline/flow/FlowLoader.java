package hotline.flow;

import hotline.flow.FlowContents.Settings;
import hotline.phone.Language;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads a folder of flows and checks it; all problems are told at once. */
public final class FlowLoader {
    private static final String HOURS = "hours.yaml";
    private static final Set<String> SETTINGS =
            Set.of("voices.yaml", "numbers.yaml", "entries.yaml", "queues.yaml", HOURS);

    private final Problems problems = new Problems();
    private final Map<String, String> sources;
    private final Recordings recordings;
    private final Recordings played;
    private final List<Use> uses = new ArrayList<>();
    private boolean isWhole = true;

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
        return in(folder, FlowFiles.read(folder)).loaded();
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

    /**
     * All errors and warnings, in the order of {@link Problems#list()}; empty when there is nothing to mend. When a file cannot be read or is
     * not there, only what is wrong within the others is told besides.
     */
    public static List<FlowProblem> check(Path folder) {
        return in(folder, FlowFiles.read(folder)).checked();
    }

    /** All errors and warnings of files that are not in a folder; recordings are taken to be there. */
    public static List<FlowProblem> check(Map<String, String> sources) {
        return new FlowLoader(sources, Recordings.unknown()).checked();
    }

    /** The same with the warnings of what is over or soon will be, as of a moment. */
    public static List<FlowProblem> check(Map<String, String> sources, Instant now) {
        FlowLoader loader = new FlowLoader(sources, Recordings.unknown());
        loader.read(now);
        return loader.problems.list();
    }

    /** All errors and warnings of a folder as it would be with other files in place of some of its own. */
    static List<FlowProblem> check(Path folder, Map<String, String> edited) {
        Map<String, String> files = FlowFiles.read(folder);
        files.putAll(edited);
        return in(folder, files).checked();
    }

    /** What a folder holds, as far as it can be read; what is wrong in it is not told. */
    static FlowContents contents(Path folder) {
        return new FlowLoader(FlowFiles.read(folder), Recordings.unknown()).read();
    }

    /** All that is wrong in a folder as of a moment, and how far its callers have to go. */
    public static FlowReport report(Path folder, Instant now) {
        return in(folder, FlowFiles.read(folder)).reported(now);
    }

    private static FlowLoader in(Path folder, Map<String, String> files) {
        return new FlowLoader(files, Recordings.in(folder)).tellUnread(folder);
    }

    private FlowReport reported(Instant now) {
        FlowContents contents = read(now);
        return new FlowReport(
                problems.list(),
                problems.hasErrors() ? List.of() : new WayMeasure(contents, new CallPaths(contents)).measure());
    }

    /** The files of a folder as they are, by their path in it; what {@link #load(Map)} and {@link #check(Map)} take. */
    public static Map<String, String> read(Path folder) {
        return FlowFiles.read(folder);
    }

    /** A warning for each file of a folder that looks as if it should be read, and is not. */
    public static List<FlowProblem> unread(Path folder) {
        FlowLoader loader = new FlowLoader(Map.of(), Recordings.unknown());
        loader.tellUnread(folder);
        return loader.problems.list();
    }

    private FlowLoader tellUnread(Path folder) {
        FlowFiles.unread(folder)
                .forEach(file -> problems.add(Rule.UNREAD_FILE, new Place(file, 1, 1), Phrase.of("file.not-read")));
        return this;
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

    private FlowContents read(Instant now) {
        FlowContents contents = read();
        if (isWhole) {
            new HolidayChecks(contents, problems).check(now);
        }
        return contents;
    }

    private FlowContents read() {
        NumbersReader reader = new NumbersReader(problems);
        Map<String, StaffedHours> hours =
                sources.containsKey(HOURS) ? settings(HOURS, new HoursReader(problems)::hours) : Map.of();
        Map<Language, Voice> voices = settings("voices.yaml", reader::voices);
        Settings settings = new Settings(
                voices,
                settings("numbers.yaml", section -> reader.numbers(section, uses)),
                settings("entries.yaml", new EntriesReader(problems)::entries),
                settings(
                        "queues.yaml",
                        section -> new QueuesReader(problems, voices.keySet()).queues(section, hours, uses)),
                hours);
        FlowContents contents = new FlowContents(
                flows(settings), settings, sentences("prompts", settings), sentences("messages", settings));
        if (isWhole) {
            new NameChecks(contents, recordings.files(), problems).check(uses);
            recordings.files().ifPresent(new RecordingChecks(contents, problems)::check);
            new FlowChecks(contents, problems).check();
        }
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

    /** Stands in for a flow that cannot be read. */
    private static Flow unreadable(String file) {
        Place start = new Place(file, 1, 1);
        Ref name = new Ref(file.replace(".yaml", ""), start);
        return new Flow(name, Optional.empty(), new Ref("", start), List.of(), Map.of());
    }

    private Map<Language, Map<String, Prompt>> sentences(String folder, Settings settings) {
        Map<Language, Map<String, Prompt>> sentences = new LinkedHashMap<>();
        for (Language language : settings.voices().keySet()) {
            String file = folder + "/" + language + ".yaml";
            sentences.put(
                    language,
                    settings(
                            file,
                            section -> new PromptReader(problems)
                                    .read(section, language, sources.getOrDefault(file, ""))));
        }
        return sentences;
    }

    private <K, V> Map<K, V> settings(String file, Function<Section, Map<K, V>> reader) {
        Ref title = new Ref(file, new Place(file, 1, 1));
        if (!sources.containsKey(file)) {
            problems.add(Rule.MISSING_FILE, title.place(), Phrase.of("file.missing"));
            isWhole = false;
            return Map.of();
        }
        return tree(file)
                .map(tree -> reader.apply(new Section(Phrase.plain(file), title, tree, problems)))
                .orElse(Map.of());
    }

    /** What is in no file that can be read may be in one that cannot: so without all of them, nothing is looked for across files. */
    private Optional<Tree.Fields> tree(String file) {
        Optional<Tree.Fields> tree = new YamlReader(file, problems).read(sources.getOrDefault(file, ""));
        isWhole &= tree.isPresent();
        return tree;
    }
}
