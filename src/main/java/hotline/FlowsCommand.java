package hotline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code hotline flows}: what flow authors need. */
@Command(
        name = "flows",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Helps to write voice flows.",
        subcommands = {
            FlowsCheckCommand.class,
            FlowsTestCommand.class,
            FlowsGraphCommand.class,
            FlowsHoursCommand.class,
            FlowsPromptsCommand.class
        })
final class FlowsCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UserException("say what to do, as in: hotline flows check [DIR]");
    }
}
