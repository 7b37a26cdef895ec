package hotline.rehearsal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether an example says what was said in the call that it was made from, numbers and names left out. */
final class Likeness {
    private static final Pattern SAID = Pattern.compile("<Say[^>]*>([^<]*)</Say>");
    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

    /** Months and days differ with what was replaced. */
    private static final int MOST_MISSING = 3;

    private Likeness() {}

    static Optional<String> doubt(PastCall call, List<List<Spoken>> chapters) {
        String then = call.turns().stream()
                .flatMap(turn -> SAID.matcher(turn.text()).results())
                .map(said -> said.group(1).replace("&apos;", "'").replace("&amp;", "&"))
                .collect(Collectors.joining(" "));
        String now = chapters.stream().flatMap(List::stream).map(Spoken::text).collect(Collectors.joining(" "));
        Set<String> missing = words(then);
        missing.removeAll(words(now));
        return missing.size() > MOST_MISSING
                ? Optional.of("in the call other words were said, too: " + String.join(", ", missing))
                : Optional.empty();
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
