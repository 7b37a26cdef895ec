package hotline.flow;

import hotline.flow.Use.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Books a callback, which keeps the caller's place in the queue. */
record CallbackStep(Ref skill, Optional<String> number, Exits exits) implements Step {
    static CallbackStep read(StepFields fields) {
        Ref skill = fields.main(Kind.QUEUE, "means.queue");
        Optional<String> number = fields.findName(Kind.VALUE, "number").map(Ref::name);
        return new CallbackStep(
                skill,
                number,
                Exits.read(
                        fields,
                        Map.of(
                                "booked", "when.callback-booked",
                                "already", "when.callback-already",
                                "refused", "when.callback-refused")));
    }

    @Override
    public Next enter(Walk walk) {
        Question question = new Question.BookCallback(
                walk.orTopic(skill), walk.topic(), number.flatMap(walk::find), Values.about(walk.values()));
        Answer answer = walk.ask(question);
        if (answer.exit().equals("booked")) {
            walk.forget(Values.WAITS_AT);
        }
        return exits.take(answer.exit());
    }

    @Override
    public Set<String> gives() {
        return Values.OF_BOOKING;
    }

    @Override
    public List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (Way way : exits.ways(exit -> exit.equals("booked") ? gives() : Set.of())) {
            ways.add(way.exit().equals("booked") ? way.place(Way.InQueue.GIVEN_UP) : way);
        }
        return ways;
    }

    @Override
    public Set<String> needs() {
        return number.map(Set::of).orElse(Set.of());
    }
}
