package hotline.web;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How long each route takes: {@code http_server_requests_seconds} by method, route and status. */
final class RequestMetrics implements RequestLogger {
    private final MeterRegistry registry;

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void handle(Context ctx, Float millis) {
        Endpoint matched = ctx.endpoints().matchedHttpEndpoint();
        Timer.builder("http.server.requests")
                .description("Requests answered, by route")
                .tag("method", ctx.method().name())
                .tag(
                        "route",
                        matched == null ? "none" : matched.path) // never the path itself: it would grow without bound
                .tag("status", Integer.toString(ctx.statusCode()))
                .serviceLevelObjectives(
                        Duration.ofMillis(50), Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(3))
                .register(registry)
                .record(Duration.ofNanos((long) (millis * 1_000_000)));
    }
}
