package hotline.flow;

import hotline.phone.Segments;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Checks that no sentence is longer than a caller can keep in mind, and no text message longer than it needs to be. */
final class LengthChecks {
    private static final double LONGEST_SECONDS = 15;
    private static final int MOST_PARTS = 3;

    private final FlowContents contents;
    private final SampleText samples;
    private final Problems problems;

    LengthChecks(FlowContents contents, Problems problems) {
        this.contents = contents;
        this.samples = new SampleText(contents.settings().entries());
        this.problems = problems;
    }

    void check() {
        contents.prompts().values().forEach(prompts -> prompts.values().forEach(this::spoken));
        contents.messages().values().forEach(messages -> messages.values().forEach(this::written));
    }

    private void spoken(Prompt prompt) {
        double seconds = samples.spoken(prompt).stream()
                .mapToDouble(Speech::seconds)
                .max()
                .orElse(0);
        if (seconds > LONGEST_SECONDS) {
            problems.add(
                    Rule.LONG_PROMPT,
                    prompt.name().place(),
                    Phrase.of("sentence.long", prompt.name(), String.format(Locale.ROOT, "%.0f", seconds)));
        }
    }

    private void written(Prompt message) {
        List<String> texts = samples.written(message);
        Segments longest = texts.stream()
                .map(Segments::of)
                .max(Comparator.comparingInt(Segments::count))
                .orElseThrow();
        Ref name = message.name();
        if (longest.count() > 1) {
            problems.add(
                    longest.count() > MOST_PARTS ? Rule.MESSAGE_TOO_LONG : Rule.LONG_MESSAGE,
                    name.place(),
                    Phrase.of("message.long", name, longest.count(), longest.units(), longest.encoding()));
        }
        texts.stream()
                .flatMap(text -> Segments.findSpecial(text).stream())
                .findFirst()
                .ifPresent(special -> problems.add(
                        Rule.SPECIAL_CHARACTER, name.place(), Phrase.of("message.special", name, special)));
    }
}
