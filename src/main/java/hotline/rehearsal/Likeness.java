package hotline.rehearsal;

import hotline.flow.VoiceFlows;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether an example says what was said in the call that it was made from; only words of the flows are told, as others may be names. */
final class Likeness {
    private static final Pattern SAID = Pattern.compile("<Say[^>]*>(.*?)</Say>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

    /** Months and days differ with what was replaced. */
    private static final int MOST_MISSING = 3;

    private Likeness() {}

    static Optional<String> doubt(PastCall call, List<List<Spoken>> chapters, VoiceFlows flows) {
        String then = call.turns().stream()
                .flatMap(turn -> SAID.matcher(turn.text()).results())
                .map(said -> TAG.matcher(said.group(1)).replaceAll(" "))
                .map(said -> said.replace("&apos;", "'").replace("&amp;", "&"))
                .collect(Collectors.joining(" "));
        String now = chapters.stream().flatMap(List::stream).map(Spoken::text).collect(Collectors.joining(" "));
        Set<String> missing = words(then);
        missing.removeAll(words(now));
        if (missing.size() <= MOST_MISSING) {
            return Optional.empty();
        }
        missing.retainAll(wordsOf(flows));
        return Optional.of(
                missing.isEmpty()
                        ? "in the call sentences were said that these flows do not have"
                        : "in the call other words were said, too: " + String.join(", ", missing));
    }

    private static Set<String> wordsOf(VoiceFlows flows) {
        return words(flows.languages().stream()
                .flatMap(language -> flows.promptNames().stream().map(name -> flows.prompt(name, language, Map.of())))
                .collect(Collectors.joining(" ")));
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
