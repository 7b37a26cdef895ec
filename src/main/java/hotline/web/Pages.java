package hotline.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;

/** Renders the templates of {@code src/main/jte}, which were compiled with the program. */
final class Pages {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Visitors visitors;

    Pages(Visitors visitors) {
        this.visitors = visitors;
    }

    /** The HTML of a template, for a whole page or for a part of one. */
    String render(String template, Map<String, Object> values) {
        TemplateOutput out = new StringOutput();
        engine.render(template, values, out);
        return out.toString();
    }

    /** Answers with a whole page. */
    void show(Context ctx, String template, Map<String, Object> values) {
        ctx.html(render(template, values));
    }

    /** Answers with a page that has a form, which may have been sent and be wrong. */
    void showForm(Context ctx, String template, Form form, Map<String, Object> values) {
        if (!form.isRight()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Map<String, Object> all = new HashMap<>(values);
        all.put("form", form);
        show(ctx, template, all);
    }

    /** Answers with a page that says what went wrong, whether anything was lost, and what to do. */
    void error(Context ctx, HttpStatus status, String detail) {
        Visitor visitor = visitors.ofOrStranger(ctx);
        Texts texts = visitor.texts();
        String kind = switch (status) {
            case NOT_FOUND -> "not-found";
            case FORBIDDEN -> "forbidden";
            case SERVICE_UNAVAILABLE -> "unavailable";
            default -> status.getCode() < 500 ? "refused" : "broken";
        };
        Frame frame = visitor.frame(texts.get("error." + kind + ".title"), ctx.path(), false);
        ctx.status(status);
        show(ctx, "error.jte", Map.of("frame", frame, "kind", kind, "detail", detail));
    }
}
