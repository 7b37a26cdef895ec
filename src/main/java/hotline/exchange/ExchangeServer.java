package hotline.exchange;

import io.javalin.Javalin;
import java.net.URI;

/** The exchange's HTTP server. */
final class ExchangeServer implements AutoCloseable {
    private final Javalin server;
    private final URI address;

    ExchangeServer(Network network) {
        ExchangeSettings settings = network.settings;
        RestApi rest = new RestApi(network);
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get(RestApi.ROOT + "*", rest::handle);
            config.routes.post(RestApi.ROOT + "*", rest::handle);
            config.routes.delete(RestApi.ROOT + "*", rest::handle);
        });
        server.start(settings.host(), settings.port());
        address = URI.create("http://" + settings.host() + ":" + server.port());
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        server.stop();
    }
}
