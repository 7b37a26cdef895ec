package hotline;

import hotline.store.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: chooses the command. */
@Command(
        name = "hotline",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A self-hosted telephone hotline for online shops.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DemoCommand.class, ServeCommand.class, CallCommand.class, UsersCommand.class, FlowsCommand.class
        })
public final class Main implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The commands, as the tests of the help use them too. */
    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((problem, line, parsed) -> {
            if (problem instanceof SettingsException || problem instanceof UserException) {
                line.getErr().println("hotline: " + problem.getMessage());
                return 2;
            }
            if (problem instanceof UncheckedIOException unread && unread.getCause() != null) {
                line.getErr().println("hotline: " + unread.getMessage() + ": " + why(unread.getCause()));
                return 2;
            }
            if (problem instanceof StoreUnavailableException) {
                line.getErr()
                        .println("hotline: " + Setting.HOTLINE_DATABASE_URL + ": " + problem.getMessage()
                                + "; see to the database, or to what keeps this machine busy, and try again");
                return 2;
            }
            throw problem;
        });
    }

    private static String why(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "there is nothing at this place, as when a link leads nowhere";
        }
        return problem instanceof AccessDeniedException
                ? "whoever runs this may not read it"
                : String.valueOf(problem.getMessage());
    }

    @Override
    public Integer call() {
        Objects.requireNonNull(spec).commandLine().usage(System.out);
        return 2;
    }
}
