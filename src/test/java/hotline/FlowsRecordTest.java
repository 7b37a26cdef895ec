package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.exchange.Phone;
import hotline.publish.FlowFolder;
import hotline.store.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command that makes an example of a call in the database of a hotline that is running. */
class FlowsRecordTest {
    private final String url = TestDatabase.h2Url();
    private final CallRig rig = CallRig.start(url, Map.of());

    @TempDir
    Path empty;

    @BeforeEach
    void open_the_shop() {
        rig.openShop();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private List<Map<String, Object>> table(String name) {
        return rig.read(
                handle -> handle.createQuery("select * from " + name).mapToMap().list());
    }

    private String record(String sid, Path folder) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            int code = new CommandLine(new FlowsTestCommand())
                    .execute("--record", sid, "--database", url, folder.toString());
            assertThat(code).isZero();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_working_copy_of_who_records_a_call_is_not_published() {
        Phone caller = rig.dialAndPress("1", "1", "1");
        rig.listen(caller);
        String sid = caller.callSid().orElseThrow();
        caller.hangUp();
        rig.pass(Duration.ofSeconds(5));
        FlowFolder works = FlowFolder.in(empty)
                .edit("prompts/en.yaml", "Welcome to Toko Nusantara.", "Welcome, this is in the works.");
        List<Map<String, Object>> published = table("flow_publication");
        List<Map<String, Object>> folders = table("flow_folder");

        assertThat(record(sid, works.path())).contains("ticket: {category: missing-order, status: open}");

        assertThat(table("flow_publication")).isEqualTo(published);
        assertThat(table("flow_folder")).isEqualTo(folders);
    }
}
