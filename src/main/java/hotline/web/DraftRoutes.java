package hotline.web;

import hotline.agent.Audit;
import hotline.flow.FlowLoader;
import hotline.flow.FlowProblemsException;
import hotline.flow.VoiceFlows;
import hotline.publish.Draft;
import hotline.publish.Drafts;
import hotline.publish.LiveFlows;
import hotline.publish.Publishing;
import hotline.store.Database;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A supervisor's draft as a whole: its files, what it changes, publishing it, throwing it away. */
final class DraftRoutes {
    private static final int MOST_FILES = 60;
    private static final String DEEDS = FlowRoutes.PAGE + "/draft";
    private static final String REASON = "reason";

    private final Database database;
    private final Writer writer;
    private final Clock clock;
    private final LiveFlows flows;
    private final Drafts all;
    private final DraftReader drafts;
    private final Audit audit;
    private final TestCalls testCalls;
    private final PageKit kit;

    DraftRoutes(WebParts parts, PageKit kit) {
        this.database = parts.storage().database();
        this.writer = parts.storage().writer();
        this.clock = parts.storage().clock();
        this.flows = parts.menu().flows();
        this.all = flows.drafts();
        this.drafts = new DraftReader(parts);
        this.audit = parts.people().audit();
        this.testCalls = parts.menu().testCalls();
        this.kit = kit;
    }

    void register(RoutesConfig routes) {
        routes.get(EditorRoutes.PAGE, ctx -> show(ctx, Form.EMPTY), Access.SUPERVISOR);
        routes.post(DEEDS + "/add", this::add, Access.SUPERVISOR);
        routes.post(DEEDS + "/delete", this::delete, Access.SUPERVISOR);
        routes.post(DEEDS + "/restore", this::restore, Access.SUPERVISOR);
        routes.post(DEEDS + "/discard", this::discard, Access.SUPERVISOR);
        routes.post(DEEDS + "/take-over", this::takeOver, Access.SUPERVISOR);
        routes.post(DEEDS + "/publish", this::publish, Access.SUPERVISOR);
        routes.post(DEEDS + "/keep", this::keep, Access.SUPERVISOR);
    }

    private void show(Context ctx, Form form) {
        show(ctx, form, drafts.read(kit.visitors().of(ctx)));
    }

    private void show(Context ctx, Form form, DraftView view) {
        Visitor visitor = kit.visitors().of(ctx);
        Frame frame = visitor.frame(visitor.texts().get("flows.tab-edit"), EditorRoutes.PAGE, true);
        kit.pages().showForm(ctx, "flows/draft.jte", form, Map.of("frame", frame, "view", view, "toRing", toRing(ctx)));
    }

    private void add(Context ctx) {
        Visitor visitor = kit.visitors().of(ctx);
        Form form = Form.sent(ctx);
        String name = form.value("name");
        Map<String, String> files = drafts.get(visitor).files();
        if (!name.matches("[a-z][a-z0-9-]{0,39}\\.yaml") || !FlowLoader.isFlow(name)) {
            show(ctx, form.withProblem("name", visitor.texts().get("editor.wrong-name")));
        } else if (files.containsKey(name)) {
            show(ctx, form.withProblem("name", visitor.texts().get("editor.name-taken", name)));
        } else if (files.size() >= MOST_FILES) {
            show(ctx, form.withProblem("name", visitor.texts().get("editor.too-many", MOST_FILES)));
        } else {
            change(
                    ctx,
                    EditorRoutes.PAGE + "/" + name,
                    (handle, who, begun, now) -> all.write(handle, who, begun, name, newFlow(name), now));
        }
    }

    /** What stands in a new file before anybody has written into it: a flow of one step. */
    private static String newFlow(String file) {
        return "flow: " + file.replace(".yaml", "") + "\nstart: first\nsteps:\n  first: {hang-up: goodbye}\n";
    }

    private void delete(Context ctx) {
        String file = FormAnswer.text(ctx, "file", 80).orElse("");
        if (!FlowLoader.isFlow(file)) {
            throw ProblemException.badRequest(kit.visitors().of(ctx).texts().get("editor.needed-file"));
        }
        change(ctx, EditorRoutes.PAGE, (handle, who, begun, now) -> all.delete(handle, who, begun, file, now));
    }

    /** Takes the changes to one file back. */
    private void restore(Context ctx) {
        String file = FormAnswer.text(ctx, "file", 80).orElse("");
        Optional<String> before =
                Optional.ofNullable(drafts.get(kit.visitors().of(ctx)).before().get(file));
        change(
                ctx,
                EditorRoutes.PAGE,
                (handle, who, begun, now) -> before.isPresent()
                        ? all.write(handle, who, begun, file, before.get(), now)
                        : all.delete(handle, who, begun, file, now));
    }

