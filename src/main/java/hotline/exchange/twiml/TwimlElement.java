package hotline.exchange.twiml;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A verb or noun of a document that has passed the rules of its page.
 *
 * @param text what stands between the tags, blanks at both ends taken away; of {@code <Say>} with the words inside SSML tags
 * @param line where the element begins, counted from 1
 */
public record TwimlElement(
        String name, Map<String, String> attributes, String text, List<TwimlElement> children, int line) {

    /** The attribute's value, or nothing where the document does not give it. */
    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** The attribute's value, or the default that the verb's page names. */
    public String attribute(String attribute, String byDefault) {
        return attributes.getOrDefault(attribute, byDefault);
    }

    /** The attribute as true or false. */
    public boolean flag(String attribute, boolean byDefault) {
        return attribute(attribute).map(Boolean::parseBoolean).orElse(byDefault);
    }

    /** The attribute as a whole number. */
    public int number(String attribute, int byDefault) {
        return attribute(attribute).map(Integer::parseInt).orElse(byDefault);
    }

    /** The attribute as a number of seconds. */
    public Duration seconds(String attribute, int byDefault) {
        return Duration.ofSeconds(number(attribute, byDefault));
    }
}
