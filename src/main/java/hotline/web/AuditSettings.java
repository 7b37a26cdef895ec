package hotline.web;

import hotline.agent.Audit;
import hotline.agent.AuditEntry;
import hotline.agent.AuditFilter;
import hotline.store.Database;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /settings/audit}: who did what, newest first. */
final class AuditSettings {
    private static final String PATH = "/settings/audit";
    private static final int PAGE = 50;
    private static final int LONGEST_TEXT = 80;

    private final Database database;
    private final Audit audit;
    private final Visitors visitors;
    private final Pages pages;

    AuditSettings(WebParts parts, Visitors visitors, Pages pages) {
        this.database = parts.storage().database();
        this.audit = parts.people().audit();
        this.visitors = visitors;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::show, Access.ADMIN);
    }

    private void show(Context ctx) {
        Visitor visitor = visitors.of(ctx);
        Optional<String> text = query(ctx, "text");
        Optional<String> action = query(ctx, "action");
        Optional<Long> before = query(ctx, "before")
                .filter(number -> number.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
        List<AuditEntry> found =
                database.read(handle -> audit.list(handle, new AuditFilter(text, action, before, PAGE + 1)));
        List<AuditEntry> page = found.subList(0, Math.min(PAGE, found.size()));
        pages.show(
                ctx,
                "settings/audit.jte",
                Map.of(
                        "frame",
                        visitor.frame(visitor.texts().get("settings.audit"), PATH, false),
                        "entries",
                        page,
                        "actions",
                        database.read(audit::listActions),
                        "text",
                        text.orElse(""),
                        "action",
                        action.orElse(""),
                        "older",
                        found.size() > PAGE ? Optional.of(page.get(PAGE - 1).seq()) : Optional.empty(),
                        "verdict",
                        query(ctx, "check").map(asked -> database.read(audit::verify))));
    }

    private static Optional<String> query(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name))
                .map(value -> value.substring(0, Math.min(LONGEST_TEXT, value.length()))
                        .strip())
                .filter(value -> !value.isEmpty());
    }
}
