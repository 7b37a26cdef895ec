package hotline.web;

import hotline.agent.Agents;
import hotline.queue.ContactKind;
import hotline.queue.ContactState;
import hotline.queue.ContactView;
import hotline.queue.ContactViews;
import hotline.report.Grouping;
import hotline.report.Period;
import hotline.report.Reports;
import hotline.store.Database;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The wallboard: how things stand now and today, for a screen on the wall. */
final class WallboardRoutes {
    private static final Duration SLICE = Duration.ofMinutes(30);
    private static final int SLICES = 16;

    private final Database database;
    private final Clock clock;
    private final Agents agents;
    private final Reports reports;
    private final ContactViews contacts;
    private final LiveView<WallboardView> view;

    WallboardRoutes(WebParts parts, PageKit kit) {
        this.database = parts.storage().database();
        this.clock = parts.storage().clock();
        this.agents = parts.people().agents();
        this.reports = parts.line().reports();
        this.contacts = parts.line().acd().views();
        this.view =
                new LiveView<>(kit, "wallboard", List.of("now", "agents", "today", "recent"), List.of(), this::read);
    }

    void register(RoutesConfig routes) {
        view.register(routes, Access.AGENT);
    }

    private WallboardView read(Visitor visitor) {
        Instant now = clock.instant();
        LocalDate today = reports.today(now);
        return database.read(handle -> {
            List<ContactView> waiting = contacts.list(handle, now).stream()
                    .filter(contact -> contact.state() != ContactState.CONNECTED && !contact.isRehearsal())
                    .toList();
            List<ContactView> live = waiting.stream()
                    .filter(contact -> contact.kind() == ContactKind.LIVE)
                    .toList();
            return new WallboardView(
                    visitor.texts(),
                    now,
                    live.size(),
                    live.stream().map(ContactView::since).min(Instant::compareTo),
                    waiting.size() - live.size(),
                    agents.list(handle).stream()
                            .collect(
                                    Collectors.groupingBy(agent -> agent.state().word(), Collectors.counting())),
                    reports.read(handle, new Period(today, today, reports.zone()), Grouping.DAY, now)
                            .total(),
                    reports.listRecent(handle, SLICES, SLICE, now),
                    reports.rules(),
                    reports.zone());
        });
    }
}
