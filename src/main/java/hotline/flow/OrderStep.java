package hotline.flow;

import hotline.flow.Question.AboutOrder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Asks the order directory: for the caller's newest order, for the one whose number was typed, or for proof. */
record OrderStep(Asked asked, String number, int attempts, Exits exits) implements Step {
    private static final String UNAVAILABLE = "when.unavailable";
    private static final String TOO_MANY = "when.too-many";

    /** What is asked; each with its exits and the keys of the phrases that say what they mean. */
    enum Asked {
        NEWEST(Map.of(
                "found", "when.order-found",
                "none", "when.order-none",
                "unavailable", UNAVAILABLE)),
        FIND(Map.of(
                "own", "when.order-own",
                "choose", "when.order-choose",
                "near", "when.order-near",
                "check", "when.order-check",
                "card", "when.order-card",
                "too-many", TOO_MANY,
                "unavailable", UNAVAILABLE)),
        VERIFY(Map.of(
                "match",
                "when.order-match",
                "mismatch",
                "when.order-mismatch",
                "too-many",
                TOO_MANY,
                "unavailable",
                UNAVAILABLE));

        @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
        private final Map<String, String> exits;

        Asked(Map<String, String> exits) {
            this.exits = exits;
        }
    }

    private static final int USUAL_ATTEMPTS = 3;
    private static final String TRIES = "verify-tries";

    static OrderStep read(StepFields fields) {
        Ref word = fields.section().text("order", Phrase.of("means.order"));
        Asked asked = Asked.NEWEST;
        Set<String> words = new LinkedHashSet<>();
        for (Asked known : Asked.values()) {
            words.add(known.name().toLowerCase(Locale.ROOT));
            asked = known.name().toLowerCase(Locale.ROOT).equals(word.name()) ? known : asked;
        }
        if (!word.name().isEmpty() && !words.contains(word.name())) {
            fields.section()
                    .problems()
                    .add(
                            Rule.WRONG_VALUE,
                            word.place(),
                            Phrase.of("step.order", word, Nearest.phrase(word.name(), words)));
        }
        String number = fields.findName(Use.Kind.VALUE, "number").map(Ref::name).orElse(Values.TYPED_ORDER);
        int attempts = fields.section().number("attempts", USUAL_ATTEMPTS, 1, 5);
        return new OrderStep(asked, number, attempts, Exits.read(fields, asked.exits));
    }

    @Override
    public Next enter(Walk walk) {
        Answer answer = walk.ask(question(walk));
        String exit = settle(walk, answer.exit());
        return exits.take(exit);
    }

    private AboutOrder question(Walk walk) {
        String typed = walk.find(number).orElse("");
        if (asked == Asked.VERIFY) {
            String lastFour = walk.find(Values.LAST_FOUR).orElse("");
            walk.forget(Values.LAST_FOUR);
            return new Question.VerifyOrder(typed, lastFour);
        }
        walk.forget(Values.ORDER_FACTS);
        return asked == Asked.FIND ? new Question.FindOrder(typed) : new Question.NewestOrder();
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
        if (asked == Asked.FIND) {
            facts.add("choice-1");
            facts.add("choice-2");
        }
        return facts;
    }

    @Override
    public Set<String> forgets() {
        return asked == Asked.VERIFY ? Set.of() : Set.of(Values.ORDER_FACTS);
    }

    @Override
    public List<Way> ways() {
        return exits.ways(this::sets).stream()
                .map(on -> on.exit().equals("card") ? on.forgetting(Set.of(number)) : on)
                .map(on -> asked == Asked.VERIFY ? on.forgetting(Set.of(Values.LAST_FOUR)) : on)
                .toList();
    }

    private Set<String> sets(String exit) {
        return switch (exit) {
            case "found", "own", "near", "match" -> Values.SURE_OF_ORDER;
            case "choose" -> Set.of("choice-1", "choice-2");
            case "check" -> Set.of(Values.ORDER);
            default -> Set.of();
        };
    }

    @Override
    public Set<String> needs() {
        return switch (asked) {
            case NEWEST -> Set.of();
            case FIND -> Set.of(number);
            case VERIFY -> Set.of(number, Values.LAST_FOUR);
        };
    }
}
