package hotline.exchange;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The exchange's HTTP server: the REST API for Hotline, phones and their pages for people. */
final class ExchangeServer implements AutoCloseable {
    private static final String PAGES = "/exchange/pages";

    /** Audio comes from wherever Hotline keeps it. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; media-src *; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /** Those that Twilio has no operation for as well: whoever uses one is told so. */
    private static final List<HandlerType> REST_METHODS = List.of(
            HandlerType.GET,
            HandlerType.POST,
            HandlerType.DELETE,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.OPTIONS);

    private final Javalin server;
    private final PhonesApi phones;
    private final URI address;

    ExchangeServer(Network network) {
        ExchangeSettings settings = network.settings;
        RestApi rest = new RestApi(network);
        phones = new PhonesApi(network);
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.http.maxRequestSize = 1_000_000;
            config.staticFiles.add(files -> {
                files.hostedPath = "/pages";
                files.directory = PAGES;
                files.location = Location.CLASSPATH;
            });
            for (HandlerType method : REST_METHODS) {
                config.routes.addHttpHandler(method, RestApi.ROOT + "*", rest::handle);
            }
            phones.register(config.routes);
            config.routes.get("/", ExchangeServer::page);
            config.routes.get("/phone", ExchangeServer::page);
        });
        server.start(settings.host(), settings.port());
        address = URI.create("http://" + settings.host() + ":" + server.port());
    }

    /** One page serves both addresses: its script looks at the address to see how many phones to show. */
    private static void page(Context ctx) {
        try (InputStream page =
                Objects.requireNonNull(ExchangeServer.class.getResourceAsStream(PAGES + "/phones.html"))) {
            ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                    .html(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        phones.close();
        server.stop();
    }
}
