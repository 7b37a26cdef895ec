package hotline.web;

import hotline.call.FailedVoices;
import hotline.flow.FlowOutline;
import hotline.flow.VoiceFlows;
import hotline.graph.FlowCharts;
import hotline.publish.LiveFlows;
import hotline.report.Reports;
import hotline.report.StepCounts;
import hotline.report.StepCounts.Counts;
import hotline.report.StepCounts.Step;
import hotline.store.Database;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The pictures of the flows that are live, with how many callers are at each step and how many calls ended there. */
final class FlowRoutes {
    static final String PAGE = "/flows";

    private final Database database;
    private final Clock clock;
    private final LiveFlows flows;
    private final FailedVoices voices;
    private final Reports reports;
    private final StepCounts counts = new StepCounts();
    private final FlowDrawings drawings = new FlowDrawings();
    private final LiveParts<FlowPictureView> parts;
    private final PageKit kit;

    FlowRoutes(WebParts parts, PageKit kit) {
        this.database = parts.storage().database();
        this.clock = parts.storage().clock();
        this.flows = parts.menu().flows();
        this.voices = parts.menu().voices();
        this.reports = parts.line().reports();
        this.parts = new LiveParts<>(kit.pages(), "flows", List.of("counts", "drawing"));
        this.kit = kit;
    }

    void register(RoutesConfig routes) {
        routes.get(PAGE, this::showAll, Access.SUPERVISOR);
        routes.get(PAGE + "/now", ctx -> ctx.html(parts.render(overview(ctx))), Access.SUPERVISOR);
        routes.get(PAGE + "/of/{flow}", this::showOne, Access.SUPERVISOR);
        routes.get(PAGE + "/of/{flow}/now", ctx -> ctx.html(parts.render(one(ctx))), Access.SUPERVISOR);
    }

    private void showAll(Context ctx) {
        Visitor visitor = kit.visitors().of(ctx);
        FlowsView view = new FlowsView(
                database.read(flows.publisher()::live),
                flows.refusal(),
                SilentVoice.of(voices.list(), flows.versions().current()),
                flows.versions().current().runningOut(clock.instant()),
                overview(ctx));
        Frame frame = visitor.frame(visitor.texts().get("nav.flows"), PAGE, true);
        kit.pages().show(ctx, "flows/page.jte", Map.of("frame", frame, "view", view));
    }

    private void showOne(Context ctx) {
        Visitor visitor = kit.visitors().of(ctx);
        FlowPictureView view = one(ctx);
        Frame frame = visitor.frame(view.flow(), view.path(), true);
        kit.pages().show(ctx, "flows/flow.jte", Map.of("frame", frame, "view", view));
    }

    private FlowPictureView overview(Context ctx) {
        VoiceFlows live = flows.versions().current();
        Counts counted = count(ctx);
        List<FlowPictureView.Row> rows = live.outlines().stream()
                .map(flow -> new FlowPictureView.Row(
                        flow.name(),
                        flow.name(),
                        "",
                        sum(counted.here(), flow.name()),
                        sum(counted.left(), flow.name())))
                .toList();
        return new FlowPictureView(kit.visitors().of(ctx).texts(), "", drawings.overview(live), rows, days(ctx));
    }

    private static int sum(Map<Step, Integer> counted, String flow) {
        return counted.entrySet().stream()
                .filter(entry -> entry.getKey().flow().equals(flow))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private FlowPictureView one(Context ctx) {
        String name = ctx.pathParam("flow");
        VoiceFlows live = flows.versions().current();
        FlowOutline flow = live.outlines().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.notFound(kit.visitors().of(ctx).texts().get("flows.no-flow")));
        Counts counted = count(ctx);
        List<FlowPictureView.Row> rows = flow.steps().stream()
                .map(step -> {
                    Step counts = new Step(name, step.name());
                    return new FlowPictureView.Row(
                            FlowCharts.id(name, step.name()),
                            step.name(),
                            step.kind(),
                            counted.here().getOrDefault(counts, 0),
                            counted.left().getOrDefault(counts, 0));
                })
                .toList();
        return new FlowPictureView(kit.visitors().of(ctx).texts(), name, drawings.one(live, flow), rows, days(ctx));
    }

    private Counts count(Context ctx) {
        Instant now = clock.instant();
        Instant from = reports.today(now)
                .minusDays(days(ctx) - 1L)
                .atStartOfDay(reports.zone())
                .toInstant();
        return database.read(handle -> counts.read(handle, from, now.plusSeconds(1)));
    }

    private static int days(Context ctx) {
        return FlowPictureView.DAYS.stream()
                .filter(days -> days.toString().equals(ctx.queryParam("days")))
                .findFirst()
                .orElse(1);
    }
}
