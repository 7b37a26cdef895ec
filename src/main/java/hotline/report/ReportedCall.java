package hotline.report;

import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * A call to the hotline as the figures see it.
 *
 * @param at when it came in; of a call that was turned away, when the caller asked for a human
 * @param topic what it was last about; empty when the caller did not say
 * @param skill the queue that the caller asked for; empty if they asked for none
 * @param answer what the queue answered when they asked for a human: joined, nobody, full or closed; empty if they did not ask
 * @param place where in its flow it ended
 */
public record ReportedCall(
        String callSid,
        Instant at,
        String topic,
        Optional<String> skill,
        Optional<String> answer,
        Language language,
        Optional<PhoneNumber> phone,
        Optional<String> ticket,
        Optional<String> place) {}
