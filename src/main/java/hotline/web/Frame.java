package hotline.web;

import java.util.List;
import java.util.Optional;

/**
 * What the frame around every page shows.
 *
 * @param title the page's name, before the product's
 * @param reader the name of who is signed in
 * @param formToken what every form of the page must send back
 * @param path the page's own path, to come back to when the language is switched
 * @param script whether the page needs the script: to be live, for its keys, for its clocks
 * @param links the pages that the reader may go to
 * @param keys what the page's own keys do
 */
public record Frame(
        String title,
        Texts texts,
        Optional<String> reader,
        String formToken,
        String path,
        boolean script,
        List<Place> links,
        List<Key> keys) {
    /**
     * A key of the page.
     *
     * @param name of the text that says what it does
     */
    public record Key(String key, String name) {}

    public Frame {
        links = List.copyOf(links);
        keys = List.copyOf(keys);
    }

    /** The same with keys of the page's own, for the list of keys. */
    Frame withKeys(List<Key> own) {
        return new Frame(title, texts, reader, formToken, path, script, links, own);
    }

    /** Whether the page belongs to this place. */
    public boolean isAt(Place place) {
        return path.equals(place.path()) || path.startsWith(place.path() + "/");
    }
}
