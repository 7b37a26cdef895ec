package hotline.flow;

import hotline.flow.Use.Kind;
import hotline.phone.Language;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks that every sentence exists in every language and mentions only values that some step gives. */
final class PromptChecks {
    private final FlowContents contents;
    private final Problems problems;

    PromptChecks(FlowContents contents, Problems problems) {
        this.contents = contents;
        this.problems = problems;
    }

    /** Every value that a step of any flow gives. */
    static Set<String> valuesOf(FlowContents contents) {
        Set<String> values = new TreeSet<>(Set.of(Values.TOPIC));
        contents.flows()
                .values()
                .forEach(flow -> flow.steps()
                        .values()
                        .forEach(step -> values.addAll(step.step().gives())));
        return values;
    }

    void check() {
        Map<String, Set<String>> prompts = new TreeMap<>();
        for (FixedPrompt fixed : FixedPrompt.values()) {
            prompts.put(fixed.promptName(), fixed.mentions());
        }
        sentences("prompts", contents.prompts(), prompts, Kind.PROMPT);
        Map<String, Set<String>> messages = new TreeMap<>();
        for (FixedMessage fixed : FixedMessage.values()) {
            messages.put(fixed.templateName(), fixed.mentions());
        }
        sentences("messages", contents.messages(), messages, Kind.MESSAGE);
    }

    /** @param fixed the sentences of no step, each with the values it may mention */
    private void sentences(
            String folder, Map<Language, Map<String, Prompt>> byLanguage, Map<String, Set<String>> fixed, Kind kind) {
        Set<String> used = used(kind);
        used.addAll(fixed.keySet());
        byLanguage.forEach((language, prompts) -> {
            Place file = new Place(folder + "/" + language + ".yaml", 1, 1);
            for (String name : used) {
                if (!prompts.containsKey(name) && (fixed.containsKey(name) || isIn(name, byLanguage))) {
                    problems.add(
                            Rule.MISSING_PROMPT,
                            file,
                            Phrase.of(
                                    "sentence.missing",
                                    name,
                                    whereItIs(name, byLanguage),
                                    Nearest.find(name, unusedOf(prompts.keySet(), used))
                                            .map(near -> Phrase.of("hint.meant", near))
                                            .orElse(Phrase.NONE)));
                }
            }
            prompts.values().forEach(prompt -> prompt(prompt, fixed, used));
        });
        samePlaceholders(byLanguage, fixed);
    }

    /** The values that a sentence may mention. */
    private Set<String> given(String name, Map<String, Set<String>> fixed) {
        return fixed.containsKey(name) ? fixed.getOrDefault(name, Set.of()) : valuesOf(contents);
    }

    private void prompt(Prompt prompt, Map<String, Set<String>> fixed, Set<String> used) {
        String name = prompt.name().name();
        Set<String> given = given(name, fixed);
        for (Placeholder place : prompt.placeholders()) {
            groups(prompt, place);
            if (!given.contains(place.name())) {
                problems.add(
                        Rule.UNKNOWN_VALUE,
                        prompt.name().place(),
                        Phrase.of("sentence.unknown-value", name, place.name(), Nearest.phrase(place.name(), given)));
            }
        }
        if (!used.contains(name)) {
            problems.add(Rule.UNUSED_PROMPT, prompt.name().place(), Phrase.of("sentence.unused", name));
        }
        if (!contents.settings().voices().containsKey(prompt.voice())) {
            problems.add(Rule.UNKNOWN_LANGUAGE, prompt.name().place(), Phrase.of("sentence.no-voice", prompt.voice()));
        }
    }

    /** A number is said in groups of some size, or as a kind of entry is written. */
    private void groups(Prompt prompt, Placeholder place) {
        Set<String> entries = contents.settings().entries().keySet();
        boolean needsSize = place.type().equals("spell") || place.type().equals("last");
        boolean known =
                place.style().matches("[1-9]?") || (place.type().equals("spell") && entries.contains(place.style()));
        if (needsSize && !known) {
            problems.add(
                    Rule.UNKNOWN_ENTRY_FORMAT,
                    prompt.name().place(),
                    Phrase.of(
                            "sentence.groups",
                            prompt.name(),
                            place.name(),
                            place.style(),
                            Nearest.phrase(place.style(), entries)));
        }
    }

    /** A value that nothing gives is no reason to say it in the other languages too. */
    private void samePlaceholders(Map<Language, Map<String, Prompt>> byLanguage, Map<String, Set<String>> fixed) {
        Map<String, Set<String>> mentioned = new TreeMap<>();
        byLanguage
                .values()
                .forEach(prompts -> prompts.forEach((name, prompt) ->
                        mentioned.computeIfAbsent(name, any -> new TreeSet<>()).addAll(names(prompt))));
        byLanguage
                .values()
                .forEach(prompts -> prompts.forEach((name, prompt) -> {
                    Set<String> missing = new TreeSet<>(mentioned.getOrDefault(name, Set.of()));
                    missing.removeAll(names(prompt));
                    missing.retainAll(given(name, fixed));
                    if (!missing.isEmpty()) {
                        problems.add(
                                Rule.MISSING_PLACEHOLDER,
                                prompt.name().place(),
                                Phrase.of("sentence.leaves-out", name, "`{" + String.join("}`, `{", missing) + "}`"));
                    }
                }));
    }

    private static Set<String> names(Prompt prompt) {
        return prompt.placeholders().stream().map(Placeholder::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Phrase whereItIs(String name, Map<Language, Map<String, Prompt>> byLanguage) {
        return byLanguage.values().stream()
                .flatMap(prompts -> Optional.ofNullable(prompts.get(name)).stream())
                .map(prompt -> prompt.name().place())
                .map(place -> Phrase.of("hint.has-it", place.file(), place.line()))
                .findFirst()
                .orElse(Phrase.NONE);
    }

    private static boolean isIn(String name, Map<Language, Map<String, Prompt>> byLanguage) {
        return byLanguage.values().stream().anyMatch(prompts -> prompts.containsKey(name));
    }

    private static Set<String> unusedOf(Set<String> names, Set<String> used) {
        Set<String> unused = new TreeSet<>(names);
        unused.removeAll(used);
        return unused;
    }

    private Set<String> used(Kind kind) {
        Set<String> used = new TreeSet<>();
        contents.flows()
                .values()
                .forEach(flow -> flow.steps()
                        .values()
                        .forEach(step -> step.uses().stream()
                                .filter(use -> use.kind() == kind)
                                .forEach(use -> used.add(use.ref().name()))));
        return used;
    }
}
