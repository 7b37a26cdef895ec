package hotline.web;

import hotline.agent.Audit;
import hotline.publish.FileChange;
import hotline.publish.FlowEdit;
import hotline.publish.LiveFlows;
import hotline.publish.Publication;
import hotline.publish.Publisher;
import hotline.publish.Publishing;
import hotline.report.Reports;
import hotline.store.Database;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Which flows went live when, by whom and why; what each changed, and making one live again. */
final class HistoryRoutes {
    static final String PAGE = FlowRoutes.PAGE + "/history";

    private static final int SHOWN = 30;
    private static final String REASON = "reason";
    private static final Set<String> DONE = Set.of("published", "unchanged");

    private final Database database;
    private final Writer writer;
    private final Clock clock;
    private final LiveFlows flows;
    private final Reports reports;
    private final Audit audit;
    private final PageKit kit;

    HistoryRoutes(WebParts parts, PageKit kit) {
        this.database = parts.storage().database();
        this.writer = parts.storage().writer();
        this.clock = parts.storage().clock();
        this.flows = parts.menu().flows();
        this.reports = parts.line().reports();
        this.audit = parts.people().audit();
        this.kit = kit;
    }

    void register(RoutesConfig routes) {
        routes.get(PAGE, this::showAll, Access.SUPERVISOR);
        routes.get(PAGE + "/{id}", ctx -> showOne(ctx, Form.EMPTY), Access.SUPERVISOR);
        routes.post(PAGE + "/{id}", this::rollBack, Access.SUPERVISOR);
    }

    private void showAll(Context ctx) {
        Visitor visitor = kit.visitors().of(ctx);
        Optional<String> done = Optional.ofNullable(ctx.queryParam("done")).filter(DONE::contains);
        HistoryView view =
                new HistoryView(visitor.texts(), reports.zone(), database.read(handle -> newest(handle)), done);
        Frame frame = visitor.frame(visitor.texts().get("flows.tab-history"), PAGE, true);
        kit.pages().show(ctx, "flows/history.jte", Map.of("frame", frame, "view", view));
    }

    private List<HistoryView.Entry> newest(Handle handle) {
        Publisher publisher = flows.publisher();
        List<Publication> all = publisher.listNewest(handle, SHOWN + 1);
        List<HistoryView.Entry> entries = new ArrayList<>();
        for (int at = 0; at < Math.min(SHOWN, all.size()); at++) {
            Optional<Publication> before = at + 1 < all.size() ? Optional.of(all.get(at + 1)) : Optional.empty();
            FlowEdit edit = edit(handle, all.get(at), before);
            entries.add(new HistoryView.Entry(all.get(at), at == 0, before.isEmpty(), edit.changed(), List.of()));
        }
        return entries;
    }

    /** What it changed against what was live before it; nothing for the first. */
    private FlowEdit edit(Handle handle, Publication one, Optional<Publication> before) {
        Map<String, String> files = flows.publisher().files(handle, one.version());
        return before.map(earlier -> new FlowEdit(flows.publisher().files(handle, earlier.version()), files))
                .orElse(new FlowEdit(files, files));
    }

    /** With the lines that it changed. */
    private HistoryView.Entry whole(Handle handle, Publication one) {
        Optional<Publication> before = flows.publisher().findBefore(handle, one.id());
        FlowEdit edit = edit(handle, one, before);
        boolean isLive = flows.publisher().live(handle).id() == one.id();
        List<FileChange> changes = FileChange.between(edit.before(), edit.after());
        return new HistoryView.Entry(one, isLive, before.isEmpty(), edit.changed(), changes);
    }

    private void showOne(Context ctx, Form form) {
        Visitor visitor = kit.visitors().of(ctx);
        Publication one = publication(ctx, visitor);
        HistoryView.Entry entry = database.read(handle -> whole(handle, one));
        HistoryView view = new HistoryView(visitor.texts(), reports.zone(), List.of(entry), Optional.empty());
        Frame frame = visitor.frame(one.version(), PAGE + "/" + one.id(), true);
        kit.pages().showForm(ctx, "flows/publication.jte", form, Map.of("frame", frame, "view", view));
    }

    private Publication publication(Context ctx, Visitor visitor) {
        String id = ctx.pathParam("id");
        return (id.matches("[0-9]{1,18}")
                        ? database.read(handle -> flows.publisher().find(handle, Long.parseLong(id)))
                        : Optional.<Publication>empty())
                .orElseThrow(() -> ProblemException.notFound(visitor.texts().get("history.not-there")));
    }

    private void rollBack(Context ctx) {
        Visitor visitor = kit.visitors().of(ctx);
        Publication old = publication(ctx, visitor);
        Form form = Form.sent(ctx);
        String reason = form.value(REASON);
        if (reason.isEmpty() || reason.length() > DraftView.LONGEST_REASON) {
            String wrong = visitor.texts().get("editor.wrong-reason", DraftView.LONGEST_REASON);
            showOne(ctx, form.withProblem(REASON, wrong));
            return;
        }
        String username = visitor.signedIn().username();
        flows.publisher().prepareRollBack(database, old.version());
        Publishing result = writer.write(handle -> rollBack(handle, old, username, reason, clock.instant()));
        if (result instanceof Publishing.Broken) {
            showOne(ctx, form.withProblem(REASON, visitor.texts().get("history.broken")));
        } else {
            flows.follow();
            String done = result instanceof Publishing.Unchanged ? "unchanged" : "published";
            ctx.redirect(PAGE + "?done=" + done, HttpStatus.SEE_OTHER);
        }
    }

    private Publishing rollBack(Handle handle, Publication old, String username, String reason, Instant now) {
        Publishing result = flows.publisher().rollBack(handle, old.version(), username, reason, now);
        if (result instanceof Publishing.Live) {
            audit.record(handle, username, "flows-rolled-back", "flows:" + old.version(), reason, now);
        }
        return result;
    }
}
