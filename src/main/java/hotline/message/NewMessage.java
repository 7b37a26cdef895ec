package hotline.message;

import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.util.Map;

/**
 * A message that somebody should get.
 *
 * @param onceKey what makes it this message and no other, as {@code ticket-opened:<number>}: two with the same key are sent once
 */
public record NewMessage(
        String template, PhoneNumber to, Language language, Map<String, String> values, String onceKey) {
    public NewMessage {
        values = Map.copyOf(values);
    }
}
