package hotline.flow;

import hotline.flow.Flow.PlacedStep;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One version of the flows with everything they say: checked, immutable, safe to use from several threads. */
public final class VoiceFlows {
    /** The topic of callers who never said what they ring about, and the queue that serves them. */
    public static final String OTHER = "other";
    /** The flow that brings a caller to a human; also where a customer who was called back is taken. */
    public static final String HUMAN = Flow.HUMAN;
    /** Where the files of the folder's {@code audio/} are found under the public URL. */
    public static final String AUDIO_PATH = "/audio/";

    private static final String ORDER_NUMBER = "order-number";

    private final FlowContents contents;
    private final Map<String, String> sources;
    private final String version;
    private final Recordings recordings;

    VoiceFlows(FlowContents contents, Map<String, String> sources, Recordings recordings) {
        this.contents = contents;
        this.recordings = recordings;
        this.sources = Map.copyOf(sources);
        this.version = hash(sources);
    }

    /** A short hash of the files: the same files, the same version. */
    public String version() {
        return version;
    }

    /** The files that were read, by their path in the folder, for {@link FlowLoader#load(Map)}. */
    public Map<String, String> sources() {
        return sources;
    }

    /** The languages that are spoken, the main one first. */
    public List<Language> languages() {
        return List.copyOf(contents.settings().voices().keySet());
    }

    /** Who speaks a language. */
    public Voice voice(Language language) {
        return there(contents.settings().voices().get(language), "voice for", language);
    }

    /** The numbers of the hotline, in the order of the file. */
    public List<DialledNumber> numbers() {
        return List.copyOf(contents.settings().numbers().values());
    }

    /** What a dialled number rings; the first number's entry serves for one that is not listed. */
    public DialledNumber number(PhoneNumber dialled) {
        return Optional.ofNullable(contents.settings().numbers().get(dialled.e164()))
                .orElseGet(() -> numbers().get(0));
    }

    /** The shapes that order numbers may have. */
    public List<EntryShape> orderFormats() {
        return Optional.ofNullable(contents.settings().entries().get(ORDER_NUMBER))
                .map(EntryKind::shapes)
                .orElse(List.of());
    }

    /** The queues with their limits. */
    public Collection<QueueRules> queues() {
        return List.copyOf(contents.settings().queues().values());
    }

    /** The limits of the queue for a skill; those of {@link #OTHER} for a skill that is not listed. */
    public QueueRules queue(String skill) {
        Map<String, QueueRules> queues = contents.settings().queues();
        return there(Optional.ofNullable(queues.get(skill)).orElse(queues.get(OTHER)), "queue", skill);
    }

    /** Whether agents are there for a skill; by the clock of the first number where its hours name no other. */
    public boolean isStaffed(String skill, Instant at) {
        return queue(skill)
                .staffed()
                .map(hours -> hours.isOpen(LocalDateTime.ofInstant(
                        at, hours.zone().orElse(numbers().get(0).zone()))))
                .orElse(true);
    }

    /** A prompt with its values, as the voice will say it. */
    public String prompt(String name, Language language, Map<String, String> values) {
        Prompt prompt = findPrompt(name, language);
        return prompt.text(values, speech(prompt.voice(), true));
    }

    /** A sentence that belongs to no step, by the voice or as a recording. */
    public Utterance say(FixedPrompt fixed, Language language, Map<String, String> values) {
        return utterance(fixed.promptName(), language, values);
    }

    /** A text message with its values. */
    public String message(String template, Language language, Map<String, String> values) {
        return findMessage(template, language).text(values, speech(language, false));
    }

    /** Of the values, those that a message mentions. */
    Map<String, String> valuesOf(String template, Language language, Map<String, String> values) {
        return mentioned(findMessage(template, language), values);
    }

    private static Map<String, String> mentioned(Prompt sentence, Map<String, String> values) {
        Map<String, String> mentioned = new LinkedHashMap<>();
        for (Placeholder place : sentence.placeholders()) {
            Optional.ofNullable(values.get(place.name())).ifPresent(value -> mentioned.put(place.name(), value));
        }
        return mentioned;
    }

    List<Utterance> utterances(String name, Language language, Map<String, String> values) {
        Utterance heard = utterance(name, language, values);
        return heard instanceof Utterance.Say said && said.text().isEmpty() ? List.of() : List.of(heard);
    }

