package hotline.web;

import hotline.store.Database;
import hotline.ticket.Ticket;
import hotline.ticket.TicketNumber;
import hotline.ticket.TicketStatus;
import hotline.ticket.Tickets;
import hotline.ticket.Voicemail;
import hotline.ticket.Voicemails;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads what the page of a ticket shows. */
final class TicketReader {
    private final Database database;
    private final Clock clock;
    private final Tickets tickets;
    private final TicketStory story;
    private final Voicemails voicemails;

    TicketReader(WebParts parts) {
        this.database = parts.storage().database();
        this.clock = parts.storage().clock();
        this.tickets = parts.cases().tickets();
        this.story = new TicketStory(parts);
        this.voicemails = parts.voice().messages();
    }

    /**
     * A ticket as it is now, all of it at one moment.
     *
     * @throws ProblemException 404 if there is none
     */
    TicketView read(TicketNumber number, Visitor visitor) {
        return database.read(handle -> tickets.find(handle, number).map(ticket -> view(handle, ticket, visitor)))
                .orElseThrow(() -> ProblemException.notFound(""));
    }

    private TicketView view(Handle handle, Ticket ticket, Visitor visitor) {
        return new TicketView(
                visitor.texts(),
                visitor.formToken(),
                clock.instant(),
                TicketsView.Line.of(ticket),
                ticket.language().code(),
                ticket.desiredOutcome().map(outcome -> outcome.word()),
                story.isRehearsed(handle, ticket),
                next(ticket),
                story.tell(handle, ticket, visitor.texts()),
                voicemails.listOf(handle, ticket.number()).stream()
                        .map(TicketReader::message)
                        .toList(),
                Optional.empty());
    }

    private static List<TicketStatus> next(Ticket ticket) {
        return Arrays.stream(TicketStatus.values())
                .filter(ticket.status()::canBecome)
                .toList();
    }

    private static TicketView.Message message(Voicemail voicemail) {
        return new TicketView.Message(
                voicemail.id(),
                voicemail.createdAt(),
                Amounts.time(Duration.ofSeconds(voicemail.seconds())),
                voicemail.heardAt().isPresent());
    }
}
