package hotline.web;

import hotline.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One ticket with its whole story.
 *
 * @param next what it may become
 * @param story oldest first
 * @param problem why the last change was not made, for the reader
 */
public record TicketView(
        Texts texts,
        String formToken,
        Instant now,
        TicketsView.Line ticket,
        String language,
        String channel,
        Optional<String> desiredOutcome,
        List<TicketStatus> next,
        List<Chapter> story,
        Optional<String> problem) {
    /**
     * Something that happened.
     *
     * @param icon of it
     * @param what it was, in the reader's words
     * @param by who did it
     * @param text what somebody wrote about it
     * @param lines more about it, shown when asked for
     */
    public record Chapter(
            Instant at, String icon, String what, Optional<String> by, Optional<String> text, List<Line> lines) {}

    /** A line of what is shown when asked for. */
    public record Line(Optional<Instant> at, String what, String detail) {}

    /** A topic in the reader's words. */
    public String topic(String topic) {
        return texts.getOr("topic." + topic, topic);
    }
}
