package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.flow.Branch;
import hotline.flow.FlowLoader;
import hotline.flow.FlowProblemsException;
import hotline.flow.VoiceFlows;
import hotline.rehearsal.Rehearsal;
import hotline.rehearsal.Report;
import hotline.rehearsal.ReportText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The example calls of the sample hotline: they pass, they cover it, and they notice when it is changed. */
class SampleRehearsalTest {
    private static final Path FOLDER = Path.of("voice-flows");
    private static final VoiceFlows FLOWS = FlowLoader.load(FOLDER);
    private static final Rehearsal REHEARSAL = Rehearsal.read(FLOWS, FOLDER);

    /**
     * Changes that are none to the caller: the step that is put in between finds nothing to do, or a place that the caller has
     * anyway, and leads on, unheard, to where the branch led before.
     */
    private static final Map<String, Set<String>> SAME_TO_EVERY_CALLER = Map.ofEntries(
            Map.entry("human/is-one-booked none", Set.of("wait-instead", "cancel-it")),
            Map.entry("human/wait-instead waits", Set.of("is-one-booked", "cancel-it")),
            Map.entry("human/wait-instead none", Set.of("is-one-booked", "cancel-it")),
            Map.entry("human/cancel-it none", Set.of("is-one-booked", "wait-instead")),
            Map.entry("human/tell-canceled then", Set.of("rate")),
            Map.entry("human/ask-to-wait keys 3", Set.of("wait-instead")),
            Map.entry("human/ask-to-wait otherwise", Set.of("wait-instead")),
            Map.entry("human/cut-off otherwise", Set.of("wait-instead")),
            Map.entry("human/other-number none", Set.of("wait-instead")));

    private static final Set<String> STARTS = FLOWS.outlines().stream()
            .map(flow -> flow.name() + "/" + flow.start())
            .collect(Collectors.toSet());

    private static final List<RehearsalStage> STAGE = new ArrayList<>();
    private static final List<Report> REPORT = new ArrayList<>();

    @BeforeAll
    static void play_all() {
        STAGE.add(RehearsalStage.open(FLOWS, FOLDER));
        REPORT.add(REHEARSAL.play(List.of(STAGE.get(0).stage()), Optional.empty()));
    }

    @AfterAll
    static void close() {
        STAGE.forEach(RehearsalStage::close);
    }

    @Test
    void all_examples_pass_and_no_branch_is_left_out() {
        assertThat(REHEARSAL.problems()).isEmpty();
        assertThat(REHEARSAL.size()).isGreaterThanOrEqualTo(40);
        Report report = REPORT.get(0);
        assertThat(report.failed())
                .as(() -> String.join("\n", ReportText.lines(report, Duration.ZERO, false)))
                .isZero();
        assertThat(report.coverage().missedBranches()).isEmpty();
        assertThat(report.coverage().missedSteps()).isEmpty();
    }

    @Test
    void no_target_can_be_changed_unnoticed() {
        List<String> unnoticed = new ArrayList<>();
        int played = 0;
        for (Branch branch : FLOWS.branches()) {
            Optional<VoiceFlows> changed = changed(branch);
            if (changed.isPresent()) {
                played++;
                STAGE.get(0).use(changed.get());
                if (REHEARSAL.stillPasses(STAGE.get(0).stage(), REPORT.get(0), branch.place())) {
                    unnoticed.add(branch.place() + " " + branch);
                }
            }
        }
        STAGE.get(0).use(FLOWS);
        assertThat(unnoticed)
                .as("branches whose targets can be changed unnoticed")
                .isEmpty();
        assertThat(played).as("changes that only the examples can notice").isGreaterThan(100);
    }

    /** The flows with another target at the branch, one that `flows check` accepts; empty if it accepts none. */
    private static Optional<VoiceFlows> changed(Branch branch) {
        List<String> others = FLOWS.steps().stream()
                .filter(step -> step.startsWith(branch.flow() + "/"))
                .map(step -> step.substring(branch.flow().length() + 1))
                .filter(step -> !step.equals(branch.target()))
                .filter(step -> !SAME_TO_EVERY_CALLER
                        .getOrDefault(branch.toString(), Set.of())
                        .contains(step))
                .toList();
        int first = Math.floorMod(branch.toString().hashCode(), Math.max(1, others.size()));
        // What else it leads to matters not when the step that it leads to now cannot be reached without it.
        int tries = isOnlyWay(branch) ? 1 : others.size();
        for (int i = 0; i < tries; i++) {
            String target = others.get((first + i) % others.size());
            Map<String, String> files = new HashMap<>(FLOWS.sources());
            files.computeIfPresent(branch.place().file(), (file, text) -> with(text, branch, target));
            try {
                return Optional.of(FlowLoader.load(files));
            } catch (FlowProblemsException refused) {
                // The next one, perhaps.
            }
        }
        return Optional.empty();
    }

    /** Whether the step it leads to cannot be reached without it, so that it can lead nowhere else. */
    private static boolean isOnlyWay(Branch branch) {
        String step = branch.flow() + "/" + branch.target();
        return FLOWS.steps().contains(step)
                && !STARTS.contains(step)
                && FLOWS.branches().stream()
                                .filter(other -> other.flow().equals(branch.flow())
                                        && other.target().equals(branch.target()))
                                .count()
                        == 1;
    }

    private static String with(String text, Branch branch, String target) {
        String[] lines = text.split("\n", -1);
        String line = lines[branch.place().line() - 1];
        int column = branch.place().column() - 1;
        assertThat(line.substring(column)).startsWith(branch.target());
        lines[branch.place().line() - 1] = line.substring(0, column)
                + target
                + line.substring(column + branch.target().length());
        return String.join("\n", lines);
    }
}
