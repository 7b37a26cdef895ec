package hotline.rehearsal;

import hotline.flow.FlowProblem;
import hotline.flow.Place;
import hotline.flow.VoiceFlows;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The example calls of a folder of flows. */
public final class Rehearsal {
    private final VoiceFlows flows;
    private final List<Example> examples;
    private final List<FlowProblem> problems;

    private Rehearsal(VoiceFlows flows, List<Example> examples, List<FlowProblem> problems) {
        this.flows = flows;
        this.examples = examples;
        this.problems = problems;
    }

    /**
     * Reads the examples in the folder's {@code tests/}.
     *
     * @param flows the flows of the folder
     */
    public static Rehearsal read(VoiceFlows flows, Path folder) {
        ExampleReader reader = new ExampleReader(flows);
        List<Example> examples = reader.folder(folder);
        return new Rehearsal(flows, examples, reader.problems());
    }

    /** What must be mended before anything can be played; empty when nothing must. */
    public List<FlowProblem> problems() {
        return problems;
    }

    /** How many examples there are. */
    public int size() {
        return examples.size();
    }

    /** Whether there is an example whose name contains the words; any at all without them. */
    public boolean has(Optional<String> words) {
        return !named(words).isEmpty();
    }

    private List<Example> named(Optional<String> words) {
        return examples.stream()
                .filter(example -> words.map(example.name()::contains).orElse(true))
                .toList();
    }

    /**
     * Plays the examples whose names contain the words, all without them: as many at a time as there are stages.
     *
     * @throws IllegalStateException when there are {@link #problems()}
     */
    public Report play(List<Stage> stages, Optional<String> words) {
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the examples need mending first: " + problems);
        }
        List<Example> chosen = named(words);
        AtomicInteger next = new AtomicInteger();
        Map<Example, Result> results = new ConcurrentHashMap<>();
        List<CompletableFuture<Void>> players = stages.stream()
                .map(stage -> CompletableFuture.runAsync(
                        () -> {
                            for (int i = next.getAndIncrement(); i < chosen.size(); i = next.getAndIncrement()) {
                                Example example = chosen.get(i);
                                results.put(example, new Performance(stage, example).play());
                            }
                        },
                        player -> new Thread(player, "player").start()))
                .toList();
        players.forEach(CompletableFuture::join);
        List<Result> inOrder = chosen.stream()
                .map(example -> Objects.requireNonNull(results.get(example), "every example was played"))
                .toList();
        return new Report(inOrder, Coverage.of(flows, inOrder));
    }

    /**
     * Plays those examples that went through a branch before, until one goes another way; for finding out whether a change would be
     * noticed.
     *
     * @param before what came of playing all of them
     * @return whether all went as expected
     */
    public boolean stillPasses(Stage stage, Report before, Place branch) {
        Set<String> through = before.results().stream()
                .filter(result -> result.branches().contains(branch))
                .map(Result::name)
                .collect(Collectors.toSet());
        return examples.stream()
                .filter(example -> through.contains(example.name()))
                .sorted(Comparator.comparingInt(example -> example.moves().size()))
                .allMatch(example -> new Performance(stage, example).play().passed());
    }
}
