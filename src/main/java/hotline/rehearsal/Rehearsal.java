package hotline.rehearsal;

import hotline.flow.FlowProblem;
import hotline.flow.Place;
import hotline.flow.VoiceFlows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

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

    /**
     * Plays the examples whose names contain the words, all without them.
     *
     * @throws IllegalStateException when there are {@link #problems()}
     */
    public Report play(Supplier<Stage> stage, Optional<String> words) {
        return play(stage.get(), example -> words.map(example.name()::contains).orElse(true));
    }

    /**
     * Plays those examples that went through a branch before, until one goes another way; for finding out whether a change would be
     * noticed.
     *
     * @param before what came of playing all of them
     * @return whether all went as expected
     */
    public boolean stillPasses(Stage stage, Report before, Place branch) {
        return before.results().stream()
                .filter(result -> result.branches().contains(branch))
                .map(Result::example)
                .sorted(Comparator.comparingInt(example -> example.moves().size()))
                .allMatch(example -> new Performance(stage, example).play().passed());
    }

    Report play(Stage stage, Predicate<Example> chosen) {
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the examples need mending first: " + problems);
        }
        List<Result> results = new ArrayList<>();
        for (Example example : examples) {
            if (chosen.test(example)) {
                results.add(new Performance(stage, example).play());
            }
        }
        return new Report(results, Coverage.of(flows, results));
    }
}
