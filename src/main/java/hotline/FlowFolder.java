package hotline;

import hotline.flow.FlowLoader;
import hotline.flow.FlowProblemsException;
import hotline.flow.VoiceFlows;
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

    /**
     * The flows in it.
     *
     * @throws UserException if there is no such folder, or there are errors in it
     */
    VoiceFlows load() {
        try {
            return FlowLoader.load(get());
        } catch (FlowProblemsException e) {
            throw new UserException("the flows in " + folder + " need mending first:\n" + e.getMessage());
        }
    }

    /** Whether it has a file that every folder of flows needs. */
    private static boolean isOneOfFlows(Path folder) {
        return Files.isRegularFile(folder.resolve("voices.yaml"));
    }
}
