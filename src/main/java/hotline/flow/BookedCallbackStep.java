package hotline.flow;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for the callback that a caller who rings in again has open, cancels it, or lets them wait now at its place. */
record BookedCallbackStep(Question question, Exits exits) implements Step {
    private static final String FIND = "find";
    private static final String CANCEL = "cancel";
    private static final String WAIT = "wait";

    static BookedCallbackStep read(StepFields fields) {
        Ref word = fields.section().text("booked-callback", Phrase.of("means.booked-callback"));
        List<String> words = List.of(FIND, CANCEL, WAIT);
        if (!word.name().isEmpty() && !words.contains(word.name())) {
            fields.section()
                    .problems()
                    .add(
                            Rule.WRONG_VALUE,
                            word.place(),
                            Phrase.of("step.booked-callback", word, Nearest.phrase(word.name(), words)));
        }
        return switch (word.name()) {
            case CANCEL ->
                new BookedCallbackStep(
                        new Question.CancelCallback(),
                        Exits.read(fields, Map.of("canceled", "when.callback-canceled", "none", "when.callback-over")));
            case WAIT ->
                new BookedCallbackStep(
                        new Question.WaitInstead(),
                        Exits.read(
                                fields,
                                Map.of(
                                        "waits", "when.callback-waits",
                                        "nobody", "when.callback-stays",
                                        "none", "when.callback-over")));
            default ->
                new BookedCallbackStep(
                        new Question.FindCallback(),
                        Exits.read(fields, Map.of("found", "when.callback-found", "none", "when.callback-none")));
        };
    }

    @Override
    public Next enter(Walk walk) {
        return exits.take(walk.ask(question).exit());
    }

    @Override
    public Set<String> gives() {
        return Values.OF_CALLBACK;
    }

    @Override
    public List<Way> ways() {
        return exits.ways(exit -> exit.equals("found") ? Values.OF_CALLBACK : Set.of());
    }
}
