package hotline.exchange;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A tiny application that answers webhooks with the TwiML it was told to, and remembers what it was asked. */
final class ScriptedHotline implements AutoCloseable {
    /** One request, as it came. */
    record Asked(String path, String method, Map<String, List<String>> form, Map<String, String> headers) {
        String value(String name) {
            return form.getOrDefault(name, List.of("")).get(0);
        }
    }

    private final Map<String, Function<Asked, String>> pages = new ConcurrentHashMap<>();
    private final Map<String, Function<Context, Boolean>> raw = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Javalin server;

    ScriptedHotline() {
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get("/*", this::answer);
            config.routes.post("/*", this::answer);
        });
        server.start("127.0.0.1", 0);
    }

    /** Answers a path with these verbs. */
    ScriptedHotline on(String path, String verbs) {
        return on(path, asked -> verbs);
    }

    /** Answers a path with verbs that depend on what was asked. */
    ScriptedHotline on(String path, Function<Asked, String> verbs) {
        pages.put(path, verbs);
        return this;
    }

    /** Answers a path in full; returns whether it did. */
    ScriptedHotline onRaw(String path, Function<Context, Boolean> answer) {
        raw.put(path, answer);
        return this;
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    List<Asked> asked(String path) {
        return asked.stream().filter(a -> a.path().equals(path)).toList();
    }

    Asked lastAsked(String path) {
        List<Asked> all = asked(path);
        return all.get(all.size() - 1);
    }

    private void answer(Context ctx) {
        Map<String, List<String>> form = ctx.method().name().equals("GET") ? ctx.queryParamMap() : ctx.formParamMap();
        Asked request = new Asked(ctx.path(), ctx.method().name(), form, ctx.headerMap());
        asked.add(request);
        Function<Context, Boolean> full = raw.get(ctx.path());
        if (full != null && full.apply(ctx)) {
            return;
        }
        Function<Asked, String> page = pages.get(ctx.path());
        if (page == null) {
            ctx.status(404);
            return;
        }
        String verbs = page.apply(request);
        ctx.contentType("text/xml; charset=utf-8")
                .result("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response>" + verbs + "</Response>");
    }

    @Override
    public void close() {
        server.stop();
    }
}
