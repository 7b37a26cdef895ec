package hotline.web;

import hotline.agent.Agents;
import hotline.agent.WebSessions;
import hotline.store.Changes;
import hotline.store.Database;
import hotline.store.Writer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.List;

/**
 * Everything that the pages and the API stand on. Long because it is the one list of it: each class takes what it needs.
 *
 * @param checks what must work before this node takes calls
 */
public record WebParts(
        WebSettings settings,
        Database database,
        Writer writer,
        Changes changes,
        Clock clock,
        Agents agents,
        WebSessions sessions,
        List<ReadyCheck> checks,
        PrometheusMeterRegistry metrics) {}
