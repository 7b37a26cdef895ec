package hotline.web;

import hotline.publish.FileChange;
import hotline.publish.Publication;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What went live, the newest first.
 *
 * @param done what the reader has just done; empty if they only look
 */
public record HistoryView(Texts texts, ZoneId zone, List<Entry> entries, Optional<String> done) {
    /**
     * One that went live.
     *
     * @param isLive whether new calls run on it, not on a later one with the same files
     * @param files that it changed against what was live before it; none for the first
     * @param changes the same line by line, where a page shows them
     */
    public record Entry(
            Publication publication, boolean isLive, boolean isFirst, Set<String> files, List<FileChange> changes) {}

    public HistoryView {
        entries = List.copyOf(entries);
    }

    /** A moment by the shop's clock. */
    public String at(Instant moment) {
        return Amounts.moment(moment, zone, texts.language().locale());
    }
}
