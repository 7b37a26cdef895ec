package hotline.flow;

import hotline.flow.Flow.PlacedStep;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks the words with which values are compared: a word that a value never has is a slip of the pen. */
final class WordChecks {
    private static final Map<String, Set<String>> WORDS = Map.of(
            "order.situation",
            Set.of("unpaid", "packed", "on-time", "late", "delivered", "returned", "canceled"),
            "order.status",
            Set.of("unpaid", "packed", "shipped", "delivered", "returned", "cancelled"),
            "ticket.status",
            Set.of("open", "in-progress", "waiting-for-evidence", "resolved", "closed"),
            Values.DESIRED_OUTCOME,
            Values.OUTCOMES,
            "ticket.desired-outcome",
            Values.OUTCOMES,
            Values.GROWN,
            Set.of("agents", "place", "calls"),
            "queue.long",
            Set.of("true", "false"),
            Values.PROOF,
            Set.of("caller-id", "last-four"));

    private static final Set<String> TOPICS = Set.of(Values.TOPIC, "callback.topic", "ticket.category");
    private static final String OTHER = "other";

    private final FlowContents contents;
    private final Problems problems;
    private final Map<String, Set<String>> words = new HashMap<>(WORDS);

    WordChecks(FlowContents contents, Problems problems) {
        this.contents = contents;
        this.problems = problems;
        Set<String> topics = contents.settings().queues().keySet();
        TOPICS.forEach(value -> words.put(value, topics));
        Set<String> languages = new TreeSet<>();
        contents.settings().voices().keySet().forEach(language -> languages.add(language.code()));
        words.put("language", languages);
    }

    void check() {
        contents.flows().values().forEach(flow -> flow.steps().values().forEach(this::step));
        contents.prompts().values().forEach(prompts -> prompts.values().forEach(this::sentence));
        contents.messages().values().forEach(messages -> messages.values().forEach(this::sentence));
    }

    private void step(PlacedStep placed) {
        if (placed.step() instanceof DecideStep decide) {
            decide.cases().forEach(one -> {
                if (one.when().comparison() == Condition.Comparison.EQUAL) {
                    word(one.when().value(), one.when().with(), one.place());
                }
            });
        }
        if (placed.step() instanceof ChooseStep choose && choose.value().equals(Values.DESIRED_OUTCOME)) {
            choose.keys().values().forEach(ref -> word(choose.value(), ref.name(), ref.place()));
        }
    }

    private void sentence(Prompt prompt) {
        for (Placeholder place : prompt.placeholders()) {
            if (place.type().equals("select")) {
                place.words().stream()
                        .filter(word -> !word.equals(OTHER))
                        .forEach(word -> word(place.name(), word, prompt.name().place()));
                topics(prompt, place);
            }
        }
    }

    /** A sentence that tells most topics apart is meant to tell all; one that singles some out is not. */
    private void topics(Prompt prompt, Placeholder place) {
        Set<String> left = new TreeSet<>(words.getOrDefault(place.name(), Set.of()));
        left.remove(OTHER);
        int all = left.size();
        left.removeAll(place.words());
        int told = all - left.size();
        if (TOPICS.contains(place.name()) && !left.isEmpty() && told > 1 && told >= left.size()) {
            problems.add(
                    Rule.TOPIC_WITHOUT_BRANCH,
                    prompt.name().place(),
                    Phrase.of(
                            "sentence.topic-without-branch",
                            prompt.name(),
                            place.name(),
                            "`" + String.join("`, `", left) + "`"));
        }
    }

    private void word(String value, String word, Place place) {
        Collection<String> known = words.getOrDefault(value, Set.of());
        if (!known.isEmpty() && !known.contains(word)) {
            problems.add(Rule.UNKNOWN_WORD, place, Phrase.of("value.never", value, word, Nearest.phrase(word, known)));
        }
    }
}
