package hotline.flow;

import hotline.flow.Flow.PlacedStep;
import hotline.phone.Language;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks that everything a flow mentions exists. */
final class NameChecks {
    private final FlowContents contents;
    private final Optional<Map<String, AudioFile>> recordings;
    private final Problems problems;

    /** @param recordings the recordings there are; empty when that is not known */
    NameChecks(FlowContents contents, Optional<Map<String, AudioFile>> recordings, Problems problems) {
        this.contents = contents;
        this.recordings = recordings;
        this.problems = problems;
    }

    /** @param uses what the settings mention */
    void check(List<Use> uses) {
        uses.forEach(use -> known(use, namesOf(use.kind())));
        uses.stream().filter(use -> use.kind() == Use.Kind.FLOW).forEach(this::rings);
        contents.flows().values().forEach(this::flow);
        if (!contents.flows().containsKey(Flow.HUMAN)) {
            problems.add(Rule.NO_HUMAN_FLOW, new Place(Flow.HUMAN + ".yaml", 1, 1), Phrase.of("flow.no-human"));
        }
        contents.settings().numbers().values().stream()
                .findFirst()
                .ifPresentOrElse(
                        number -> {},
                        () -> problems.add(Rule.NO_NUMBER, new Place("numbers.yaml", 1, 1), Phrase.of("number.none")));
        if (!contents.settings().queues().containsKey(VoiceFlows.OTHER)) {
            problems.add(Rule.NO_OTHER_QUEUE, new Place("queues.yaml", 1, 1), Phrase.of("queue.no-other"));
        }
    }

    private void flow(Flow flow) {
        known(new Use(Use.Kind.TARGET, flow.start()), flow.steps().keySet());
        flow.topic().ifPresent(topic -> known(new Use(Use.Kind.TOPIC, topic), topics()));
        for (PlacedStep step : flow.steps().values()) {
            boolean alsoFlow = contents.flows().containsKey(step.name().name());
            if (alsoFlow || flow.returnsWith(step.name().name())) {
                problems.add(
                        Rule.AMBIGUOUS_NAME,
                        step.name().place(),
                        Phrase.of(alsoFlow ? "step.also-flow" : "step.also-return", step.name()));
            }
            step.uses().forEach(use -> known(use, use.kind() == Use.Kind.TARGET ? targets(flow) : namesOf(use.kind())));
            if (step.step() instanceof SubFlowStep call) {
                exits(step, call);
            }
        }
    }

    /** A flow that gives control back can only be called: gone to, it would not know where to go back to. */
    private Set<String> targets(Flow flow) {
        Set<String> targets = new TreeSet<>(flow.steps().keySet());
        flow.returns().forEach(ref -> targets.add(ref.name()));
        contents.flows().values().stream()
                .filter(other -> other.returns().isEmpty())
                .forEach(other -> targets.add(other.name().name()));
        return targets;
    }

    /** A flow that gives control back would have nobody to give it to. */
    private void rings(Use use) {
        Optional.ofNullable(contents.flows().get(use.ref().name()))
                .filter(flow -> !flow.returns().isEmpty())
                .ifPresent(flow -> problems.add(
                        Rule.MUST_BE_CALLED, use.ref().place(), Phrase.of("flow.not-to-ring", flow.name())));
    }

    private void exits(PlacedStep step, SubFlowStep call) {
        Flow called = contents.flows().get(call.subFlow().name());
        if (called == null) {
            return;
        }
        List<String> returns = called.returns().stream().map(Ref::name).toList();
        for (String missing : returns) {
            if (!call.exits().containsKey(missing)) {
                problems.add(
                        Rule.MISSING_WAY_OUT,
                        step.name().place(),
                        Phrase.of(
                                "field.missing",
                                Phrase.of("what.step", step.name()),
                                missing,
                                Phrase.of("where.when", Phrase.of("when.returns-so", call.subFlow()))));
            }
        }
        call.exits().forEach((exit, target) -> {
            if (!returns.contains(exit)) {
                problems.add(
                        Rule.UNKNOWN_RETURN,
                        target.place(),
                        Phrase.of("flow.never-returns-with", call.subFlow(), exit, Nearest.phrase(exit, returns)));
            }
        });
    }

    private void known(Use use, Collection<String> names) {
        String name = use.ref().name();
        if (use.kind() == Use.Kind.AUDIO) {
            playable(use.ref());
        }
        boolean unknowable = use.kind() == Use.Kind.AUDIO && recordings.isEmpty();
        if (!name.isEmpty() && !unknowable && !names.contains(name)) {
            if (use.kind() == Use.Kind.TARGET && contents.flows().containsKey(name)) {
                problems.add(Rule.MUST_BE_CALLED, use.ref().place(), Phrase.of("flow.to-call", name));
                return;
            }

            problems.add(
                    use.kind().rule, use.ref().place(), Phrase.of(use.kind().none, name, Nearest.phrase(name, names)));
        }
    }

    private void playable(Ref recording) {
        recordings
                .flatMap(all -> Optional.ofNullable(all.get(recording.name())))
                .flatMap(AudioFile::wrong)
                .ifPresent(wrong -> problems.add(
                        Rule.WRONG_AUDIO, recording.place(), Phrase.of("recording.wrong", recording, wrong)));
    }

    private Set<String> namesOf(Use.Kind kind) {
        return switch (kind) {
            case TARGET -> Set.of();
            case PROMPT -> sentences(contents.prompts());
            case MESSAGE -> sentences(contents.messages());
            case ENTRY -> contents.settings().entries().keySet();
            case QUEUE -> with(contents.settings().queues().keySet(), Values.TOPIC);
            case TOPIC -> with(topics(), Values.TOPIC);
            case FLOW -> contents.flows().keySet();
            case LANGUAGE -> languages();
            case VALUE -> PromptChecks.valuesOf(contents);
            case HOURS -> contents.settings().hours().keySet();
            case AUDIO -> recordings.orElse(Map.of()).keySet();
        };
    }

    /** What callers may ring about: there is a queue for each. */
    private Set<String> topics() {
        return contents.settings().queues().keySet();
    }

    private Set<String> languages() {
        return contents.settings().voices().keySet().stream()
                .map(Language::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> sentences(Map<Language, Map<String, Prompt>> byLanguage) {
        Set<String> names = new TreeSet<>();
        byLanguage.values().forEach(prompts -> names.addAll(prompts.keySet()));
        return names;
    }

    private static Set<String> with(Collection<String> names, String more) {
        Set<String> all = new TreeSet<>(names);
        all.add(more);
        return all;
    }
}
