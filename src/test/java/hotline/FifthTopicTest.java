package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.flow.FlowLoader;
import hotline.flow.FlowProblem;
import hotline.flow.Rule;
import hotline.flow.VoiceFlows;
import hotline.phone.Language;
import hotline.publish.FlowFolder;
import hotline.rehearsal.Rehearsal;
import hotline.rehearsal.Report;
import hotline.rehearsal.ReportText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who does what docs/voice-flows.md says to add a topic has one that works. */
class FifthTopicTest {
    private static final Pattern BLOCK = Pattern.compile("   ```(?:text|yaml)\\n(.*?)   ```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void a_fifth_topic_is_added_by_what_the_page_says() throws IOException {
        VoiceFlows flows = FlowLoader.load(addTopic());

        assertThat(FlowLoader.check(flows.sources()))
                .as("six keys in a menu are all that is warned about")
                .extracting(FlowProblem::rule)
                .containsOnly(Rule.TOO_MANY_OPTIONS);
        assertThat(flows.queue("missing-item").names())
                .containsEntry(Language.ENGLISH, "Missing item")
                .containsEntry(Language.INDONESIAN, "Barang kurang");
        try (RehearsalStage stage = RehearsalStage.open(flows, folder)) {
            Report report =
                    Rehearsal.read(flows, folder).play(List.of(stage.stage()), Optional.of("something is missing"));
            assertThat(report.failed())
                    .as(() -> String.join("\n", ReportText.lines(report, Duration.ZERO, false)))
                    .isZero();
            assertThat(report.results()).hasSize(2);
            assertThat(report.coverage().missedBranches())
                    .as("of the new topic")
                    .noneMatch(branch -> branch.flow().equals("missing-item"));
        }
    }

    private Path addTopic() throws IOException {
        FlowFolder files = FlowFolder.in(folder);
        List<String> blocks = blocks();
        append("queues.yaml", blocks.get(0));
        append("missing-item.yaml", blocks.get(1));
        append("prompts/en.yaml", blocks.get(2));
        append("prompts/id.yaml", blocks.get(3));
        files.edit("main-menu.yaml", "      9:", blocks.get(4).indent(6) + "      9:");
        files.edit("prompts/en.yaml", "tatus, press 4.", "tatus, press 4. Missing items, press 5.");
        files.edit("prompts/id.yaml", "tiket, tekan 4.", "tiket, tekan 4. Barang kurang, tekan 5.");
        for (String other : List.of("other {hal lain}", "other {pertanyaan Anda}")) {
            files.edit("prompts/id.yaml", other, blocks.get(5).strip() + " " + other);
        }
        for (String other : List.of("other {something else}", "other {your question}")) {
            files.edit("prompts/en.yaml", other, blocks.get(6).strip() + " " + other);
        }
        append("tests/missing-item.yaml", blocks.get(7));
        return folder;
    }

    private static List<String> blocks() throws IOException {
        String page = Files.readString(Path.of("docs/voice-flows.md"));
        return BLOCK.matcher(page.substring(page.indexOf("## A fifth topic")))
                .results()
                .map(block -> block.group(1).indent(-3))
                .toList();
    }

    private void append(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, (Files.exists(path) ? Files.readString(path) : "") + text);
    }
}
