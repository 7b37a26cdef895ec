package hotline.flow;

import hotline.flow.Tree.Field;
import hotline.flow.Tree.Fields;
import hotline.flow.Tree.Items;
import hotline.flow.Tree.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one part of a file, read one by one. What is missing, unknown or of the wrong kind becomes a problem at its
 * place, and reading goes on with something harmless.
 */
public final class Section {
    private final Phrase name;
    private final Ref title;
    private final Problems problems;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();

    /**
     * @param name what the section is called, as {@code step `wait`}
     * @param title the field that holds it
     */
    public Section(Phrase name, Ref title, Fields tree, Problems problems) {
        this.name = name;
        this.title = title;
        this.problems = problems;
        tree.fields().forEach(field -> fields.put(field.key().value(), field));
    }

    /** The same in English alone, for what is not told to readers of other languages. */
    public Section(String name, Ref title, Fields tree, Problems problems) {
        this(Phrase.plain(name), title, tree, problems);
    }

    Ref title() {
        return title;
    }

    /** Where it is written. */
    public Place place() {
        return title.place();
    }

    /** Where its mistakes go. */
    public Problems problems() {
        return problems;
    }

    /** The names of its fields, in the order of the file. */
    public Set<String> names() {
        return fields.keySet();
    }

    /** The fields that have not been asked for, in the order of the file. */
    List<Field> rest() {
        List<Field> rest = fields.values().stream()
                .filter(field -> !known.contains(field.key().value()))
                .toList();
        rest.forEach(field -> known.add(field.key().value()));
        return rest;
    }

    /**
     * A text that must be there.
     *
     * @param meaning what it is for, said when it is missing
     */
    public Ref text(String key, Phrase meaning) {
        return text(Rule.MISSING_FIELD, key, meaning);
    }

    /** The same in English alone, for what is not told to readers of other languages. */
    public Ref text(String key, String meaning) {
        return text(key, Phrase.plain(meaning));
    }

    /** @param missing the rule that is broken when the field is not there */
    Ref text(Rule missing, String key, Phrase meaning) {
        return findText(key).orElseGet(() -> {
            if (!fields.containsKey(key)) {
                problems.add(missing, place(), Phrase.of("field.missing", name, key, meaning));
            }
            return new Ref("", place());
        });
    }

    /** A text, if the field is there. */
    public Optional<Ref> findText(String key) {
        return find(key).flatMap(field -> asText(field.value(), key));
    }

    /** One text or a list of them; empty when the field is not there. */
    public List<Ref> texts(String key) {
        Optional<Field> field = find(key);
        if (field.isEmpty()) {
            return List.of();
        }
        if (field.get().value() instanceof Items items) {
            return items.items().stream()
                    .flatMap(item -> asText(item, key).stream())
                    .toList();
        }
        return asText(field.get().value(), key).stream().toList();
    }

    /** A field's value as it is written, of whatever kind. */
    public Optional<Tree> tree(String key) {
        return find(key).map(Field::value);
    }

    /** A whole number, or the given one when the field is not there. */
    public int number(String key, int otherwise, int least, int most) {
        Optional<Ref> text = findText(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        String digits = text.get().name();
        int number = digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : -1;
        if (number < least || number > most) {
            problems.add(Rule.WRONG_VALUE, text.get().place(), Phrase.of("field.not-number", key, digits, least, most));
            return otherwise;
        }
        return number;
    }

    /** A field that has fields of its own. */
    public Optional<Section> findSection(String key) {
        return find(key).flatMap(field -> section(Phrase.of("what.field-of", key, name), field));
    }

    /** The list under a field, each item with fields of its own. */
    public List<Section> sections(String key) {
        Optional<Field> field = find(key);
        if (field.isEmpty() || !(field.get().value() instanceof Items items)) {
            field.ifPresent(
                    wrong -> problems.add(Rule.WRONG_FORM, wrong.value().place(), Phrase.of("field.not-list", key)));
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (Tree item : items.items()) {
            if (item instanceof Fields itemFields) {
                sections.add(
                        new Section(Phrase.of("what.item", key), new Ref(key, item.place()), itemFields, problems));
            } else {
                problems.add(Rule.WRONG_FORM, item.place(), Phrase.of("form.fields"));
            }
        }
        return sections;
    }

    /** The fields of a field, each a text. */
    public Map<Ref, Ref> pairs(String key) {
        Map<Ref, Ref> pairs = new LinkedHashMap<>();
        findSection(key)
                .ifPresent(section -> section.rest()
                        .forEach(field -> section.asText(
                                        field.value(), field.key().value())
                                .ifPresent(text -> pairs.put(
                                        new Ref(field.key().value(), field.key().place()), text))));
        return pairs;
    }

    /** A field's value as a section. */
    Optional<Section> section(Phrase called, Field field) {
        Ref key = new Ref(field.key().value(), field.key().place());
        if (field.value() instanceof Fields inner) {
            return Optional.of(new Section(called, key, inner, problems));
        }
        if (field.value() instanceof Text text && text.value().isEmpty()) {
            return Optional.of(new Section(called, key, new Fields(List.of(), text.place()), problems));
        }
        problems.add(Rule.WRONG_FORM, field.value().place(), Phrase.of("field.not-fields", called));
        return Optional.empty();
    }

    /**
     * All fields that have not been asked for, each with fields of its own.
     *
     * @param key of the phrase for one of them, which takes its name
     */
    List<Section> parts(String key) {
        return rest().stream()
                .flatMap(field -> section(Phrase.of(key, field.key().value()), field).stream())
                .toList();
    }

    /** A field that this version does not know any more. */
    void rejectField(String key, Phrase instead) {
        find(key)
                .ifPresent(field -> problems.add(Rule.UNKNOWN_FIELD, field.key().place(), instead));
    }

    /** To be called last: whatever was never asked for is unknown. */
    public void close() {
        for (Field field : fields.values()) {
            String key = field.key().value();
            if (!known.contains(key)) {
                problems.add(
                        Rule.UNKNOWN_FIELD,
                        field.key().place(),
                        Phrase.of("field.unknown", name, key, Nearest.phrase(key, known)));
            }
        }
    }

    private Optional<Field> find(String key) {
        known.add(key);
        return Optional.ofNullable(fields.get(key));
    }

    Optional<Ref> asText(Tree value, String key) {
        if (value instanceof Text text && !text.value().isEmpty()) {
            return Optional.of(new Ref(text.value(), text.place()));
        }
        problems.add(Rule.WRONG_FORM, value.place(), Phrase.of("field.not-text", key));
        return Optional.empty();
    }
}
