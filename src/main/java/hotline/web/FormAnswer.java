package hotline.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.UUID;

/** What forms of live pages have in common: how they name a contact, and how they are answered. */
final class FormAnswer {
    private FormAnswer() {}

    /** The page's script sees by its stream how things stand now; a browser without it gets the page again. */
    static void send(Context ctx, boolean done, String page) {
        if (ctx.header("HX-Request") == null) {
            ctx.redirect(page, HttpStatus.SEE_OTHER);
        } else {
            ctx.status(done ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT);
        }
    }

    /** The contact that a form is about. */
    static UUID contact(Context ctx) {
        return id(ctx, "contact");
    }

    /** What a field names by its id. */
    static UUID id(Context ctx, String field) {
        try {
            return UUID.fromString(String.valueOf(ctx.formParam(field)));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("");
        }
    }

    /** What was typed into a field, without the space around it; empty if nothing was. */
    static Optional<String> text(Context ctx, String field, int longest) {
        return Optional.ofNullable(ctx.formParam(field))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.substring(0, Math.min(longest, text.length())));
    }
}
