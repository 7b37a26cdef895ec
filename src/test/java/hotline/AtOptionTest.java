package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class AtOptionTest {
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        CommandLine line = Main.commandLine().setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "9999-12-25T22:00", "2026-02-30T22:00", "2026-12-25", ""})
    void a_time_that_is_none_ends_the_call_before_it_begins(String at) {
        assertThat(execute("call", "--at", at)).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("hotline: `" + at
                        + "` is not a time; write it as 2026-12-25T22:00, in a year from 2000 to 2099");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "9999-12-25T22:00"})
    void and_so_do_the_hours(String at) {
        assertThat(execute("flows", "hours", "--at", at)).isEqualTo(2);
        assertThat(err.toString()).contains("`" + at + "` is not a time");
    }
}