    private void takeOver(Context ctx) {
        change(ctx, EditorRoutes.PAGE, (handle, who, begun, now) -> all.takeOver(handle, who, begun, now));
    }

    private void discard(Context ctx) {
        Visitor visitor = kit.visitors().of(ctx);
        String username = visitor.signedIn().username();
        String begun = begun(ctx);
        if (!writer.write(handle -> all.discard(handle, username, begun))) {
            throw movedOn(visitor);
        }
        ctx.redirect(EditorRoutes.PAGE, HttpStatus.SEE_OTHER);
    }

    /** A change of the draft that was begun with a version; empty if it is another draft by now. */
    private interface Change {
        Optional<Draft> make(Handle handle, String username, String begun, Instant now);
    }

    private void change(Context ctx, String next, Change change) {
        Visitor visitor = kit.visitors().of(ctx);
        String begun = begun(ctx);
        Optional<Draft> changed =
                writer.write(handle -> change.make(handle, visitor.signedIn().username(), begun, clock.instant()));
        if (changed.isEmpty()) {
            throw movedOn(visitor);
        }
        ctx.redirect(next, HttpStatus.SEE_OTHER);
    }

    /** The version with which the draft was begun that the reader saw. */
    private static String begun(Context ctx) {
        return FormAnswer.text(ctx, "begun", 40).orElse("");
    }

    private static ProblemException movedOn(Visitor visitor) {
        return ProblemException.conflict(visitor.texts().get("editor.moved-on"));
    }

    /** Keeps the draft as it is now, so that it can be rung; it does not go live. */
    private void keep(Context ctx) {
        Visitor visitor = kit.visitors().of(ctx);
        try {
            VoiceFlows kept = FlowLoader.load(drafts.get(visitor).files());
            String version = writer.write(handle -> {
                all.touch(handle, visitor.signedIn().username(), clock.instant());
                return flows.publisher().keep(handle, kept, clock.instant());
            });
            ctx.redirect(EditorRoutes.PAGE + "?ring=" + version + "#ring-title", HttpStatus.SEE_OTHER);
        } catch (FlowProblemsException e) {
            show(ctx, Form.EMPTY.withProblem("ring", visitor.texts().get("editor.not-to-ring")));
        }
    }

    /** The version that the reader has just kept. */
    private Optional<TestCalls.Ready> toRing(Context ctx) {
        return Optional.ofNullable(ctx.queryParam("ring"))
                .filter(version -> version.matches("[0-9a-f]{4,40}"))
                .map(testCalls::ready);
    }

    private void publish(Context ctx) {
        Visitor visitor = kit.visitors().of(ctx);
        Form form = Form.sent(ctx);
        String reason = form.value(REASON);
        if (reason.isEmpty() || reason.length() > DraftView.LONGEST_REASON) {
            show(ctx, form.withProblem(REASON, visitor.texts().get("editor.wrong-reason", DraftView.LONGEST_REASON)));
            return;
        }
        String username = visitor.signedIn().username();
        Draft seen = drafts.get(visitor);
        flows.publisher().prepare(database, seen.begunWith(), seen.files());
        String begun = begun(ctx);
        Publishing result = writer.write(handle -> all.findSeen(handle, username, begun)
                        .map(draft -> publish(handle, draft, username, reason, clock.instant())))
                .orElseThrow(() -> movedOn(visitor));
        if (result instanceof Publishing.Live) {
            flows.follow();
            ctx.redirect(HistoryRoutes.PAGE + "?done=published", HttpStatus.SEE_OTHER);
        } else if (result instanceof Publishing.Unchanged) {
            ctx.redirect(EditorRoutes.PAGE, HttpStatus.SEE_OTHER);
        } else if (result instanceof Publishing.Broken broken) {
            // Of the draft together with what has gone live since it was begun; alone it may have none.
            show(
                    ctx,
                    form.withProblem(REASON, visitor.texts().get("editor.refused-broken")),
                    drafts.read(visitor).with(broken.problems()));
        } else {
            show(ctx, form.withProblem(REASON, visitor.texts().get("editor.refused-conflict")));
        }
    }

    private Publishing publish(Handle handle, Draft draft, String username, String reason, Instant now) {
        Publishing result =
                flows.publisher().publish(handle, draft.begunWith(), draft.files(), Optional.of(username), reason, now);
        if (result instanceof Publishing.Live live) {
            String version = live.publication().version();
            audit.record(handle, username, "flows-published", "flows:" + version, reason, now);
        }
        if (result instanceof Publishing.Live || result instanceof Publishing.Unchanged) {
            all.discard(handle, username);
        }
        return result;
    }
}
