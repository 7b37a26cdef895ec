package hotline.flow;

import hotline.phone.Language;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Nearest {
    private Nearest() {}

    /** The end of an error message in English: {@code ; did you mean `…`?}, or what there is to choose from. */
    public static String hint(String name, Collection<String> known) {
        return phrase(name, known).in(Language.ENGLISH);
    }

    /** The same in any language. */
    static Phrase phrase(String name, Collection<String> known) {
        Optional<String> nearest = find(name, known);
        if (nearest.isPresent()) {
            return Phrase.of("hint.near", nearest.get());
        }
        if (known.isEmpty() || known.size() > 12) {
            return Phrase.NONE;
        }
        return Phrase.of(
                "hint.there-is", String.join(", ", known.stream().sorted().toList()));
    }

    /** The one of these that is at most a third of its letters away, if there is one. */
    public static Optional<String> find(String name, Collection<String> known) {
        int most = Math.max(1, name.length() / 3);
        return known.stream()
                .filter(candidate -> Math.abs(name.length() - candidate.length()) <= most)
                .filter(candidate -> distance(name, candidate) <= most)
                .min(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Letters to add, drop, change, or swap with their neighbor (Damerau and Levenshtein's distance). */
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int cheapest(int[][] cost, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int cheapest = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(cheapest, cost[i - 2][j - 2] + 1) : cheapest;
    }
}
