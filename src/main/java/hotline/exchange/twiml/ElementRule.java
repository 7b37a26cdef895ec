package hotline.exchange.twiml;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What one element may carry.
 *
 * @param page the page of Twilio's documentation that says so
 * @param text what may stand between the tags
 */
record ElementRule(String page, Map<String, ValueRule> attributes, Set<String> children, ValueRule text) {
    static final ValueRule NO_TEXT = new ValueRule(String::isEmpty, "no text");

    static ElementRule of(String page) {
        return new ElementRule(page, Map.of(), Set.of(), NO_TEXT);
    }

    ElementRule with(String attribute, ValueRule rule) {
        Map<String, ValueRule> more = new HashMap<>(attributes);
        more.put(attribute, rule);
        return new ElementRule(page, Map.copyOf(more), children, text);
    }

    /** Several attributes of one kind. */
    ElementRule with(ValueRule rule, String... names) {
        ElementRule result = this;
        for (String name : names) {
            result = result.with(name, rule);
        }
        return result;
    }

    ElementRule nests(String... names) {
        return new ElementRule(page, attributes, Set.of(names), text);
    }

    ElementRule text(ValueRule rule) {
        return new ElementRule(page, attributes, children, rule);
    }
}
