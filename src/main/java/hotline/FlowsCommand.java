package hotline;

import hotline.flow.FlowLoader;
import hotline.flow.FlowProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hotline flows}: what flow authors need. */
@Command(
        name = "flows",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Helps to write voice flows.",
        subcommands = {FlowsCommand.Check.class, FlowsTestCommand.class})
final class FlowsCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UserException("say what to do: hotline flows check [DIR]");
    }

    /** {@code hotline flows check}. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Verifies the flows: exit code 0 when they are clean, 1 when there are errors.")
    static final class Check implements Callable<Integer> {
        @Parameters(
                arity = "0..1",
                paramLabel = "DIR",
                description = "the folder, ${DEFAULT-VALUE} unless said otherwise",
                defaultValue = "./voice-flows")
        private Path folder = Path.of(".");

        @Override
        public Integer call() {
            if (!Files.isDirectory(folder)) {
                throw new UserException("there is no folder " + folder + "; name the folder of the flows");
            }
            List<FlowProblem> problems = FlowLoader.check(folder);
            problems.forEach(System.out::println);
            boolean errors = problems.stream().anyMatch(problem -> problem.severity() == FlowProblem.Severity.ERROR);
            if (!errors) {
                System.out.println("The flows in " + folder + " are clean.");
            }
            return errors ? 1 : 0;
        }
    }
}