    private Utterance utterance(String name, Language language, Map<String, String> values) {
        Prompt prompt = findPrompt(name, language);
        Optional<String> recording = recordings.find(name, language);
        if (recording.isPresent() && prompt.placeholders().isEmpty()) {
            return new Utterance.Play(AUDIO_PATH + recording.get());
        }
        Language voice = prompt.voice();
        return new Utterance.Say(name, mentioned(prompt, values), voice, voice(voice), prompt(name, language, values));
    }

    /** Every way in which a call can go on, by file and line. */
    public List<Branch> branches() {
        List<Branch> branches = new ArrayList<>();
        contents.flows().forEach((name, flow) -> {
            String file = name + ".yaml";
            branches.addAll(new Branches(file, sources.getOrDefault(file, "")).of(flow));
        });
        return branches;
    }

    /** All flows as a picture needs them, in the order of their names. */
    public List<FlowOutline> outlines() {
        return contents.flows().values().stream().map(FlowOutline::of).toList();
    }

    /** Every step, as {@code flow/step}. */
    public List<String> steps() {
        return contents.flows().values().stream()
                .flatMap(flow -> flow.steps().keySet().stream().map(step -> flow.name() + "/" + step))
                .toList();
    }

    /** The names of all sentences that are spoken. */
    public Set<String> promptNames() {
        return contents.prompts().values().stream()
                .flatMap(prompts -> prompts.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The names of all text messages. */
    public Set<String> messageNames() {
        return contents.messages().values().stream()
                .flatMap(messages -> messages.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The values that a sentence mentions in any language. */
    public Set<String> valuesOf(String prompt) {
        return contents.prompts().values().stream()
                .flatMap(prompts -> Optional.ofNullable(prompts.get(prompt)).stream())
                .flatMap(sentence -> sentence.placeholders().stream().map(Placeholder::name))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What callers on hold hear: the path of the waiting room's music. */
    public String holdMusic() {
        return AUDIO_PATH + waitingRoom().music();
    }

    /** What a caller hears who asks for a human outside the staffed hours. */
    public List<String> closedSays(Language language) {
        Ref closed = waitingRoom().exits().targets().getOrDefault("closed", new Ref("", new Place("", 1, 1)));
        return Optional.ofNullable(flow(HUMAN).steps().get(closed.name()))
                .filter(placed -> placed.step() instanceof SayStep)
                .map(placed -> ((SayStep) placed.step()).prompts())
                .orElse(List.of())
                .stream()
                .map(prompt -> prompt(prompt.name(), language, Map.of()))
                .toList();
    }

    /** Warnings of what is over or soon will be, as of a moment: holidays that nobody has listed yet. */
    public List<FlowProblem> runningOut(Instant now) {
        Problems problems = new Problems();
        new HolidayChecks(contents, problems).check(now);
        return problems.list();
    }

    private QueueStep waitingRoom() {
        return flow(HUMAN).steps().values().stream()
                .map(Flow.PlacedStep::step)
                .filter(QueueStep.class::isInstance)
                .map(QueueStep.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the flow " + HUMAN + " has no waiting room"));
    }

    Flow flow(String name) {
        return there(contents.flows().get(name), "flow", name);
    }

    PlacedStep step(String flow, String step) {
        return there(flow(flow).steps().get(step), "step of flow " + flow, step);
    }

    private Prompt findPrompt(String name, Language language) {
        return there(contents.prompts().getOrDefault(language, Map.of()).get(name), "prompt in " + language, name);
    }

    private Prompt findMessage(String name, Language language) {
        return there(contents.messages().getOrDefault(language, Map.of()).get(name), "message in " + language, name);
    }

    private ValueSpeech speech(Language language, boolean spoken) {
        return new ValueSpeech(language.locale(), spoken, contents.settings().entries());
    }

    private static <T> T there(@Nullable T found, String what, Object name) {
        if (found == null) {
            throw new IllegalArgumentException("no " + what + " `" + name + "`");
        }
        return found;
    }

    private static String hash(Map<String, String> sources) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, String> source : new TreeMap<>(sources).entrySet()) {
                digest.update((source.getKey() + "\0" + source.getValue() + "\0").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
