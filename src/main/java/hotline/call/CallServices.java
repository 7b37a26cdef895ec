package hotline.call;

import hotline.incident.Incidents;
import hotline.message.Inbox;
import hotline.message.Messages;
import hotline.order.LookUpLimits;
import hotline.order.OrderAnswers;
import hotline.queue.Callbacks;
import hotline.queue.Contacts;
import hotline.queue.LeftAlone;
import hotline.queue.OpenCallbacks;
import hotline.queue.Ratings;
import hotline.queue.Reservations;
import hotline.queue.Supervision;
import hotline.ticket.TicketAnswers;
import hotline.ticket.Tickets;
import hotline.ticket.Voicemails;

/** What a call is tied to. Long because it is the one list of it. */
public record CallServices(
        OrderAnswers orders,
        LookUpLimits lookUps,
        TicketAnswers ticketAnswers,
        Tickets tickets,
        Voicemails voicemails,
        Messages messages,
        Inbox inbox,
        Contacts contacts,
        Reservations reservations,
        Callbacks callbacks,
        OpenCallbacks openCallbacks,
        Supervision supervision,
        LeftAlone leftAlone,
        Ratings ratings,
        Incidents incidents,
        FailedVoices failedVoices) {}
