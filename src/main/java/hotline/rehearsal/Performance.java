package hotline.rehearsal;

import hotline.flow.Passed;
import hotline.flow.Place;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One example call, played from the first ring to what came of it. */
final class Performance {
    private final Stage stage;
    private final Example example;
    private final List<String> course = new ArrayList<>();
    private final List<List<Spoken>> chapters = new ArrayList<>();
    private final Line line;
    private final Crew crew;

    Performance(Stage stage, Example example) {
        this.stage = stage;
        this.example = example;
        this.line = new Line(stage, example.given());
        this.crew = new Crew(stage, line);
    }

    Result play() {
        long began = System.nanoTime();
        Optional<Failure> failure = Optional.empty();
        try {
            Setting setting = new Setting(stage, example.given());
            crew.takePlaces(setting.make(), example.given());
            setting.fillQueue();
            line.dial();
            for (Move move : example.moves()) {
                take(move);
            }
            line.hangUp();
            new Aftermath(stage, line).compare(example);
        } catch (UnexpectedException e) {
            failure = Optional.of(e.failure(line.stoodAt()));
        }
        noteHeard();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new Result(example.name(), example.place(), failure, course, branches(), steps(), took);
    }

    private void take(Move move) throws UnexpectedException {
        if (move instanceof Move.Hear hear) {
            line.hear(hear);
            return;
        }
        noteHeard();
        course.add(move.words());
        line.forgetHeard(isByOthers(move));
        if (move instanceof Move.Press press) {
            line.press(press);
        } else if (move instanceof Move.SayNothing) {
            line.sayNothing(move.place());
        } else if (move instanceof Move.Speak speak) {
            line.speak(speak);
        } else if (move instanceof Move.Wait wait) {
            stage.pass(wait.length());
            line.look();
        } else if (move instanceof Move.Orders orders) {
            stage.parts().outage().down(orders.down());
        } else if (move instanceof Move.Do done) {
            crew.perform(done);
        } else {
            throw new AssertionError(move);
        }
    }

    /** What was heard at first, and then after each thing that was done. */
    List<List<Spoken>> chapters() {
        return List.copyOf(chapters);
    }

    /** What came of it; once it was played. */
    Aftermath aftermath() {
        return new Aftermath(stage, line);
    }

    private static boolean isByOthers(Move move) {
        return move instanceof Move.Wait || (move instanceof Move.Do done && !Deed.OF_THE_CALLER.contains(done.deed()));
    }

    private void noteHeard() {
        chapters.add(List.copyOf(line.heard()));
        String heard = line.heard().stream().map(Spoken::toString).collect(Collectors.joining(", "));
        if (!heard.isEmpty()) {
            course.add("  " + heard);
        }
    }

    private Set<Place> branches() {
        Set<Place> taken = new HashSet<>();
        line.turns().forEach(turn -> turn.passed().forEach(step -> taken.addAll(step.by())));
        return taken;
    }

    private Set<String> steps() {
        return line.turns().stream()
                .flatMap(turn -> turn.passed().stream())
                .map(Performance::name)
                .collect(Collectors.toSet());
    }

    private static String name(Passed passed) {
        return passed.flow() + "/" + passed.step();
    }

    /** Who rings, on the built-in network, when the number is withheld (Twilio: the keys of ANONYMOUS). */
    static PhoneNumber shown(Optional<PhoneNumber> caller) {
        return caller.orElse(new PhoneNumber("+266696687"));
    }
}
