package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What is in a folder of flows and is no file that anybody could read. */
class UnreadableFolderTest {
    @TempDir
    private Path folder;

    private String told(String command) {
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine().setErr(new PrintWriter(err, true));
        assertThat(line.execute("flows", command, folder.toString())).isEqualTo(2);
        return err.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "test", "graph"})
    void a_link_that_leads_nowhere_is_told_in_one_line(String command) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("menu.yaml"), folder.resolve("gone"));
        assertThat(told(command))
                .isEqualTo("hotline: cannot read " + link
                        + ": there is nothing at this place, as when a link leads nowhere" + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "test", "graph"})
    void a_folder_that_is_named_like_a_file_is_told_in_one_line(String command) throws IOException {
        Path inner = Files.createDirectory(folder.resolve("menu.yaml"));
        assertThat(told(command))
                .startsWith("hotline: cannot read " + inner + ": ")
                .hasLineCount(1);
    }
}
