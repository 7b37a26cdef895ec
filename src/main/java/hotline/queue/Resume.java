package hotline.queue;

import hotline.phone.Language;
import java.util.Map;

/**
 * Where the call of a customer who pressed 1 goes on: in the waiting room of this skill.
 *
 * @param about the facts that came with the callback
 */
public record Resume(String skill, String topic, Language language, Map<String, String> about) {}
