package hotline.web;

import hotline.agent.Audit;
import hotline.queue.Disposition;
import hotline.queue.Dispositions;
import hotline.store.Database;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** {@code /settings/dispositions}: the results that agents choose from after a contact. */
final class DispositionSettings {
    private static final String PATH = "/settings/dispositions";
    private static final int MOST = 20;

    private final Database database;
    private final Writer writer;
    private final Dispositions dispositions = new Dispositions();
    private final Audit audit;
    private final Clock clock;
    private final Visitors visitors;
    private final Pages pages;

    DispositionSettings(WebParts parts, Visitors visitors, Pages pages) {
        this.database = parts.storage().database();
        this.writer = parts.storage().writer();
        this.audit = parts.people().audit();
        this.clock = parts.storage().clock();
        this.visitors = visitors;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, ctx -> show(ctx, Form.EMPTY), Access.ADMIN);
        routes.post(PATH, this::save, Access.ADMIN);
    }

    /** @param form what was sent and is wrong, for the one disposition whose code it names */
    private void show(Context ctx, Form form) {
        Visitor visitor = visitors.of(ctx);
        pages.showForm(
                ctx,
                "settings/dispositions.jte",
                form,
                Map.of(
                        "frame",
                        visitor.frame(visitor.texts().get("settings.dispositions"), PATH, false),
                        "dispositions",
                        database.read(dispositions::list),
                        "isSaved",
                        ctx.queryParam("done") != null));
    }

    private void save(Context ctx) {
        Texts texts = visitors.of(ctx).texts();
        Form form = Form.sent(ctx);
        for (String label : List.of("label-id", "label-en")) {
            if (!Disposition.isLabel(form.value(label))) {
                form = form.withProblem(label, texts.get("settings.wrong.label"));
            }
        }
        if (!Disposition.isCode(form.value("code"))) {
            form = form.withProblem("code", texts.get("settings.wrong.code"));
        }
        if (form.isRight()) {
            form = save(form, visitors.of(ctx).signedIn().username(), texts);
        }
        if (form.isRight()) {
            ctx.redirect(PATH + "?done=saved", HttpStatus.SEE_OTHER);
        } else {
            show(ctx, form);
        }
    }

    private Form save(Form form, String who, Texts texts) {
        return writer.write(handle -> {
            List<Disposition> all = dispositions.list(handle);
            Optional<Disposition> before = all.stream()
                    .filter(one -> one.code().equals(form.value("code")))
                    .findFirst();
            if (form.has("new", "true") && before.isPresent()) {
                return form.withProblem("code", texts.get("settings.wrong.code-taken"));
            }
            if (before.isEmpty() && all.size() >= MOST) {
                return form.withProblem("code", texts.get("settings.wrong.too-many", MOST));
            }
            Disposition now = disposition(form, before);
            if (!now.active()
                    && all.stream().noneMatch(one -> one.active() && !one.code().equals(now.code()))) {
                return form.withProblem("active", texts.get("settings.wrong.last-disposition"));
            }
            keep(handle, now, who);
            return form;
        });
    }

    private static Disposition disposition(Form form, Optional<Disposition> before) {
        String position = form.value("position");
        return new Disposition(
                form.value("code"),
                form.value("label-id"),
                form.value("label-en"),
                form.has("active", "true"),
                position.matches("[0-9]{1,3}")
                        ? Integer.parseInt(position)
                        : before.map(Disposition::position).orElse(MOST));
    }

    private void keep(Handle handle, Disposition now, String who) {
        boolean known = dispositions.put(handle, now);
        audit.record(
                handle,
                who,
                known ? "disposition-changed" : "disposition-added",
                "disposition:" + now.code(),
                now.labelId() + " / " + now.labelEn() + (now.active() ? "" : ", no longer offered"),
                clock.instant());
    }
}
