package hotline.flow;

import hotline.flow.Use.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Opens a ticket for the order at hand, or adds to the one that is open. */
record TicketStep(Ref category, Exits exits) implements Step {
    static TicketStep read(StepFields fields) {
        Ref category = fields.main(Kind.TOPIC, "means.ticket");
        return new TicketStep(
                category,
                Exits.read(
                        fields,
                        Map.of(
                                "opened", "when.ticket-opened",
                                "added", "when.ticket-added")));
    }

    @Override
    public Next enter(Walk walk) {
        Question.OpenTicket question = new Question.OpenTicket(
                walk.orTopic(category),
                walk.find(Values.ORDER).or(() -> walk.find(Values.TYPED_ORDER)),
                walk.find(Values.DESIRED_OUTCOME));
        return exits.take(walk.ask(question).exit());
    }

    @Override
    public Set<String> gives() {
        return Values.OF_TICKET;
    }

    @Override
    public List<Way> ways() {
        return exits.ways(exit -> Values.SURE_OF_TICKET);
    }
}
