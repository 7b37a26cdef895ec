package hotline.web;

import hotline.agent.Agent;
import hotline.agent.Agents;
import hotline.report.AgentTime;
import hotline.report.Counted;
import hotline.report.CountedCalls;
import hotline.report.Grouping;
import hotline.report.Period;
import hotline.report.Report;
import hotline.report.ReportedCall;
import hotline.report.ReportedContact;
import hotline.report.Reports;
import hotline.store.Database;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The reports: figures of a period by hour, day, queue, agent or topic, what is behind them, and all of it as CSV. */
final class ReportRoutes {
    private static final String PAGE = "/reports";
    private static final int MOST_LISTED = 500;
    private static final List<Frame.Key> KEYS = List.of(new Frame.Key("v", "csv"));
    private static final List<Frame.Key> LIST_KEYS = List.of(new Frame.Key("b", "back"));

    private final Database database;
    private final Clock clock;
    private final Agents agents;
    private final Reports reports;
    private final PageKit kit;

    ReportRoutes(WebParts parts, PageKit kit) {
        this.database = parts.storage().database();
        this.clock = parts.storage().clock();
        this.agents = parts.people().agents();
        this.reports = parts.line().reports();
        this.kit = kit;
    }

    void register(RoutesConfig routes) {
        routes.get(PAGE, this::show, Access.SUPERVISOR);
        routes.get(PAGE + "/csv", this::download, Access.SUPERVISOR);
        routes.get(PAGE + "/contacts", this::listContacts, Access.SUPERVISOR);
        routes.get(PAGE + "/calls", this::listCalls, Access.SUPERVISOR);
        routes.get(PAGE + "/times", this::listTimes, Access.SUPERVISOR);
    }

    private void show(Context ctx) {
        Visitor visitor = kit.visitors().of(ctx);
        ReportView view = read(ctx, visitor);
        Frame frame =
                visitor.frame(visitor.texts().get("nav.reports"), PAGE, true).withKeys(KEYS);
        kit.pages().show(ctx, "reports/page.jte", Map.of("frame", frame, "view", view));
    }

    private ReportView read(Context ctx, Visitor visitor) {
        Period period = period(ctx);
        Report report = database.read(handle -> reports.read(handle, period, by(ctx), clock.instant()));
        return new ReportView(visitor.texts(), reports.today(clock.instant()), report, reports.rules(), names());
    }

    private void download(Context ctx) {
        ReportView view = read(ctx, kit.visitors().of(ctx));
        Period period = view.report().period();
        String name = "hotline-%s-%s-%s.csv"
                .formatted(period.first(), period.last(), view.report().by().word());
        ctx.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .result(ReportCsv.write(view));
    }

    private void listContacts(Context ctx) {
        Counted counted = new Query(ctx)
                .read("what", "something that is counted", Counted::find)
                .orElse(Counted.OFFERED);
        List<ReportedContact> contacts = database.read(
                handle -> reports.listContacts(handle, period(ctx), counted, by(ctx), key(ctx), MOST_LISTED + 1));
        behind(ctx, counted.word(), contacts, List.of(), List.of());
    }

    private void listCalls(Context ctx) {
        CountedCalls counted = new Query(ctx)
                .read("what", "something that is counted", CountedCalls::find)
                .orElse(CountedCalls.ALL);
        List<ReportedCall> calls = database.read(
                handle -> reports.listCalls(handle, period(ctx), counted, by(ctx), key(ctx), MOST_LISTED + 1));
        behind(ctx, "calls-" + counted.word(), List.of(), calls, List.of());
    }

    private void listTimes(Context ctx) {
        List<AgentTime> times = database.read(
                handle -> reports.listTimes(handle, period(ctx), by(ctx), key(ctx), clock.instant(), MOST_LISTED + 1));
        behind(ctx, "times", List.of(), List.of(), times);
    }

    /** Of the three lists, one is what was asked for. */
    private void behind(
            Context ctx, String what, List<ReportedContact> contacts, List<ReportedCall> calls, List<AgentTime> times) {
        Visitor visitor = kit.visitors().of(ctx);
        Period period = period(ctx);
        String title = visitor.texts().get("behind." + what);
        BehindView view = new BehindView(
                visitor.texts(),
                title,
                PAGE + "?first=" + period.first() + "&last=" + period.last() + "&by=" + by(ctx).word(),
                cut(contacts),
                cut(calls),
                cut(times),
                contacts.size() + calls.size() + times.size() > MOST_LISTED,
                names(),
                reports.zone());
        Frame frame = visitor.frame(title, PAGE + "/list", true).withKeys(LIST_KEYS);
        kit.pages().show(ctx, "reports/behind.jte", Map.of("frame", frame, "view", view));
    }

    private static <T> List<T> cut(List<T> list) {
        return list.subList(0, Math.min(MOST_LISTED, list.size()));
    }

    private Map<String, String> names() {
        return database.read(agents::list).stream().collect(Collectors.toMap(Agent::username, Agent::name));
    }

    private static Grouping by(Context ctx) {
        return new Query(ctx)
                .read("by", "hour, day, queue, agent or topic", Grouping::find)
                .orElse(Grouping.HOUR);
    }

    /** A topic's key may be nothing: who said nothing of what they rang about. */
    private static Optional<String> key(Context ctx) {
        return Optional.ofNullable(ctx.queryParam("key"));
    }

    /** The days that were asked for, the wrong way round too, and not more than a report covers. */
    private Period period(Context ctx) {
        LocalDate today = reports.today(clock.instant());
        LocalDate one = new Query(ctx).read("first", "a day", ReportRoutes::day).orElse(today);
        LocalDate other =
                new Query(ctx).read("last", "a day", ReportRoutes::day).orElse(one);
        LocalDate last = one.isAfter(other) ? one : other;
        LocalDate earliest = last.minusDays(Period.MOST_DAYS - 1L);
        LocalDate first = one.isAfter(other) ? other : one;
        return new Period(first.isBefore(earliest) ? earliest : first, last, reports.zone());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 2000 && day.getYear() < 2200);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
