package hotline;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The folder that the commands for flow authors work on. */
final class FlowFolder {
    private static final Path HERE = Path.of("");

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "the folder, ${DEFAULT-VALUE} unless said otherwise",
            defaultValue = "./voice-flows")
    private Path folder = Path.of(".");

    /** @throws UserException if there is no such folder */
    Path get() {
        if (!Files.isDirectory(folder)) {
            String above = isOneOfFlows(HERE) ? ", or run it from the folder above" : "";
            throw new UserException("there is no folder " + folder + "; name the folder of the flows" + above);
        }
        return folder;
    }

    /** Whether it has a file that every folder of flows needs. */
    private static boolean isOneOfFlows(Path folder) {
        return Files.isRegularFile(folder.resolve("voices.yaml"));
    }
}
