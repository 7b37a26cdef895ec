package hotline.flow;

import hotline.flow.Next.Await;
import hotline.flow.Next.Go;
import hotline.phone.CardNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for a number. Within it {@code *} clears and {@code #} ends, 0 is a digit, and it ends by itself when it can only be
 * complete. What was typed is kept as a value with the name of the kind.
 *
 * @param none where a lone 0 leads: the caller has no such number
 * @param card where the number of a payment card leads, which is never kept; without it, it is like any other that does not fit
 */
record CollectStep(EntryKind kind, Attempts attempts, Optional<Ref> none, Optional<Ref> card, Ref then)
        implements Step {
    static CollectStep read(StepFields fields, Map<String, EntryKind> entries) {
        Ref name = fields.main(Use.Kind.ENTRY, "means.collect");
        return new CollectStep(
                entries.getOrDefault(name.name(), EntryKind.unknown(name.name())),
                Attempts.read(fields, "prompt"),
                fields.findTarget("none"),
                fields.findTarget("card"),
                fields.target("then", "where.collected"));
    }

    @Override
    public Next enter(Walk walk) {
        walk.forget(kind.name());
        if (kind.name().equals(Values.TYPED_ORDER)) {
            walk.forget(Values.ORDER_FACTS);
        }
        return attempts.first(walk, expect(0));
    }

    @Override
    public Next hear(Walk walk, Input input) {
        String soFar = walk.find(Values.SO_FAR).orElse("");
        walk.forget(Values.SO_FAR);
        if (input instanceof Input.Keys pressed) {
            return typed(walk, soFar + pressed.keys());
        }
        if (input instanceof Input.Silence) {
            return soFar.isEmpty() ? attempts.silence(walk, expect(0)) : typed(walk, soFar);
        }
        return attempts.again(walk, expect(0));
    }

    private Next typed(Walk walk, String keys) {
        String entry = keys.substring(keys.lastIndexOf('*') + 1);
        if (kind.isCard(entry)) {
            return card.<Next>map(Go::new).orElseGet(() -> attempts.mismatch(walk, expect(0)));
        }
        if (isCutShort(keys, entry)) {
            walk.set(Values.SO_FAR, entry);
            return new Await(expect(entry.length()));
        }
        if (kind.accepts(entry)) {
            walk.set(kind.name(), entry);
            return new Go(then);
        }
        if (none.isPresent() && entry.equals("0")) {
            return new Go(none.get());
        }
        return entry.isEmpty() ? attempts.silence(walk, expect(0)) : attempts.mismatch(walk, expect(0));
    }

    /** What was cleared took places of the number, so that the entry may have ended by itself amid the number typed after it. */
    private boolean isCutShort(String keys, String entry) {
        return keys.length() >= kind.room() && entry.length() < keys.length();
    }

    private Expect expect(int typed) {
        return new Expect.Keys(kind.room() - typed, kind.timeout(), true);
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public boolean hasGlobalKeys() {
        return false;
    }

    @Override
    public Masking masking() {
        return kind.masking();
    }

    @Override
    public Set<String> gives() {
        return Set.of(kind.name());
    }

    @Override
    public Set<String> forgets() {
        return kind.name().equals(Values.TYPED_ORDER) ? Set.of(kind.name(), Values.ORDER_FACTS) : Set.of(kind.name());
    }

    /** A number that may be shorter than the longest is ended by a key of its own. */
    @Override
    public List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        int least = kind.least() + (kind.least() < kind.most() ? 1 : 0);
        ways.add(Way.by("then", then).keys(least, kind.most()).setting(Set.of(kind.name())));
        none.ifPresent(target -> ways.add(Way.by("none", target).keys(2, 2)));
        card.ifPresent(
                target -> ways.add(Way.by("card", target).keys(CardNumbers.SHORTEST + 1, CardNumbers.LONGEST + 1)));
        ways.add(Way.by("otherwise", attempts.otherwise()));
        return ways;
    }
}
