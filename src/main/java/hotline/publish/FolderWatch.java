package hotline.publish;

import hotline.flow.FlowLoader;
import hotline.flow.FlowProblem;
import hotline.flow.FlowProblemsException;
import hotline.flow.Phrase;
import hotline.flow.Recordings;
import hotline.flow.VoiceFlows;
import hotline.phone.Language;
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
    private final Recordings recordings;
    private final Function<VoiceFlows, Publishing> takeOver;
    private final Clock clock;
    private Found lastFound = new Found(Map.of(), Map.of());
    private Found lastJudged = lastFound;
    private volatile Optional<Refusal> refusal = Optional.empty();

    /**
     * What one look found.
     *
     * @param files the flows, by their path
     * @param marks the recordings, as {@link Recordings#marks} gives them
     */
    private record Found(Map<String, String> files, Map<String, String> marks) {}

    /**
     * @param recordings those in the folder; somebody else looks after them
     * @param takeOver opens the transaction for {@link FolderEdits#takeOver}
     */
    FolderWatch(Path folder, Recordings recordings, Function<VoiceFlows, Publishing> takeOver, Clock clock) {
        this.folder = folder;
        this.recordings = recordings;
        this.takeOver = takeOver;
        this.clock = clock;
    }

    /**
     * Looks for the first time.
     *
     * @throws FlowProblemsException when there are errors; they count as refused
     * @throws UncheckedIOException when the folder cannot be read; that counts as refused, too
     */
    VoiceFlows begin() {
        try {
            lastFound = find();
            lastJudged = lastFound;
            VoiceFlows found = FlowLoader.loadFound(lastFound.files(), recordings);
            tell(takeOver.apply(found));
            return found;
        } catch (FlowProblemsException e) {
            refuse(lines(e.problems()));
            throw e;
        } catch (UncheckedIOException e) {
            refuse(e);
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
            Found found = find();
            boolean isWhole = found.equals(lastFound);
            lastFound = found;
            if (isWhole && isNew(found)) {
                judge(found);
                lastJudged = found;
            }
        } catch (UncheckedIOException e) {
            if (refusal.isEmpty()) {
                refuse(e);
            }
            lastJudged = new Found(Map.of(), Map.of());
        }
    }

    private Found find() {
        return new Found(FlowLoader.read(folder), recordings.marks());
    }

    /** Recordings are no edit, but an edit may have been refused for want of one. */
    private boolean isNew(Found found) {
        return refusal.isPresent() ? !found.equals(lastJudged) : !found.files().equals(lastJudged.files());
    }

    private void judge(Found found) {
        try {
            tell(takeOver.apply(FlowLoader.loadFound(found.files(), recordings)));
        } catch (FlowProblemsException e) {
            refuse(lines(e.problems()));
        }
    }

    private void tell(Publishing result) {
        if (result instanceof Publishing.Broken broken) {
            refuse(lines(broken.problems()));
        } else if (result instanceof Publishing.Conflict conflict) {
            List<String> files = conflict.files().stream().sorted().toList();
            refuse(
                    files.stream().map(file -> conflict(file, conflict.live())).toList(),
                    Phrase.of("folder.conflict-first", files.get(0)));
        } else {
            refusal = Optional.empty();
        }
    }

    private static Phrase conflict(String file, Publication live) {
        Phrase by = live.by().map(Phrase::plain).orElse(Phrase.of("folder.another-node"));
        return Phrase.of("folder.conflict", file, by, live.reason());
    }

    private void refuse(UncheckedIOException unreadable) {
        refuse(List.of(Phrase.plain(String.valueOf(unreadable.getMessage()))));
    }

    private void refuse(List<Phrase> problems) {
        refuse(problems, problems.get(0));
    }

    private void refuse(List<Phrase> problems, Phrase first) {
        boolean isTold = refusal.map(Refusal::problems).equals(Optional.of(problems));
        refusal = Optional.of(new Refusal(clock.instant(), problems, first));
        if (isTold) {
            return;
        }
        log.warn(
                "the edit of the flows in {} is not live, calls go on as before; {} to mend, see hotline flows check",
                folder,
                problems.size());
        problems.stream()
                .limit(SHOWN_PROBLEMS)
                .forEach(problem -> log.warn("to mend: {}", problem.in(Language.ENGLISH)));
    }

    private static List<Phrase> lines(List<FlowProblem> problems) {
        return problems.stream()
                .filter(FlowProblem::isError)
                .map(FlowProblem::printed)
                .toList();
    }

    /** The last edit, if it has not gone live. */
    Optional<Refusal> refusal() {
        return refusal;
    }
}
