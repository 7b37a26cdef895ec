package hotline.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A page that is live: read anew and shown part by part whenever the queue or an agent changes. Its templates are
 * {@code <name>/page.jte} and one for each part, all of which take what was read as {@code view}.
 *
 * @param <V> what is read for it
 */
final class LiveView<V> {
    private final PageKit kit;
    private final String name;
    private final LiveParts<V> parts;
    private final List<Frame.Key> keys;
    private final Function<Visitor, V> reader;

    /**
     * @param name of its path, its templates and its texts
     * @param parts the names of its parts, the most important first
     * @param keys what its own keys do
     */
    LiveView(PageKit kit, String name, List<String> parts, List<Frame.Key> keys, Function<Visitor, V> reader) {
        this.kit = kit;
        this.name = name;
        this.parts = new LiveParts<>(kit.pages(), name, parts);
        this.keys = List.copyOf(keys);
        this.reader = reader;
    }

    /** The page, its parts for who lost the connection, and its stream. */
    void register(RoutesConfig routes, Access access) {
        routes.get(path(), this::show, access);
        routes.get(path() + "/parts", this::showParts, access);
        routes.sse(
                path() + "/events",
                client -> kit.streams()
                        .open(
                                client,
                                new WatchedPage(
                                        kit.visitors().of(client.ctx()),
                                        kit,
                                        LiveView::concerns,
                                        visitor -> parts.suppliers(reader.apply(visitor)))),
                access);
    }

    private static boolean concerns(String topic) {
        return topic.equals("queue") || topic.startsWith("agent:");
    }

    private String path() {
        return "/" + name;
    }

    private void show(Context ctx) {
        Visitor visitor = kit.visitors().of(ctx);
        Frame frame =
                visitor.frame(visitor.texts().get("nav." + name), path(), true).withKeys(keys);
        kit.pages().show(ctx, name + "/page.jte", Map.of("frame", frame, "view", reader.apply(visitor)));
    }

    private void showParts(Context ctx) {
        ctx.html(parts.render(reader.apply(kit.visitors().of(ctx))));
    }
}
