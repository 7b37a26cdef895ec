package hotline.rehearsal;

import hotline.flow.Nearest;
import hotline.flow.Place;
import hotline.flow.Problems;
import hotline.flow.Ref;
import hotline.flow.Rule;
import hotline.flow.Section;
import hotline.flow.Tree;
import hotline.flow.VoiceFlows;
import hotline.phone.Keypad;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the part {@code call} of an example: what is heard and done, in order. */
final class MoveReader {
    private static final String SAY_NOTHING = "say nothing";
    private static final List<String> FIELDS = List.of("hear", "press", "wait", "speak", "orders");
    private static final List<String> ON_OR_OFF = List.of("available", "unavailable");

    private final VoiceFlows flows;
    private final Problems problems;
    private final Words words;
    private final Set<String> heard;

    MoveReader(VoiceFlows flows, Problems problems) {
        this.flows = flows;
        this.problems = problems;
        this.words = new Words(problems);
        this.heard = flows.promptNames();
    }

    List<Move> read(Section example) {
        Optional<Tree> call = example.tree("call");
        if (call.isEmpty() || !(call.get() instanceof Tree.Items items)) {
            problems.add(
                    Rule.WRONG_VALUE,
                    call.map(Tree::place).orElse(example.place()),
                    "an example needs `call`: a list, each item with a dash, as `- press: 1`");
            return List.of();
        }
        return items.items().stream().flatMap(item -> move(item).stream()).toList();
    }

    private Optional<Move> move(Tree item) {
        if (item instanceof Tree.Text text) {
            return deed(text.value(), text.place());
        }
        if (item instanceof Tree.Fields fields && fields.fields().size() == 1) {
            Tree.Field field = fields.fields().get(0);
            return field(field.key().value(), field.key().place(), field.value());
        }
        problems.add(
                Rule.WRONG_VALUE, item.place(), "expected one thing that is heard or done, as `press: 1` or `hang up`");
        return Optional.empty();
    }

    private Optional<Move> deed(String written, Place place) {
        if (written.replace('-', ' ').equals(SAY_NOTHING)) {
            return Optional.of(new Move.SayNothing(place));
        }
        Optional<Deed> deed = Deed.find(written);
        if (deed.isEmpty()) {
            List<String> known = new ArrayList<>(Deed.allWords());
            known.add(SAY_NOTHING);
            String hint = Nearest.hint(written, known);
            problems.add(
                    Rule.WRONG_VALUE,
                    place,
                    "`" + written + "` is nothing that happens in a call"
                            + (hint.isEmpty() ? "; there is " + String.join(", ", known) : hint));
        }
        return deed.map(known -> new Move.Do(place, known));
    }

    private Optional<Move> field(String name, Place place, Tree value) {
        switch (name) {
            case "hear" -> {
                return Optional.of(new Move.Hear(place, sentences(value)));
            }
            case "press" -> {
                return text(value).map(keys -> new Move.Press(place, keys(keys)));
            }
            case "wait" -> {
                return text(value).map(length -> new Move.Wait(place, words.length(length)));
            }
            case "speak" -> {
                return text(value).map(message -> new Move.Speak(place, message.name()));
            }
            case "orders" -> {
                return text(value)
                        .map(word -> new Move.Orders(
                                place,
                                words.oneOf(word, "state of the order system", ON_OR_OFF)
                                        .equals("unavailable")));
            }
            default -> {
                problems.add(
                        Rule.WRONG_VALUE,
                        place,
                        "`" + name + "` is nothing that happens in a call" + Nearest.hint(name, FIELDS));
                return Optional.empty();
            }
        }
    }

    /** Letters are pressed as the keys that they are printed on. */
    private String keys(Ref written) {
        String plain = written.name().replaceAll("[ -]", "");
        if (!plain.matches("[0-9A-Za-z*#]{1,40}")) {
            problems.add(
                    Rule.WRONG_VALUE,
                    written.place(),
                    "`" + written + "` cannot be pressed; a phone has 0 to 9, letters, * and #");
            return "";
        }
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            String key = plain.substring(i, i + 1);
            keys.append(key.matches("[*#]") ? key : Keypad.keysOf(key));
        }
        return keys.toString();
    }

    private List<Expected> sentences(Tree tree) {
        if (tree instanceof Tree.Items items) {
            return items.items().stream()
                    .flatMap(item -> sentences(item).stream())
                    .toList();
        }
        if (tree instanceof Tree.Fields fields) {
            return fields.fields().stream()
                    .map(field -> sentence(field.key(), field.value()))
                    .toList();
        }
        return List.of(sentence((Tree.Text) tree, new Tree.Text("", tree.place())));
    }

    private Expected sentence(Tree.Text name, Tree values) {
        String prompt = words.oneOf(new Ref(name.value(), name.place()), "prompt", heard);
        Map<String, String> expected = new LinkedHashMap<>();
        if (values instanceof Tree.Fields fields) {
            for (Tree.Field field : fields.fields()) {
                text(field.value()).ifPresent(value -> expected.put(valueName(prompt, field.key()), value.name()));
            }
        } else if (!(values instanceof Tree.Text text) || !text.value().isEmpty()) {
            problems.add(Rule.WRONG_VALUE, values.place(), "expected the values that it says, as `{number: any}`");
        }
        return new Expected(prompt, expected);
    }

    /** A value by its name, or by the end of it if that is clear: {@code number} for {@code ticket.number}. */
    private String valueName(String prompt, Tree.Text written) {
        Set<String> known = flows.valuesOf(prompt);
        if (known.contains(written.value())) {
            return written.value();
        }
        List<String> meant = known.stream()
                .filter(name -> name.endsWith("." + written.value()))
                .toList();
        if (meant.size() != 1) {
            List<String> names = new ArrayList<>(known);
            known.forEach(name -> names.add(name.substring(name.lastIndexOf('.') + 1)));
            problems.add(
                    Rule.WRONG_VALUE,
                    written.place(),
                    "prompt `" + prompt + "` says no value `" + written.value() + "`"
                            + Nearest.hint(written.value(), names));
            return written.value();
        }
        return meant.get(0);
    }

    private Optional<Ref> text(Tree tree) {
        if (tree instanceof Tree.Text text && !text.value().isEmpty()) {
            return Optional.of(new Ref(text.value(), text.place()));
        }
        problems.add(Rule.WRONG_VALUE, tree.place(), "expected a word or a number");
        return Optional.empty();
    }
}
