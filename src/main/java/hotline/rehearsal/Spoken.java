package hotline.rehearsal;

import hotline.flow.Utterance;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A sentence that the caller heard, with the values in it and its words. */
record Spoken(String prompt, Map<String, String> values, String text) {
    static Spoken of(Utterance utterance) {
        if (utterance instanceof Utterance.Say say) {
            return new Spoken(say.prompt(), say.values(), say.text());
        }
        String recording = Expected.nameOf((Utterance.Play) utterance);
        return new Spoken(recording, Map.of(), "(recording)");
    }

    static String shown(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(value -> value.getKey() + ": " + value.getValue())
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    @Override
    public String toString() {
        return values.isEmpty() ? prompt : prompt + " " + shown(values);
    }
}
