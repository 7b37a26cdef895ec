package hotline.web;

import hotline.agent.Sha256;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The style sheet of all pages: written in parts, served as one, so that a page asks once. */
final class StyleSheet {
    private static final String PATH = "/assets/hotline.css";

    /** In this order: what comes later counts more. */
    private static final List<String> PARTS = List.of(
            "base",
            "controls",
            "frame",
            "settings",
            "desk",
            "person",
            "call",
            "wallboard",
            "lists",
            "reports",
            "flows",
            "narrow");

    private final String text = PARTS.stream().map(StyleSheet::read).collect(Collectors.joining("\n"));
    private final String tag = '"' + Sha256.hex(text).substring(0, 16) + '"';

    private static String read(String part) {
        try (InputStream file = StyleSheet.class.getResourceAsStream("/web/styles/" + part + ".css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the style sheet's part " + part, e);
        }
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::send, Access.ANYONE);
    }

    /** A browser that has it already is told so (RFC 9110, section 13.1.2). */
    private void send(Context ctx) {
        ctx.header("ETag", tag);
        if (tag.equals(ctx.header("If-None-Match"))) {
            ctx.status(HttpStatus.NOT_MODIFIED);
        } else {
            ctx.contentType("text/css; charset=utf-8").result(text);
        }
    }
}
