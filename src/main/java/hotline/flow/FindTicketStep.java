package hotline.flow;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for a ticket: the caller's newest that is open, or the one whose number was typed. */
record FindTicketStep(boolean newest, Exits exits) implements Step {
    private static final Set<String> WORDS = Set.of("newest", "number");

    static FindTicketStep read(StepFields fields) {
        Ref word = fields.section().text("find-ticket", Phrase.of("means.find-ticket"));
        if (!word.name().isEmpty() && !WORDS.contains(word.name())) {
            fields.section()
                    .problems()
                    .add(
                            Rule.WRONG_VALUE,
                            word.place(),
                            Phrase.of("step.find-ticket", word, Nearest.phrase(word.name(), WORDS)));
        }
        boolean newest = word.name().equals("newest");
        Map<String, String> exits = newest
                ? Map.of("found", "when.ticket-open", "none", "when.ticket-none")
                : Map.of(
                        "found", "when.ticket-found",
                        "not-found", "when.ticket-not-found",
                        "too-many", "when.too-many");
        return new FindTicketStep(newest, Exits.read(fields, exits));
    }

    @Override
    public Next enter(Walk walk) {
        Question question = newest
                ? new Question.NewestTicket()
                : new Question.FindTicket(walk.find(Values.TYPED_TICKET).orElse(""));
        return exits.take(walk.ask(question).exit());
    }

    @Override
    public Set<String> gives() {
        return Values.OF_TICKET;
    }

    @Override
    public List<Way> ways() {
        return exits.ways(exit -> exit.equals("found") ? Values.SURE_OF_TICKET : Set.of());
    }

    @Override
    public Set<String> needs() {
        return newest ? Set.of() : Set.of(Values.TYPED_TICKET);
    }
}
