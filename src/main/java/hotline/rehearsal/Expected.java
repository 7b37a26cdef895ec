package hotline.rehearsal;

import hotline.flow.Utterance;
import java.util.Map;

/**
 * A sentence that must be heard.
 *
 * @param prompt its name
 * @param values what it must say, by the name in the sentence; {@code any} stands for anything
 */
record Expected(String prompt, Map<String, String> values) {
    static final String ANY = "any";

    Expected {
        values = Map.copyOf(values);
    }

    boolean matches(Spoken spoken) {
        return spoken.prompt().equals(prompt)
                && values.entrySet().stream().allMatch(value -> isSaid(spoken, value.getKey(), value.getValue()));
    }

    private static boolean isSaid(Spoken spoken, String name, String value) {
        String said = spoken.values().getOrDefault(name, "");
        return value.equals(ANY) ? !said.isEmpty() : said.equals(value);
    }

    @Override
    public String toString() {
        return values.isEmpty() ? prompt : prompt + " " + Spoken.shown(values);
    }

    /** The name under which a recording can be expected: its file's, without folder and ending. */
    static String nameOf(Utterance.Play play) {
        return play.path().replaceAll(".*/", "").replaceAll("\\.[a-z0-9]+$", "");
    }
}
