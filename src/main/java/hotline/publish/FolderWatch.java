package hotline.publish;

import hotline.flow.FlowLoader;
import hotline.flow.FlowProblem;
import hotline.flow.FlowProblemsException;
import hotline.flow.VoiceFlows;
import hotline.store.StoreUnavailableException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after one node's folder: what is edited there goes live, unless it is broken or somebody has been faster. */
final class FolderWatch {
    private static final int SHOWN_PROBLEMS = 5;
    private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);

    private final Path folder;
    private final Function<VoiceFlows, Publishing> takeOver;
    private final Clock clock;
    private Map<String, String> lastFound = Map.of();
    private Map<String, String> lastJudged = Map.of();
    private volatile Optional<Refusal> refusal = Optional.empty();

    /** @param takeOver opens the transaction for {@link FolderEdits#takeOver} */
    FolderWatch(Path folder, Function<VoiceFlows, Publishing> takeOver, Clock clock) {
        this.folder = folder;
        this.takeOver = takeOver;
        this.clock = clock;
    }

    /**
     * Looks for the first time.
     *
     * @throws FlowProblemsException when there are errors; they count as refused
     */
    VoiceFlows begin() {
        lastFound = FlowLoader.read(folder);
        lastJudged = lastFound;
        try {
            VoiceFlows found = FlowLoader.load(folder);
            tell(takeOver.apply(found));
            return found;
        } catch (FlowProblemsException e) {
            refuse(lines(e.problems()));
            throw e;
        }
    }

    /**
     * Looks again. An edit counts once two looks have found the same: editors and version control write in several steps.
     *
     * @throws StoreUnavailableException when the database does not answer; the next look tries again
     */
    void look() {
        try {
            Map<String, String> found = FlowLoader.read(folder);
            boolean isWhole = found.equals(lastFound);
            lastFound = found;
            if (isWhole && !found.equals(lastJudged)) {
                judge();
                lastJudged = found;
            }
        } catch (UncheckedIOException e) {
            if (refusal.isEmpty()) {
                refuse(List.of(String.valueOf(e.getMessage())));
            }
            lastJudged = Map.of();
        }
    }

    private void judge() {
        try {
            tell(takeOver.apply(FlowLoader.load(folder)));
        } catch (FlowProblemsException e) {
            refuse(lines(e.problems()));
        }
    }

    private void tell(Publishing result) {
        if (result instanceof Publishing.Broken broken) {
            refuse(lines(broken.problems()));
        } else if (result instanceof Publishing.Conflict conflict) {
            refuse(conflict.files().stream()
                    .sorted()
                    .map(file -> conflict(file, conflict.live()))
                    .toList());
        } else {
            refusal = Optional.empty();
        }
    }

    private static String conflict(String file, Publication live) {
        return file + ": changed in this folder, and meanwhile by " + live.by().orElse("another node") + " ("
                + live.reason() + "); bring what is live into this file first";
    }

    private void refuse(List<String> problems) {
        refusal = Optional.of(new Refusal(clock.instant(), problems));
        log.warn(
                "the edit of the flows in {} is not live, calls go on as before; {} to mend, see hotline flows check",
                folder,
                problems.size());
        problems.stream().limit(SHOWN_PROBLEMS).forEach(problem -> log.warn("to mend: {}", problem));
    }

    private static List<String> lines(List<FlowProblem> problems) {
        return problems.stream()
                .filter(FlowProblem::isError)
                .map(FlowProblem::toString)
                .toList();
    }

    /** The last edit, if it has not gone live. */
    Optional<Refusal> refusal() {
        return refusal;
    }
}
