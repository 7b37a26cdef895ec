package hotline.web;

import hotline.agent.Agents;
import hotline.queue.ContactState;
import hotline.queue.ContactView;
import hotline.queue.ContactViews;
import hotline.store.Database;
import hotline.store.Outbox;
import hotline.store.StoreUnavailableException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in the database and is counted when somebody asks for the metrics: contacts by kind, the longest wait, agents by
 * state, requests to the carrier that are not done.
 */
final class LiveFigures {
    private final Database database;
    private final Agents agents;
    private final Clock clock;
    private final ContactViews contacts;
    private final MultiGauge waiting;
    private final MultiGauge agentsByState;
    private final MultiGauge outbox;
    private final AtomicReference<Double> longestWait = new AtomicReference<>(0.0);

    LiveFigures(WebParts parts) {
        this.database = parts.storage().database();
        this.agents = parts.people().agents();
        this.clock = parts.storage().clock();
        this.contacts = parts.line().acd().views();
        MeterRegistry registry = parts.watch().metrics();
        this.waiting = MultiGauge.builder("hotline.contacts.waiting")
                .description("Contacts that no agent has, by kind")
                .register(registry);
        this.agentsByState = MultiGauge.builder("hotline.agents")
                .description("Agents, by what they are doing")
                .register(registry);
        this.outbox = MultiGauge.builder("hotline.outbox")
                .description("Requests to the carrier that are not done, by state")
                .register(registry);
        Gauge.builder("hotline.contacts.longest.wait.seconds", longestWait, AtomicReference::get)
                .description("How long the contact that waits longest has waited; NaN while the database does not say")
                .register(registry);
    }

    /** Counts anew; keeps the figures of before while the database does not answer, which is not for this page to say. */
    void refresh() {
        try {
            List<ContactView> waits = database.read(handle -> contacts.list(handle, clock.instant())).stream()
                    .filter(contact -> contact.state() == ContactState.WAITING && !contact.isRehearsal())
                    .toList();
            show(
                    waiting,
                    "kind",
                    Stream.of("live", "callback"),
                    count(waits.stream().map(contact -> contact.kind().word())));
            longestWait.set(waits.stream()
                    .map(ContactView::since)
                    .min(Instant::compareTo)
                    .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                    .orElse(0.0));
            Map<String, Long> states = count(database.read(agents::list).stream()
                    .map(agent -> agent.state().word()));
            show(agentsByState, "state", states.keySet().stream(), states);
            Map<String, Long> requests = database.read(Outbox::countNotDone);
            show(outbox, "state", requests.keySet().stream(), requests);
        } catch (StoreUnavailableException e) {
            longestWait.set(Double.NaN);
        }
    }

    private static Map<String, Long> count(Stream<String> words) {
        return words.collect(Collectors.groupingBy(word -> word, Collectors.counting()));
    }

    private static void show(MultiGauge gauge, String tag, Stream<String> rows, Map<String, Long> counts) {
        gauge.register(
                rows.<MultiGauge.Row<?>>map(row -> MultiGauge.Row.of(Tags.of(tag, row), counts.getOrDefault(row, 0L)))
                        .toList(),
                true);
    }
}
