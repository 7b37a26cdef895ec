package hotline.ticket;

import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.util.Optional;
import java.util.UUID;

/**
 * A message that a caller has just spoken.
 *
 * @param contact the contact that they gave up for it
 * @param url where the carrier keeps the recording
 * @param seconds how long it is
 * @param flowVersion the version of the flows in whose words the caller was told that it is recorded
 */
public record NewVoicemail(
        TicketNumber ticket,
        Optional<UUID> contact,
        CallSid call,
        Optional<PhoneNumber> caller,
        Language language,
        String topic,
        String url,
        int seconds,
        String flowVersion) {}
