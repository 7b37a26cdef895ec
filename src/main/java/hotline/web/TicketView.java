package hotline.web;

import hotline.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One ticket with its whole story.
 *
 * @param isRehearsed whether it comes from a rehearsal, so that no customer waits for it
 * @param next what it may become
 * @param story oldest first
 * @param messages left on tape, newest first
 * @param problem why the last change was not made, for the reader
 */
public record TicketView(
        Texts texts,
        String formToken,
        Instant now,
        TicketsView.Line ticket,
        String language,
        Optional<String> desiredOutcome,
        boolean isRehearsed,
        List<TicketStatus> next,
        List<Chapter> story,
        List<Message> messages,
        Optional<String> problem) {
    /**
     * A message that the caller left on tape.
     *
     * @param length as people read it
     * @param isHeard whether somebody has dealt with it
     */
    public record Message(UUID id, Instant at, String length, boolean isHeard) {}

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
            Instant at, String icon, String what, Optional<String> by, Optional<String> text, List<Line> lines) {
        /** By which it is known again when the story is shown anew: what a reader opened stays open. */
        public String id() {
            return icon + "-" + at.toEpochMilli();
        }
    }

    /** A line of what is shown when asked for. */
    public record Line(Optional<Instant> at, String what, String detail) {}

    /** The same with words about the last change. */
    TicketView withProblem(Optional<String> why) {
        return new TicketView(
                texts, formToken, now, ticket, language, desiredOutcome, isRehearsed, next, story, messages, why);
    }

    /** The messages listed, and which were heard: while nothing of that changes, their list is left alone. */
    public String messageKey() {
        return messages.stream()
                .map(message -> message.id() + (message.isHeard() ? "!" : ""))
                .collect(Collectors.joining(","));
    }

    /** A topic in the reader's words. */
    public String topic(String topic) {
        return texts.getOr("topic." + topic, topic);
    }
}
