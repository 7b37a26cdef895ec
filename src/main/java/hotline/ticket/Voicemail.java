package hotline.ticket;

import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message that a caller left, on their ticket.
 *
 * @param contact the contact that they gave up for it
 * @param url where the carrier keeps the recording; not for people to open
 * @param heardBy the username of who dealt with it
 */
public record Voicemail(
        UUID id,
        TicketNumber ticket,
        Optional<UUID> contact,
        Optional<PhoneNumber> caller,
        Language language,
        String topic,
        String url,
        int seconds,
        Instant createdAt,
        Optional<Instant> heardAt,
        Optional<String> heardBy) {}
