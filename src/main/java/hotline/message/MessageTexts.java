package hotline.message;

import hotline.phone.Language;
import java.util.Map;

/** The words of messages. */
@FunctionalInterface
public interface MessageTexts {
    /**
     * The text of a message.
     *
     * @throws IllegalArgumentException if there is no such template in that language
     */
    String text(String template, Language language, Map<String, String> values);
}
