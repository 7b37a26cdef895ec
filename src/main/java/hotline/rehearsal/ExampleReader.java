package hotline.rehearsal;

import hotline.flow.FlowProblem;
import hotline.flow.Place;
import hotline.flow.Problems;
import hotline.flow.Ref;
import hotline.flow.Rule;
import hotline.flow.Section;
import hotline.flow.Tree;
import hotline.flow.VoiceFlows;
import hotline.flow.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the example calls of a folder of flows; all mistakes are told at once. */
final class ExampleReader {
    /** Where they are, within the folder of flows. */
    static final String FOLDER = "tests";

    private final VoiceFlows flows;
    private final Problems problems = new Problems();
    private final Map<String, Place> names = new HashMap<>();

    ExampleReader(VoiceFlows flows) {
        this.flows = flows;
    }

    /** The examples of all files, in the order of their names. */
    List<Example> folder(Path folder) {
        Path tests = folder.resolve(FOLDER);
        if (!Files.isDirectory(tests)) {
            return List.of();
        }
        List<Example> examples = new ArrayList<>();
        try (Stream<Path> files = Files.list(tests)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                examples.addAll(file(FOLDER + "/" + file.getFileName(), YamlReader.text(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the example calls in " + tests, e);
        }
        return examples;
    }

    /** The examples of one file, three dashes between them. */
    List<Example> file(String name, String source) {
        List<Example> examples = new ArrayList<>();
        for (Tree.Fields document : new YamlReader(name, problems).readAll(source)) {
            Ref title = new Ref(name, document.place());
            examples.add(example(new Section("the example", title, document, problems)));
        }
        return examples;
    }

    /** What must be mended before the examples can be played; empty when nothing must. */
    List<FlowProblem> problems() {
        return problems.list();
    }

    private Example example(Section section) {
        Ref name = section.text("test", "a sentence that says what it shows");
        Place before = names.putIfAbsent(name.name(), name.place());
        if (before != null && !name.name().isEmpty()) {
            problems.add(Rule.WRONG_VALUE, name.place(), "there is an example of this name already: " + before);
        }
        Given given = new GivenReader(flows, problems).read(section.findSection("given"));
        List<Move> moves = new MoveReader(flows, problems).read(section);
        Outcome outcome = new OutcomeReader(flows, problems).read(section);
        section.close();
        return new Example(name.name(), name.place(), given, moves, outcome);
    }
}
