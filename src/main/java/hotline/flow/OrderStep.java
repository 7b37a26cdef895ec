package hotline.flow;

import hotline.flow.Question.AboutOrder;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Asks the order directory: for the caller's newest order, for the one whose number was typed, or for proof. */
record OrderStep(Way way, String number, int attempts, Exits exits) implements Step {
    private static final String UNAVAILABLE = "the order system does not answer";
    private static final String TOO_MANY = "too many numbers were tried";

    /** What is asked; each with its exits and what they mean. */
    enum Way {
        NEWEST(Map.of(
                "found", "the caller's number has an order",
                "none", "it has none",
                "unavailable", UNAVAILABLE)),
        FIND(Map.of(
                "own", "the order is the caller's",
                "choose", "the keys fit two of the caller's orders",
                "near", "one of the caller's orders has nearly this number",
                "check", "the caller has to show that the order is theirs",
                "card", "it is the number of a payment card",
                "too-many", TOO_MANY,
                "unavailable", UNAVAILABLE)),
        VERIFY(Map.of(
                "match",
                "the last four digits are right",
                "mismatch",
                "they are not, or there is no such order",
                "too-many",
                TOO_MANY,
                "unavailable",
                UNAVAILABLE));

        @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
        private final Map<String, String> exits;

        Way(Map<String, String> exits) {
            this.exits = exits;
        }
    }

    private static final int USUAL_ATTEMPTS = 3;
    private static final String TRIES = "verify-tries";

    static OrderStep read(StepFields fields) {
        Ref word = fields.section().text("order", "one of newest, find, verify");
        Way way = Way.NEWEST;
        Set<String> words = new LinkedHashSet<>();
        for (Way known : Way.values()) {
            words.add(known.name().toLowerCase(Locale.ROOT));
            way = known.name().toLowerCase(Locale.ROOT).equals(word.name()) ? known : way;
        }
        if (!word.name().isEmpty() && !words.contains(word.name())) {
            fields.section()
                    .problems()
                    .error(
                            word.place(),
                            "`" + word + "` is not something to ask about orders" + Nearest.hint(word.name(), words));
        }
        String number = fields.findName(Use.Kind.VALUE, "number").map(Ref::name).orElse(Values.TYPED_ORDER);
        int attempts = fields.section().number("attempts", USUAL_ATTEMPTS, 1, 5);
        return new OrderStep(way, number, attempts, Exits.read(fields, way.exits));
    }

    @Override
    public Next enter(Walk walk) {
        Answer answer = walk.ask(question(walk));
        String exit = settle(walk, answer.exit());
        return exits.take(exit);
    }

    private AboutOrder question(Walk walk) {
        String typed = walk.find(number).orElse("");
        if (way == Way.VERIFY) {
            String lastFour = walk.find(Values.LAST_FOUR).orElse("");
            walk.forget(Values.LAST_FOUR);
            return new Question.VerifyOrder(typed, lastFour);
        }
        walk.forget(Values.ORDER_FACTS);
        return way == Way.FIND ? new Question.FindOrder(typed) : new Question.NewestOrder();
    }

    /** Remembers the proof, forgets a card's number, and counts wrong proofs. */
    private String settle(Walk walk, String exit) {
        switch (exit) {
            case "found", "own", "near" -> walk.set(Values.PROOF, "caller-id");
            case "match" -> {
                walk.set(Values.PROOF, "last-four");
                walk.forget(TRIES);
            }
            case "card" -> walk.forget(number);
            case "check" -> walk.forget(TRIES);
            case "mismatch" -> {
                int tries = 1 + walk.find(TRIES).map(Integer::parseInt).orElse(0);
                walk.set(TRIES, String.valueOf(tries));
                return tries >= attempts ? "too-many" : exit;
            }
            default -> {}
        }
        return exit;
    }

    @Override
    public Set<String> gives() {
        Set<String> facts = new LinkedHashSet<>(Values.OF_ORDER);
        if (way == Way.FIND) {
            facts.add("choice-1");
            facts.add("choice-2");
        }
        return facts;
    }
}
