package hotline.web;

import hotline.publish.FileChange;
import hotline.publish.Publication;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;

/**
 * What went live, the newest first.
 *
 * @param done what the reader has just done; empty if they only look
 */
public record HistoryView(Texts texts, ZoneId zone, List<Entry> entries, Optional<String> done) {
    /**
     * One that went live.
     *
     * @param changes against what was live before it; none for the first
     */
    public record Entry(Publication publication, boolean isLive, boolean isFirst, List<FileChange> changes) {}

    public HistoryView {
        entries = List.copyOf(entries);
    }

    /** A moment by the shop's clock. */
    public String at(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.language().locale())
                .withZone(zone)
                .format(moment);
    }
}
