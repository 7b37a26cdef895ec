package hotline.web;

import hotline.TestClock;
import hotline.agent.Agents;
import hotline.agent.NewAgent;
import hotline.agent.Passwords;
import hotline.agent.Role;
import hotline.agent.WebSessions;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.store.Database;
import hotline.store.TestDatabase;
import hotline.store.Writer;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The pages and the API on a free port, over an empty database. */
final class TestSite implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
    static final String TOKEN = "a-token-of-tests";
    static final String PASSWORD = "correct horse battery";

    private static final String PASSWORD_HASH = new Passwords().hash(PASSWORD);

    final TestClock clock = TestClock.pinned(NOON);
    final Database database = TestDatabase.h2();
    final Writer writer = new Writer(database, Duration.ofSeconds(20));
    final CommittedChanges changes = new CommittedChanges();
    final Agents agents = new Agents(changes);
    final WebSessions sessions = new WebSessions();
    final WebRoutes routes;
    final Javalin server;

    TestSite() {
        this(new WebSettings(false, Optional.of(TOKEN)), List.of());
    }

    TestSite(WebSettings settings, List<ReadyCheck> checks) {
        changes.follow(writer);
        routes = new WebRoutes(new WebParts(
                settings,
                database,
                writer,
                changes,
                clock,
                agents,
                sessions,
                checks,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)));
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    routes.register(config);
                })
                .start("127.0.0.1", 0);
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** An agent who can sign in with {@link #PASSWORD}. */
    TestSite withAgent(String username, Role role) {
        NewAgent agent = new NewAgent(
                username,
                username.substring(0, 1).toUpperCase() + username.substring(1),
                new PhoneNumber("+6281234500001"),
                List.of(Language.INDONESIAN, Language.ENGLISH),
                Set.of("missing-order", "other"),
                role);
        return writer.write(handle -> {
            agents.put(handle, agent, clock.instant());
            agents.updatePassword(handle, username, PASSWORD_HASH);
            return this;
        });
    }

    @Override
    public void close() {
        server.stop();
        writer.close();
        database.close();
    }
}
