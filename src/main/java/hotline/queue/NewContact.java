package hotline.queue;

import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody on the line wants a human.
 *
 * @param caller empty when the number is withheld
 * @param topic what they rang about, a ticket category or {@code other}
 * @param about facts for the agent's card, such as {@code order.number} and {@code ticket.number}
 */
public record NewContact(
        CallSid call,
        Optional<PhoneNumber> caller,
        Language language,
        String skill,
        String topic,
        Map<String, String> about) {
    public NewContact {
        about = Map.copyOf(about);
    }
}
