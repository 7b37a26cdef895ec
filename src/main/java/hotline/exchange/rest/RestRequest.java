package hotline.exchange.rest;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request that names an operation and carries only parameters that the operation takes.
 *
 * @param path as requested, without the query
 * @param names what stands in the path for each {@code *} of the operation: SIDs, mostly
 */
public record RestRequest(String operation, String path, List<String> names, Map<String, List<String>> parameters) {

    /** A parameter; an empty one counts as absent, as it does for Twilio. */
    public Optional<String> find(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** A parameter, or its default. */
    public String text(String name, String byDefault) {
        return find(name).orElse(byDefault);
    }

    /** A parameter of the kind "boolean". */
    public boolean flag(String name, boolean byDefault) {
        return find(name).map(value -> value.equalsIgnoreCase("true")).orElse(byDefault);
    }

    /** A parameter of the kind "integer". */
    public int number(String name, int byDefault) {
        return find(name).map(Integer::parseInt).orElse(byDefault);
    }

    /** A parameter of the kind "url". */
    public Optional<URI> url(String name) {
        return find(name).map(URI::create);
    }

    /** A parameter that may come several times, or once with several words. */
    public Set<String> words(String name) {
        Set<String> words = new HashSet<>();
        for (String value : parameters.getOrDefault(name, List.of())) {
            words.addAll(List.of(value.trim().split("\\s+", -1)));
        }
        words.remove("");
        return words;
    }

    /** A parameter without which the operation means nothing. */
    public String required(String name, int code, String message) {
        return find(name).orElseThrow(() -> RestException.mistake(400, code, message));
    }
}
