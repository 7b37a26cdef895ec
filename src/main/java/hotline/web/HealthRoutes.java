package hotline.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * For whoever watches over the program: {@code /health/live} (it runs), {@code /health/ready} (it can take calls),
 * {@code /metrics} (Prometheus).
 */
final class HealthRoutes {
    /** A check that takes longer has failed: the carrier waits 15 s at most, a load balancer less. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private record Verdict(boolean up, String detail) {}

    private final List<ReadyCheck> checks;
    private final PrometheusMeterRegistry metrics;
    private final LiveFigures figures;
    private final ExecutorService probes = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "ready-check");
        thread.setDaemon(true);
        return thread;
    });
    /** A probe that hangs is waited for again rather than started again, so that hung probes do not pile up. */
    private final Map<String, Future<String>> running = new ConcurrentHashMap<>();

    HealthRoutes(WebParts parts) {
        this.checks = List.copyOf(parts.watch().checks());
        this.metrics = parts.watch().metrics();
        this.figures = new LiveFigures(parts);
    }

    void register(RoutesConfig routes) {
        routes.get("/health/live", ctx -> ctx.json(Map.of("status", "up")), Access.ANYONE);
        routes.get("/health/ready", this::ready, Access.ANYONE);
        routes.get("/metrics", this::metrics, Access.ANYONE);
    }

    private void ready(Context ctx) {
        Map<String, Map<String, String>> shown = new LinkedHashMap<>();
        boolean up = true;
        checks.forEach(check -> running.computeIfAbsent(check.name(), name -> probes.submit(check.probe())));
        for (ReadyCheck check : checks) {
            Verdict verdict = verdict(check.name());
            shown.put(check.name(), Map.of("status", word(verdict.up()), "detail", verdict.detail()));
            up &= verdict.up();
        }
        ctx.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .json(Map.of("status", word(up), "checks", shown));
    }

    private Verdict verdict(String name) {
        Future<String> probe = running.get(name);
        if (probe == null) {
            return new Verdict(true, "asked a moment ago");
        }
        try {
            Verdict verdict = new Verdict(true, probe.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
            running.remove(name, probe);
            return verdict;
        } catch (TimeoutException e) {
            return new Verdict(false, "no answer within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            running.remove(name, probe);
            return new Verdict(false, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Verdict(false, "interrupted");
        }
    }

    private static String word(boolean up) {
        return up ? "up" : "down";
    }

    private void metrics(Context ctx) {
        figures.refresh();
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape());
    }
}
