package hotline.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Renders the parts of the desk, for the whole page and one by one when they change. */
final class DeskParts {
    private static final List<String> QUICK =
            List.of("person", "call", "transfer", "presence", "work", "bar", "queue", "voicemail");

    private final DeskReader reader;
    private final KnownReader knownReader;
    private final Pages pages;

    DeskParts(WebParts parts, Pages pages) {
        this.reader = new DeskReader(parts);
        this.knownReader = new KnownReader(parts);
        this.pages = pages;
    }

    DeskView read(Visitor visitor) {
        return reader.read(visitor);
    }

    String render(String part, DeskView view) {
        return pages.render("desk/" + part + ".jte", Map.of("desk", view));
    }

    /** All parts that need nothing but the database. */
    String renderQuick(DeskView view) {
        return QUICK.stream().map(part -> render(part, view)).collect(Collectors.joining());
    }

    /** What is known about the person on the line; may take as long as the shop's order system does. */
    String renderKnown(String username, DeskView view) {
        Known known = reader.findContact(username)
                .map(contact -> knownReader.read(contact, view.texts()))
                .orElse(Known.NOBODY);
        return pages.render("desk/known.jte", Map.of("desk", view, "known", known));
    }

    /** The names of the parts that {@link #render} knows, the most important first. */
    static List<String> quick() {
        return QUICK;
    }
}
