package hotline;

import hotline.flow.FlowLoader;
import hotline.flow.FlowProblemsException;
import hotline.flow.VoiceFlows;
import hotline.rehearsal.Rehearsal;
import hotline.rehearsal.Report;
import hotline.rehearsal.ReportText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline flows test}: plays the example calls. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Plays the example calls in DIR/tests through a hotline of its own, in no time.",
            "Exit code 0 when all go as expected, 1 when some do not, 2 when they cannot be read."
        })
final class FlowsTestCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "the folder of the flows, ${DEFAULT-VALUE} unless said otherwise",
            defaultValue = "./voice-flows")
    private Path folder = Path.of(".");

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description = "plays only the examples whose names contain this, and leaves the coverage out")
    private @Nullable String only;

    @Override
    public Integer call() {
        long began = System.nanoTime();
        if (!Files.isDirectory(folder)) {
            throw new UserException("there is no folder " + folder + "; name the folder of the flows");
        }
        Rehearsal rehearsal;
        VoiceFlows flows;
        try {
            flows = FlowLoader.load(folder);
            rehearsal = Rehearsal.read(flows, folder);
        } catch (FlowProblemsException e) {
            throw new UserException("the flows in " + folder + " need mending first:\n" + e.getMessage());
        }
        if (!rehearsal.problems().isEmpty()) {
            rehearsal.problems().forEach(System.out::println);
            return 2;
        }
        Optional<String> words = Optional.ofNullable(only);
        try (RehearsalStage stage = RehearsalStage.open(flows, folder)) {
            Report report = rehearsal.play(stage::stage, words);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            ReportText.lines(report, took, words.isPresent()).forEach(System.out::println);
            return report.failed() == 0 ? 0 : 1;
        }
    }
}
