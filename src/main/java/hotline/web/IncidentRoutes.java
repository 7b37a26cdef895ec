package hotline.web;

import hotline.agent.Audit;
import hotline.flow.FlowOutline;
import hotline.flow.VoiceFlows;
import hotline.incident.Incidents;
import hotline.incident.NewIncident;
import hotline.phone.Language;
import hotline.publish.LiveFlows;
import hotline.report.Reports;
import hotline.store.Database;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The incidents: what every caller about a topic is told for some hours, switched on and off by a supervisor. */
final class IncidentRoutes {
    private static final String PAGE = FlowRoutes.PAGE + "/incidents";
    private static final Duration SHOWN = Duration.ofDays(30);

    private final Database database;
    private final Writer writer;
    private final Clock clock;
    private final LiveFlows flows;
    private final Incidents incidents;
    private final Audit audit;
    private final Reports reports;
    private final LiveParts<IncidentsView> parts;
    private final PageKit kit;

    IncidentRoutes(WebParts parts, PageKit kit) {
        this.database = parts.storage().database();
        this.writer = parts.storage().writer();
        this.clock = parts.storage().clock();
        this.flows = parts.menu().flows();
        this.incidents = parts.menu().incidents();
        this.audit = parts.people().audit();
        this.reports = parts.line().reports();
        this.parts = new LiveParts<>(kit.pages(), "flows", List.of("incidents-now"));
        this.kit = kit;
    }

    void register(RoutesConfig routes) {
        routes.get(PAGE, ctx -> show(ctx, Form.EMPTY), Access.SUPERVISOR);
        routes.get(
                PAGE + "/parts",
                ctx -> ctx.html(parts.render(read(kit.visitors().of(ctx)))),
                Access.SUPERVISOR);
        routes.sse(PAGE + "/events", this::watch, Access.SUPERVISOR);
        routes.post(PAGE, this::switchOn, Access.SUPERVISOR);
        routes.post(PAGE + "/end", this::end, Access.SUPERVISOR);
    }

    private void show(Context ctx, Form form) {
        Visitor visitor = kit.visitors().of(ctx);
        Frame frame = visitor.frame(visitor.texts().get("flows.tab-incidents"), PAGE, true);
        kit.pages().showForm(ctx, "flows/incidents.jte", form, Map.of("frame", frame, "view", read(visitor)));
    }

    private void watch(SseClient client) {
        Visitor visitor = kit.visitors().of(client.ctx());
        WatchedPage page =
                new WatchedPage(visitor, kit, Incidents.CHANGED::equals, reader -> parts.suppliers(read(reader)));
        kit.streams().open(client, page);
    }

    private IncidentsView read(Visitor visitor) {
        Instant now = clock.instant();
        VoiceFlows live = flows.versions().current();
        return new IncidentsView(
                visitor.texts(),
                visitor.formToken(),
                now,
                reports.zone(),
                live.languages(),
                topics(live),
                database.read(handle -> incidents.list(handle, now.minus(SHOWN))));
    }

    /** The topics that a flow has: who comes to another one comes to no place where it could be said. */
    private static List<String> topics(VoiceFlows live) {
        return live.outlines().stream()
                .map(FlowOutline::topic)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    private void switchOn(Context ctx) {
        Visitor visitor = kit.visitors().of(ctx);
        VoiceFlows live = flows.versions().current();
        Form form = checked(Form.sent(ctx), live, visitor.texts());
        if (!form.isRight()) {
            show(ctx, form);
            return;
        }
        Map<Language, String> words = new LinkedHashMap<>();
        live.languages().forEach(language -> words.put(language, form.value("words-" + language.code())));
        String who = visitor.signedIn().username();
        writer.write(handle -> {
            Instant now = clock.instant();
            Instant endsAt = now.plus(Duration.ofHours(Long.parseLong(form.value("hours"))));
            NewIncident incident = new NewIncident(form.value("topic"), words, endsAt, who);
            UUID id = incidents.switchOn(handle, incident, now);
            String detail = incident.topic() + " until " + endsAt + ": "
                    + words.get(live.languages().get(0));
            audit.record(handle, who, "incident-on", "incident:" + id, detail, now);
            return id;
        });
        ctx.redirect(PAGE, HttpStatus.SEE_OTHER);
    }

    private static Form checked(Form sent, VoiceFlows live, Texts texts) {
        Form form = sent;
        if (!topics(live).contains(form.value("topic"))) {
            form = form.withProblem("topic", texts.get("incident.wrong-topic"));
        }
        for (Language language : live.languages()) {
            String words = form.value("words-" + language.code());
            if (words.isEmpty() || words.length() > NewIncident.LONGEST_WORDS) {
                form = form.withProblem(
                        "words-" + language.code(), texts.get("incident.wrong-words", NewIncident.LONGEST_WORDS));
            }
        }
        String hours = form.value("hours");
        if (!hours.matches("[1-9][0-9]?") || Integer.parseInt(hours) > IncidentsView.MOST_HOURS) {
            form = form.withProblem("hours", texts.get("incident.wrong-hours", IncidentsView.MOST_HOURS));
        }
        return form;
    }

    private void end(Context ctx) {
        String who = kit.visitors().of(ctx).signedIn().username();
        UUID id = FormAnswer.id(ctx, "incident");
        writer.write(handle -> {
            boolean ended = incidents.end(handle, id, who, clock.instant());
            if (ended) {
                audit.record(handle, who, "incident-off", "incident:" + id, "before its time", clock.instant());
            }
            return ended;
        });
        ctx.redirect(PAGE, HttpStatus.SEE_OTHER);
    }
}
