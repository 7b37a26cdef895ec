package hotline.store;

import java.time.Duration;
import java.util.Optional;

/**
 * What a writer has done since it was started.
 *
 * @param groups commits
 * @param changes use cases in them, the failed ones too; divided by {@code groups}, the mean size of a group
 * @param refusedGroups groups that the database did not commit
 * @param queued use cases that wait now
 * @param sinceLastCommit how long ago the last commit was; empty before the first
 */
public record WriterFigures(
        long groups, long changes, long refusedGroups, int queued, Optional<Duration> sinceLastCommit) {}
