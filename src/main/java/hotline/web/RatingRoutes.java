package hotline.web;

import hotline.queue.Rating;
import hotline.queue.Ratings;
import hotline.store.Database;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The page behind the link in a text message: one question, five buttons, then thanks and room for a few words. */
final class RatingRoutes {
    private static final int LONGEST_TOKEN = 64;

    private final Database database;
    private final Writer writer;
    private final Clock clock;
    private final Ratings ratings;
    private final Visitors visitors;
    private final Pages pages;

    RatingRoutes(WebParts parts, Visitors visitors, Pages pages) {
        this.database = parts.storage().database();
        this.writer = parts.storage().writer();
        this.clock = parts.storage().clock();
        this.ratings = parts.line().ratings();
        this.visitors = visitors;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/r/{token}", this::show, Access.ANYONE);
        routes.post("/r/{token}", this::rate, Access.ANYONE);
        routes.post("/r/{token}/note", this::note, Access.ANYONE);
    }

    private static String token(Context ctx) {
        String token = ctx.pathParam("token");
        return token.substring(0, Math.min(LONGEST_TOKEN, token.length()));
    }

    private void show(Context ctx) {
        String token = token(ctx);
        Optional<Rating> rating = database.read(handle -> ratings.find(handle, token, clock.instant()));
        Visitor visitor = visitors.of(ctx);
        Texts texts = rating.map(asked -> Texts.in(asked.language())).orElseGet(visitor::texts);
        ctx.status(rating.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
        pages.show(
                ctx,
                "rating.jte",
                Map.of("texts", texts, "formToken", visitor.formToken(), "token", token, "rating", rating));
    }

    private void rate(Context ctx) {
        String token = token(ctx);
        int score = FormAnswer.text(ctx, "score", 1)
                .filter(text -> text.matches("[1-5]"))
                .map(Integer::valueOf)
                .orElseThrow(() -> ProblemException.badRequest(""));
        writer.write(handle -> ratings.rate(handle, token, score, clock.instant()));
        ctx.redirect("/r/" + token, HttpStatus.SEE_OTHER);
    }

    private void note(Context ctx) {
        String token = token(ctx);
        FormAnswer.text(ctx, "note", Ratings.LONGEST_NOTE)
                .ifPresent(note -> writer.write(handle -> ratings.note(handle, token, note, clock.instant())));
        ctx.redirect("/r/" + token, HttpStatus.SEE_OTHER);
    }
}
