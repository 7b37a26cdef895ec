package hotline.web;

import hotline.flow.FlowLoader;
import hotline.flow.Rule;
import hotline.flow.YamlReader;
import hotline.publish.Draft;
import hotline.publish.LiveFlows;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The editor of one file of a draft: keeps what is typed, and says what is wrong with it and how it looks. */
final class EditorRoutes {
    static final String PAGE = FlowRoutes.PAGE + "/edit";

    /** What a browser may say of what it shows: of some ten texts. */
    private static final int LONGEST_MARKS = 200;

    private final Writer writer;
    private final Clock clock;
    private final LiveFlows flows;
    private final DraftReader drafts;
    private final PageKit kit;

    EditorRoutes(WebParts parts, PageKit kit) {
        this.writer = parts.storage().writer();
        this.clock = parts.storage().clock();
        this.flows = parts.menu().flows();
        this.drafts = new DraftReader(parts);
        this.kit = kit;
    }

    void register(RoutesConfig routes) {
        routes.get(PAGE + "/<file>", this::show, Access.SUPERVISOR);
        routes.post(PAGE + "/<file>", this::keep, Access.SUPERVISOR);
    }

    private void show(Context ctx) {
        Visitor visitor = kit.visitors().of(ctx);
        EditorView view = drafts.file(drafts.read(visitor), file(ctx, visitor));
        Frame frame = visitor.frame(view.file(), view.path(), true);
        kit.pages().show(ctx, "flows/edit.jte", Map.of("frame", frame, "view", view));
    }

    private void keep(Context ctx) {
        Visitor visitor = kit.visitors().of(ctx);
        String file = file(ctx, visitor);
        String text = Optional.ofNullable(ctx.formParam("text")).orElse("");
        if (text.length() > YamlReader.MOST_CHARACTERS) {
            throw new ProblemException(
                    HttpStatus.CONTENT_TOO_LARGE, visitor.texts().get("editor.too-long", YamlReader.MOST_CHARACTERS));
        }
        Predicate<Draft> isSeen = seen(ctx, file, text);
        String username = visitor.signedIn().username();
        Optional<Draft> kept =
                writer.write(handle -> flows.drafts().write(handle, username, isSeen, file, text, clock.instant()));
        if (ctx.header("HX-Request") != null) {
            ctx.status(kept.isPresent() ? HttpStatus.OK : HttpStatus.CONFLICT);
            Map<String, Object> values = kept.isPresent()
                    ? Map.of("view", drafts.file(drafts.view(visitor, kept.get()), file), "isKept", true)
                    : Map.of("view", drafts.file(drafts.read(visitor), file), "isKept", false);
            ctx.html(kit.pages().render("flows/edit-now.jte", values));
        } else if (kept.isPresent()) {
            ctx.redirect(PAGE + "/" + file, HttpStatus.SEE_OTHER);
        } else {
            throw ProblemException.conflict(visitor.texts().get("editor.moved-on"));
        }
    }

    /**
     * Whether a draft is the one that the browser shows, or has this text already, which a page that is left can send twice; a second window may
     * have changed it since.
     */
    private static Predicate<Draft> seen(Context ctx, String file, String text) {
        String begun = FormAnswer.text(ctx, "begun", 40).orElse("");
        List<String> marks =
                List.of(FormAnswer.text(ctx, "seen", LONGEST_MARKS).orElse("").split(" "));
        return draft -> {
            String kept = EditorView.mark(draft.files().getOrDefault(file, ""));
            return draft.begunWith().equals(begun) && (marks.contains(kept) || kept.equals(EditorView.mark(text)));
        };
    }

    /** Only of files that the draft has, or that are missing in it. */
    private String file(Context ctx, Visitor visitor) {
        String file = ctx.pathParam("file");
        Map<String, String> files = drafts.get(visitor).files();
        if (!files.containsKey(file) && !isMissing(file, files)) {
            throw ProblemException.notFound(visitor.texts().get("editor.no-file"));
        }
        return file;
    }

    private static boolean isMissing(String file, Map<String, String> files) {
        return FlowLoader.check(files).stream()
                .anyMatch(problem ->
                        problem.rule() == Rule.MISSING_FILE && problem.file().equals(file));
    }
}
