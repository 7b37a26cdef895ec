package hotline.flow;

import hotline.flow.CallPaths.Move;
import hotline.flow.Flow.PlacedStep;
import hotline.flow.Spot.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks keypad menus by the rules of ISO/IEC 13714 and ETSI ES 202 130: how many keys there are, and how they are said. */
final class MenuChecks {
    private static final int MOST_OPTIONS = 5;

    /** What a step offers. */
    private record Offer(Set<String> keys, List<Ref> prompts, List<Ref> again) {}

    private final FlowContents contents;
    private final Problems problems;
    /** The sentences that are said right before a step, inside the same entry. */
    private final Map<Node, Set<String>> before = new LinkedHashMap<>();

    MenuChecks(FlowContents contents, CallPaths paths, Problems problems) {
        this.contents = contents;
        this.problems = problems;
        for (Spot spot : paths.spots()) {
            if (paths.step(spot.at()).step() instanceof SayStep say) {
                for (Move move : paths.from(spot)) {
                    say.prompts()
                            .forEach(prompt -> before.computeIfAbsent(move.to().at(), any -> new LinkedHashSet<>())
                                    .add(prompt.name()));
                }
            }
        }
    }

    void check() {
        contents.flows()
                .values()
                .forEach(flow -> flow.steps()
                        .values()
                        .forEach(placed -> offer(placed.step()).ifPresent(offer -> check(flow, placed, offer))));
    }

    private static Optional<Offer> offer(Step step) {
        if (step instanceof MenuStep menu) {
            return Optional.of(offer(menu.keys(), menu.attempts()));
        }
        if (step instanceof ChooseStep choose) {
            return Optional.of(offer(choose.keys(), choose.attempts()));
        }
        if (step instanceof QueueStep queue && !queue.keys().isEmpty()) {
            return Optional.of(
                    new Offer(queue.keys().keySet(), queue.announcements().offer(), List.of()));
        }
        return Optional.empty();
    }

    private static Offer offer(Map<String, Ref> keys, Attempts attempts) {
        List<Ref> again = new ArrayList<>(attempts.noInput());
        again.addAll(attempts.noMatch());
        return new Offer(keys.keySet(), attempts.prompts(), again);
    }

    private void check(Flow flow, PlacedStep placed, Offer offer) {
        if (offer.keys().size() > MOST_OPTIONS) {
            problems.add(
                    Rule.TOO_MANY_OPTIONS,
                    placed.name().place(),
                    Phrase.of("menu.too-many", placed.name(), offer.keys().size()));
        }
        Set<String> saidBefore =
                before.getOrDefault(new Node(flow.name().name(), placed.name().name()), Set.of());
        contents.prompts().forEach((language, prompts) -> {
            Set<String> said = new TreeSet<>();
            saidBefore.forEach(name -> said.addAll(KeyWords.mentioned(text(prompts, name))));
            offer.prompts().forEach(ref -> said.addAll(KeyWords.mentioned(text(prompts, ref.name()))));
            for (String key : offer.keys()) {
                if (!said.contains(key) && !offer.prompts().isEmpty()) {
                    Ref prompt = offer.prompts().get(offer.prompts().size() - 1);
                    problems.add(
                            Rule.KEY_NOT_SAID,
                            place(prompts, prompt),
                            Phrase.of("menu.not-said", prompt, key, placed.name()));
                }
            }
            List<Ref> all = new ArrayList<>(offer.prompts());
            all.addAll(offer.again());
            all.forEach(ref -> spoken(placed, offer, prompts, ref));
        });
    }

    private void spoken(PlacedStep placed, Offer offer, Map<String, Prompt> prompts, Ref ref) {
        Prompt prompt = prompts.get(ref.name());
        if (prompt == null) {
            return;
        }
        String text = text(prompts, ref.name());
        for (String key : KeyWords.offered(text, prompt.voice())) {
            if (!offer.keys().contains(key)) {
                problems.add(
                        Rule.KEY_NOT_ON_OFFER,
                        prompt.name().place(),
                        Phrase.of(
                                "menu.not-on-offer",
                                ref,
                                key,
                                placed.name(),
                                placed.name().place().file()));
            }
        }
        KeyWords.findKeyFirst(text, prompt.voice())
                .ifPresent(words -> problems.add(
                        Rule.KEY_BEFORE_FUNCTION, prompt.name().place(), Phrase.of("menu.key-first", ref, words)));
    }

    private Place place(Map<String, Prompt> prompts, Ref prompt) {
        return Optional.ofNullable(prompts.get(prompt.name()))
                .map(found -> found.name().place())
                .orElse(prompt.place());
    }

    /** The sentence without its values, whose digits are no keys. */
    private String text(Map<String, Prompt> prompts, String name) {
        Prompt prompt = prompts.get(name);
        return prompt == null
                ? ""
                : prompt.text(Map.of(), new ValueSpeech(prompt.voice().locale(), true, Map.of()));
    }
}
