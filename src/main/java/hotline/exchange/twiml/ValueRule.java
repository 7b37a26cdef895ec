package hotline.exchange.twiml;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which values an attribute takes, with words for the one who sent another. */
record ValueRule(Predicate<String> accepts, String description) {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

    static ValueRule any() {
        return new ValueRule(value -> true, "any text");
    }

    static ValueRule atMost(int length) {
        return new ValueRule(
                value -> !value.isEmpty() && value.length() <= length, "a text of 1 to " + length + " characters");
    }

    static ValueRule flag() {
        return oneOf("true", "false");
    }

    static ValueRule method() {
        return oneOf("GET", "POST");
    }

    static ValueRule oneOf(String... values) {
        List<String> allowed = List.of(values);
        return new ValueRule(allowed::contains, "one of " + String.join(", ", allowed));
    }

    /** Several of the words, separated by blanks. */
    static ValueRule words(String... values) {
        List<String> allowed = List.of(values);
        return new ValueRule(
                value -> Arrays.asList(value.split(" ", -1)).stream().allMatch(allowed::contains),
                "words of " + String.join(", ", allowed) + ", separated by one blank");
    }

    static ValueRule integer(int least, int most) {
        return new ValueRule(
                value -> WHOLE_NUMBER.matcher(value).matches()
                        && Integer.parseInt(value) >= least
                        && Integer.parseInt(value) <= most,
                "a whole number from " + least + " to " + most);
    }

    static ValueRule pattern(String regex, String description) {
        Pattern pattern = Pattern.compile(regex);
        return new ValueRule(value -> pattern.matcher(value).matches(), description);
    }

    /** Relative or absolute; not empty. */
    static ValueRule url() {
        return new ValueRule(value -> !value.isEmpty() && isUri(value), "a relative or absolute URL");
    }

    /** As {@link #url()}, or empty where the page gives the empty URL a meaning. */
    static ValueRule urlOrEmpty() {
        return new ValueRule(ValueRule::isUri, "a relative or absolute URL, or nothing");
    }

    private static boolean isUri(String value) {
        try {
            URI uri = new URI(value);
            return uri.getScheme() == null
                    || (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null);
        } catch (URISyntaxException refused) {
            return false;
        }
    }
}
