package hotline.agent;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an agent can handle, and how well: for each skill a tier, 1 for those who are asked first, up to {@link #LAST} for those
 * who are only asked when a caller has waited for a while. Written as {@code missing-order} (tier 1) or {@code other:2}.
 *
 * @param tiers by skill
 */
public record Skills(Map<String, Integer> tiers) {
    public static final int BEST = 1;
    public static final int LAST = 3;

    /** Of who only watches or administers. */
    public static final Skills NONE = new Skills(Map.of());

    private static final int MOST = 15;
    private static final Pattern SKILL = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern WRITTEN = Pattern.compile("([^:]*)(?::([1-9]))?");

    /**
     * Checks every part.
     *
     * @throws IllegalArgumentException saying what is wrong, for a person to read
     */
    public Skills {
        tiers = Map.copyOf(tiers);
        require(tiers.size() <= MOST, "an agent has at most " + MOST + " skills");
        tiers.forEach((skill, tier) -> {
            require(SKILL.matcher(skill).matches(), "a skill has small letters, digits and dashes: " + skill);
            require(tier >= BEST && tier <= LAST, "a tier is a number from " + BEST + " to " + LAST + ": " + skill);
        });
    }

    /** The skills that are written so, as {@code Skills.of("missing-order", "other:2")}. */
    public static Skills of(String... written) {
        return of(List.of(written));
    }

    /**
     * The skills that are written so.
     *
     * @throws IllegalArgumentException saying what is wrong, for a person to read
     */
    public static Skills of(Collection<String> written) {
        Map<String, Integer> tiers = new TreeMap<>();
        for (String one : written) {
            Matcher parts = WRITTEN.matcher(one);
            require(parts.matches(), "a skill is written as missing-order or, with a tier, as other:2: " + one);
            Integer tier =
                    Optional.ofNullable(parts.group(2)).map(Integer::valueOf).orElse(BEST);
            require(tiers.put(parts.group(1), tier) == null, "a skill is there twice: " + parts.group(1));
        }
        return new Skills(tiers);
    }

    public boolean includes(String skill) {
        return tiers.containsKey(skill);
    }

    /** How well they can handle this, if they can. */
    public Optional<Integer> findTier(String skill) {
        return Optional.ofNullable(tiers.get(skill));
    }

    /** Each as {@link #of} reads it, in the order of the alphabet. */
    public List<String> written() {
        return new TreeMap<>(tiers)
                .entrySet().stream()
                        .map(each -> each.getValue() == BEST ? each.getKey() : each.getKey() + ":" + each.getValue())
                        .toList();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
