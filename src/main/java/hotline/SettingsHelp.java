package hotline;

import java.util.Arrays;
import java.util.stream.Stream;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/** Puts every setting with its default under a command's help. */
final class SettingsHelp implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
        String[] lines = Arrays.stream(Setting.values())
                .flatMap(setting ->
                        Stream.of("  " + setting, "      " + setting.meaning(), "      default: " + setting.standard()))
                // A percent sign would be taken for a format.
                .map(line -> line.replace("%", "%%"))
                .toArray(String[]::new);
        command.usageMessage().footer(lines);
        return command;
    }
}
