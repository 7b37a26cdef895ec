package hotline.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The parts of a page that is live: templates in a folder of its own, one for each part, all of which take what was read as
 * {@code view}.
 *
 * @param <V> what is read for the page
 */
final class LiveParts<V> {
    private final Pages pages;
    private final String folder;
    private final List<String> names;

    /** @param names of the parts, the most important first */
    LiveParts(Pages pages, String folder, List<String> names) {
        this.pages = pages;
        this.folder = folder;
        this.names = List.copyOf(names);
    }

    /** All of them, for who lost the connection. */
    String render(V view) {
        return names.stream().map(part -> render(part, view)).collect(Collectors.joining());
    }

    /** Each by its name, made when it is asked for. */
    Map<String, Supplier<String>> suppliers(V view) {
        Map<String, Supplier<String>> all = new LinkedHashMap<>();
        names.forEach(part -> all.put(part, () -> render(part, view)));
        return all;
    }

    private String render(String part, V view) {
        return pages.render(folder + "/" + part + ".jte", Map.of("view", view));
    }
}
