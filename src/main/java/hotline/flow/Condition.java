package hotline.flow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A question about one value: {@code order.situation is late}, {@code order.tracking is not set}, {@code queue.place is more than 3}. */
record Condition(String value, boolean negated, Comparison comparison, String with) {
    enum Comparison {
        SET,
        EQUAL,
        MORE,
        LESS
    }

    private static final Pattern FORM = Pattern.compile(
            "(?<value>[a-z][a-z0-9.-]*) is (?<not>not )?(?:(?<set>set)|(?<size>more|less) than (?<number>[0-9]{1,9})|(?<word>\\S+))");

    static Optional<Condition> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean negated = matcher.group("not") != null;
        String value = matcher.group("value");
        if (matcher.group("set") != null) {
            return Optional.of(new Condition(value, negated, Comparison.SET, ""));
        }
        String number = matcher.group("number");
        if (number != null) {
            Comparison size = "more".equals(matcher.group("size")) ? Comparison.MORE : Comparison.LESS;
            return Optional.of(new Condition(value, negated, size, number));
        }
        return Optional.of(new Condition(value, negated, Comparison.EQUAL, matcher.group("word")));
    }

    boolean holds(Map<String, String> values) {
        String is = values.getOrDefault(value, "");
        boolean holds = switch (comparison) {
            case SET -> !is.isEmpty();
            case EQUAL -> is.equals(with);
            case MORE -> is.matches("[0-9]{1,15}") && Long.parseLong(is) > Long.parseLong(with);
            case LESS -> is.matches("[0-9]{1,15}") && Long.parseLong(is) < Long.parseLong(with);
        };
        return holds != negated;
    }

    /** The values that are set for sure when the condition holds. */
    Set<String> knownWhenItHolds() {
        return negated ? Set.of() : Set.of(value);
    }

    /** The values that are set for sure when it does not. */
    Set<String> knownWhenNot() {
        return negated ? Set.of(value) : Set.of();
    }

    /** As its author writes it. */
    @Override
    public String toString() {
        String what = switch (comparison) {
            case SET -> "set";
            case EQUAL -> with;
            case MORE -> "more than " + with;
            case LESS -> "less than " + with;
        };
        return value + (negated ? " is not " : " is ") + what;
    }

    /** Whether it only asks whether the value is there. */
    boolean asksWhetherSet() {
        return comparison == Comparison.SET;
    }
}
