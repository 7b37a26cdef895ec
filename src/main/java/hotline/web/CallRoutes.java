package hotline.web;

import hotline.queue.Acd;
import hotline.queue.Consults.Asked;
import hotline.queue.Destination;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What an agent does with their call at the desk. */
final class CallRoutes {
    private static final int LONGEST_WORD = 80;

    private final Writer writer;
    private final Clock clock;
    private final Acd acd;
    private final Visitors visitors;

    CallRoutes(WebParts parts, Visitors visitors) {
        this.writer = parts.storage().writer();
        this.clock = parts.storage().clock();
        this.acd = parts.line().acd();
        this.visitors = visitors;
    }

    void register(RoutesConfig routes) {
        routes.post("/desk/call", this::act, Access.AGENT);
        routes.post("/desk/transfer", this::transfer, Access.AGENT);
    }

    private void act(Context ctx) {
        String username = visitors.of(ctx).signedIn().username();
        String action = FormAnswer.text(ctx, "do", LONGEST_WORD).orElse("");
        FormAnswer.send(ctx, writer.write(handle -> act(handle, username, action, clock.instant())), "/desk");
    }

    private boolean act(Handle handle, String username, String action, Instant now) {
        return switch (action) {
            case "hold" -> acd.controls().hold(handle, username, true, now);
            case "resume" -> acd.controls().hold(handle, username, false, now);
            case "mute" -> acd.controls().mute(handle, username, true, now);
            case "unmute" -> acd.controls().mute(handle, username, false, now);
            case "end" -> acd.controls().hangUp(handle, username, now);
            case "supervisor" -> ask(handle, username, new Destination.ToSupervisor(), now);
            case "cancel" -> acd.consults().cancel(handle, username, now);
            case "complete" -> acd.consults().complete(handle, username, now);
            default -> throw ProblemException.badRequest("");
        };
    }

    private boolean ask(Handle handle, String username, Destination whom, Instant now) {
        return acd.consults().ask(handle, username, whom, now) == Asked.YES;
    }

    private void transfer(Context ctx) {
        String username = visitors.of(ctx).signedIn().username();
        Optional<Destination> whom = FormAnswer.text(ctx, "to", LONGEST_WORD).flatMap(Destination::find);
        boolean warm = FormAnswer.text(ctx, "how", LONGEST_WORD)
                .map("warm"::equals)
                .orElseThrow(() -> ProblemException.badRequest(""));
        Destination destination = whom.orElseThrow(() -> ProblemException.badRequest(""));
        boolean done = writer.write(handle -> {
            Instant now = clock.instant();
            return warm
                    ? ask(handle, username, destination, now)
                    : acd.transfers().transfer(handle, username, destination, now) == Asked.YES;
        });
        FormAnswer.send(ctx, done, "/desk");
    }
}
