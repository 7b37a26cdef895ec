package hotline.web;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The API for programs, and its description. Each resource has a class of its own. */
final class ApiRoutes {
    static final String ROOT = "/api/v1";

    private static final String DESCRIPTION = "/web/openapi.json";

    private final WebParts parts;

    ApiRoutes(WebParts parts) {
        this.parts = parts;
    }

    void register(RoutesConfig routes) {
        byte[] description = description();
        routes.beforeMatched(ROOT + "/*", QueryParameters::refuseUnknown);
        routes.get(
                ROOT + "/openapi.json",
                ctx -> ctx.contentType("application/json").result(description),
                Access.ANYONE);
        new AgentApi(parts).register(routes);
        new OrderApi(parts).register(routes);
        new TicketApi(parts).register(routes);
        new ContactApi(parts).register(routes);
    }

    private static byte[] description() {
        try (InputStream file = Objects.requireNonNull(ApiRoutes.class.getResourceAsStream(DESCRIPTION), DESCRIPTION)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + DESCRIPTION, e);
        }
    }
}
