package hotline.rehearsal;

import hotline.flow.Nearest;
import hotline.flow.Problems;
import hotline.flow.QueueRules;
import hotline.flow.Ref;
import hotline.flow.Rule;
import hotline.flow.Section;
import hotline.flow.Tree;
import hotline.flow.VoiceFlows;
import hotline.rehearsal.Outcome.Expectation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the part {@code then} of an example: what must have come of the call. */
final class OutcomeReader {
    private static final String NOTHING = "nothing";

    /** What may be said of each thing. */
    private static final Map<String, List<String>> PARTS = Map.of(
            "ticket", List.of("category", "order", "status", "desired-outcome", "number"),
            "callback", List.of("to", "topic"),
            "voicemail", List.of(),
            "language", List.of(),
            "at", List.of(),
            "agent", List.of(),
            "rating", List.of());

    private static final Set<String> MAY_BE_YES = Set.of("ticket", "callback", "voicemail");

    private static final Set<String> ARE_TOPICS = Set.of("category", "topic");

    private final VoiceFlows flows;
    private final Problems problems;

    OutcomeReader(VoiceFlows flows, Problems problems) {
        this.flows = flows;
        this.problems = problems;
    }

    Outcome read(Section example) {
        Optional<Tree> then = example.tree("then");
        if (then.isEmpty()) {
            return Outcome.UNSAID;
        }
        if (then.get() instanceof Tree.Text text && text.value().equals(NOTHING)) {
            Map<String, Expectation> none = new LinkedHashMap<>();
            MAY_BE_YES.forEach(thing -> none.put(thing, new Expectation(text.place(), Outcome.NONE)));
            return new Outcome(none, Optional.of(new Outcome.Messages(text.place(), List.of())));
        }
        return example.findSection("then").map(this::outcome).orElse(Outcome.UNSAID);
    }

    private Outcome outcome(Section section) {
        Map<String, Expectation> facts = new LinkedHashMap<>();
        Optional<Outcome.Messages> sms = section.names().contains("sms") ? Optional.of(sms(section)) : Optional.empty();
        for (String thing : PARTS.keySet().stream().sorted().toList()) {
            Optional<Tree> tree = section.tree(thing);
            if (tree.isPresent() && tree.get() instanceof Tree.Fields) {
                section.findSection(thing).ifPresent(parts -> parts(thing, parts, facts));
            } else if (tree.isPresent()) {
                section.findText(thing)
                        .ifPresent(word -> facts.put(thing, new Expectation(word.place(), word(thing, word))));
            }
        }
        section.close();
        return new Outcome(facts, sms);
    }

    private String word(String thing, Ref word) {
        if (MAY_BE_YES.contains(thing) && !word.name().matches("yes|none")) {
            problems.add(
                    Rule.WRONG_VALUE,
                    word.place(),
                    "`" + thing + "` is `yes` or `none`"
                            + (thing.equals("voicemail") ? "" : ", or says more of it, as `{…}`"));
        }
        if (thing.equals("at") && !flows.steps().contains(word.name())) {
            problems.add(
                    Rule.WRONG_VALUE,
                    word.place(),
                    "there is no step `" + word + "`" + Nearest.hint(word.name(), flows.steps()));
        }
        return word.name();
    }

    private void parts(String thing, Section parts, Map<String, Expectation> facts) {
        facts.put(thing, new Expectation(parts.place(), "yes"));
        for (String part : PARTS.getOrDefault(thing, List.of())) {
            parts.findText(part).ifPresent(word -> {
                topic(part, word);
                facts.put(thing + "." + part, new Expectation(word.place(), word.name()));
            });
        }
        parts.close();
    }

    private void topic(String part, Ref word) {
        if (ARE_TOPICS.contains(part) && !word.name().equals(Expected.ANY)) {
            List<String> topics = flows.queues().stream().map(QueueRules::skill).toList();
            new Words(problems).oneOf(word, "topic", topics);
        }
    }

    private Outcome.Messages sms(Section section) {
        List<Ref> names = section.texts("sms");
        if (names.size() == 1 && names.get(0).name().equals(Outcome.NONE)) {
            return new Outcome.Messages(names.get(0).place(), List.of());
        }
        Words words = new Words(problems);
        names.forEach(name -> words.oneOf(name, "message", flows.messageNames()));
        return new Outcome.Messages(
                names.isEmpty() ? section.place() : names.get(0).place(),
                names.stream().map(Ref::name).toList());
    }
}
