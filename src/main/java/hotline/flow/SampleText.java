package hotline.flow;

import hotline.phone.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a sentence sounds like with ordinary values, to measure it: numbers of the longest shape, every branch of a choice. */
final class SampleText {
    private static final String NAME = "Rina Wulandari";
    private static final String DAY = "2026-11-27";
    private static final String TIME = "2026-11-27T12:45";
    private static final String SUM = "1250000 IDR";
    private static final String LINK = "https://hotline.example.com/r/AB12CD34EF56";
    private static final int ORDINARY = 12;

    private final Map<String, EntryKind> entries;

    SampleText(Map<String, EntryKind> entries) {
        this.entries = entries;
    }

    /** The texts that the sentence can become, one for each word that it chooses by. */
    List<String> spoken(Prompt prompt) {
        return all(prompt, true);
    }

    /** The same as it is written in a text message. */
    List<String> written(Prompt prompt) {
        return all(prompt, false);
    }

    private List<String> all(Prompt prompt, boolean spoken) {
        Map<String, String> ordinary = new HashMap<>();
        prompt.placeholders().forEach(place -> ordinary.putIfAbsent(place.name(), value(place)));
        Language language = prompt.voice();
        ValueSpeech speech = new ValueSpeech(language.locale(), spoken, entries);
        List<String> texts = new ArrayList<>(List.of(prompt.text(ordinary, speech)));
        for (Placeholder place : prompt.placeholders()) {
            for (String word : place.words()) {
                Map<String, String> values = new HashMap<>(ordinary);
                values.put(place.name(), word.startsWith("=") ? word.substring(1) : word);
                texts.add(prompt.text(values, speech));
            }
        }
        return texts;
    }

    private String value(Placeholder place) {
        return switch (place.type()) {
            case "date" -> DAY;
            case "time" -> TIME;
            case "money" -> SUM;
            case "number", "plural", "selectordinal", "spellout" -> String.valueOf(ORDINARY);
            case "select" -> "other";
            case "spell", "last" -> digits(place);
            default -> place.name().endsWith(".link") ? LINK : place.name().endsWith("name") ? NAME : digits(place);
        };
    }

    private String digits(Placeholder place) {
        EntryKind kind = entries.get(place.style());
        return "1".repeat(kind != null ? kind.most() : longest(place.name()));
    }

    private static int longest(String value) {
        return switch (value) {
            case Values.TICKET -> 9;
            case Values.ORDER, Values.TYPED_ORDER -> 17;
            default -> ORDINARY;
        };
    }
}
