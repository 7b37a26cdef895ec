package hotline.queue;

import hotline.phone.Language;
import java.util.Map;

/**
 * What a customer hears when they are rung back, before they press 1. Nobody knows yet who is listening.
 *
 * @param about facts; nothing private of them may be said
 */
public record CallbackOffer(String topic, Language language, Map<String, String> about) {}
