package hotline.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The times and limits within which the shop examines a case.
 *
 * @param closeWithin from the first report to the end of the case: the shop's aim
 * @param evidenceWithin from the report of a defective return, for buyer and seller to send their evidence
 * @param answerWithin for the other party (the seller who owes a tracking number; either side once the evidence is there); after it the
 *     case is decided on what is known
 * @param mostFiles pieces of evidence per case
 * @param mostBytesPerFile of one piece
 * @param fileTypes what a piece may be, by the ending of its name
 */
public record CasePolicy(
        Duration closeWithin,
        Duration evidenceWithin,
        Duration answerWithin,
        int mostFiles,
        long mostBytesPerFile,
        Set<String> fileTypes) {
    /** 5 days in all, 3 for evidence, 3 more for the other party; 5 files of 4.5 MB. */
    public static final CasePolicy DEFAULTS = new CasePolicy(
            Duration.ofDays(5),
            Duration.ofDays(3),
            Duration.ofDays(3),
            5,
            4_500_000,
            Set.of("jpg", "jpeg", "png", "pdf"));

    public CasePolicy {
        fileTypes = Set.copyOf(fileTypes);
    }

    /** Until when a case of this category is to be closed. */
    public Instant dueAt(Instant openedAt) {
        return openedAt.plus(closeWithin);
    }

    /** Until when evidence is taken; empty where none is asked for. */
    public Optional<Instant> evidenceUntil(Category category, Instant openedAt) {
        return category.equals(Category.DEFECTIVE_RETURN)
                ? Optional.of(openedAt.plus(evidenceWithin))
                : Optional.empty();
    }

    /** Until when the other party has to answer; empty where nobody is asked. */
    public Optional<Instant> answerUntil(Category category, Instant openedAt) {
        if (category.equals(Category.NO_TRACKING_NUMBER)) {
            return Optional.of(openedAt.plus(answerWithin));
        }
        return evidenceUntil(category, openedAt).map(until -> until.plus(answerWithin));
    }
}
