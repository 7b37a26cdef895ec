package hotline.flow;

import hotline.phone.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Checks the recordings that replace prompts: the carrier can play them, and they leave nothing out that the voice would say. */
final class RecordingChecks {
    private final FlowContents contents;
    private final Problems problems;

    RecordingChecks(FlowContents contents, Problems problems) {
        this.contents = contents;
        this.problems = problems;
    }

    /** @param recordings by their path in {@code audio/}; those that are not in a language's folder are no prompts */
    void check(Map<String, AudioFile> recordings) {
        Map<String, Prompt> replaced = new HashMap<>();
        contents.prompts()
                .forEach((language, prompts) ->
                        prompts.forEach((name, prompt) -> replaced.put(Recordings.nameOf(name, language), prompt)));
        recordings.forEach((file, audio) -> {
            if (file.contains("/")) {
                Optional.ofNullable(replaced.get(file))
                        .ifPresentOrElse(prompt -> replaces(file, audio, prompt), () -> unused(file));
            }
        });
    }

    private void replaces(String file, AudioFile audio, Prompt prompt) {
        Place place = prompt.name().place();
        audio.wrong()
                .ifPresent(wrong -> problems.add(Rule.WRONG_AUDIO, place, Phrase.of("recording.wrong", file, wrong)));
        if (!prompt.placeholders().isEmpty()) {
            problems.add(
                    Rule.RECORDING_WITHOUT_VALUES,
                    place,
                    Phrase.of(
                            "recording.values",
                            prompt.name(),
                            prompt.placeholders().get(0).name(),
                            file));
        }
    }

    private void unused(String file) {
        String language = file.substring(0, file.indexOf('/'));
        String name = file.substring(file.indexOf('/') + 1).replaceAll("\\.wav$", "");
        Phrase hint = contents.prompts().keySet().stream()
                .filter(known -> known.code().equals(language))
                .findFirst()
                .map((Language known) -> Nearest.phrase(
                        name, contents.prompts().getOrDefault(known, Map.of()).keySet()))
                .orElse(Phrase.NONE);
        problems.add(
                Rule.UNUSED_RECORDING,
                new Place("audio/" + file, 1, 1),
                Phrase.of("recording.unused", name, language, hint));
    }
}
