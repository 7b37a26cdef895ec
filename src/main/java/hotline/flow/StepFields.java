package hotline.flow;

import hotline.flow.Use.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one step; notes every name that the step mentions, so that it can be checked later. */
final class StepFields {
    private final String kind;
    private final Section section;
    private final List<Use> uses = new ArrayList<>();

    StepFields(String kind, Section section) {
        this.kind = kind;
        this.section = section;
    }

    Section section() {
        return section;
    }

    List<Use> uses() {
        return List.copyOf(uses);
    }

    /**
     * What stands behind the kind: {@code welcome} in {@code say: welcome}.
     *
     * @param meaning what it is for, said when it is missing; the key of a {@link Phrase} here and below
     */
    Ref main(Kind of, String meaning) {
        return name(of, kind, meaning);
    }

    /** A step, a return or a flow to go on with. */
    Ref target(String field, String meaning) {
        return target(section, field, Phrase.of(meaning));
    }

    /** A target whose meaning has to be put together. */
    Ref target(String field, Phrase meaning) {
        return target(section, field, meaning);
    }

    /** A target within one item of a list. */
    Ref targetOf(Section item, String field, String meaning) {
        return target(item, field, Phrase.of(meaning));
    }

    private Ref target(Section part, String field, Phrase meaning) {
        return noted(Kind.TARGET, part.text(Rule.MISSING_WAY_OUT, field, meaning));
    }

    /** A field whose name is not known beforehand and whose value is a target. */
    Optional<Ref> noteTarget(Tree.Field field) {
        return section.asText(field.value(), field.key().value()).map(ref -> noted(Kind.TARGET, ref));
    }

    /** Notes a name that was read in some other way. */
    void note(Kind of, Ref ref) {
        noted(of, ref);
    }

    Optional<Ref> findTarget(String field) {
        return findName(Kind.TARGET, field);
    }

    Ref name(Kind of, String field, String meaning) {
        return noted(of, section.text(field, Phrase.of(meaning)));
    }

    Optional<Ref> findName(Kind of, String field) {
        return section.findText(field).map(ref -> noted(of, ref));
    }

    /** One prompt or several in a row. */
    List<Ref> prompts(String field, String meaning) {
        List<Ref> prompts = findPrompts(field);
        if (prompts.isEmpty() && !section.names().contains(field)) {
            section.text(field, Phrase.of(meaning));
        }
        return prompts;
    }

    List<Ref> findPrompts(String field) {
        List<Ref> prompts = section.texts(field);
        prompts.forEach(ref -> noted(Kind.PROMPT, ref));
        return prompts;
    }

    /** The field {@code keys}: what each key does. The keys 0, * and # have a meaning of their own. */
    Map<String, Ref> keys() {
        Map<String, Ref> keys = new LinkedHashMap<>();
        section.pairs("keys").forEach((key, value) -> {
            if (key.name().matches("[1-9]")) {
                keys.put(key.name(), value);
            } else {
                section.problems().add(Rule.RESERVED_KEY, key.place(), taken(key.name()));
            }
        });
        return keys;
    }

    /** The field {@code keys}, each leading to a step. */
    Map<String, Ref> targetsByKey() {
        Map<String, Ref> keys = keys();
        keys.values().forEach(ref -> noted(Kind.TARGET, ref));
        return keys;
    }

    private static Phrase taken(String key) {
        return switch (key) {
            case "0" -> Phrase.of("key.zero");
            case "*" -> Phrase.of("key.star");
            case "#" -> Phrase.of("key.hash");
            default -> Phrase.of("key.other", key);
        };
    }

    private Ref noted(Kind of, Ref ref) {
        if (!ref.name().isEmpty()) {
            uses.add(new Use(of, ref));
        }
        return ref;
    }
}
