package hotline.web;

import hotline.queue.Callbacks;
import hotline.queue.SupervisorMoves;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The page of the queue: who waits, since when and for what; and what supervisors do about it. */
final class QueueRoutes {
    private static final String PAGE = "/queue";
    private static final List<Frame.Key> KEYS = List.of(
            new Frame.Key("j", "next-row"),
            new Frame.Key("k", "row-before"),
            new Frame.Key("t", "take-row"),
            new Frame.Key("u", "row-up"),
            new Frame.Key("c", "call-now"));

    private final Writer writer;
    private final Clock clock;
    private final Callbacks callbacks;
    private final SupervisorMoves moves;
    private final Visitors visitors;
    private final LiveView<QueueView> view;

    QueueRoutes(WebParts parts, PageKit kit) {
        this.writer = parts.storage().writer();
        this.clock = parts.storage().clock();
        this.callbacks = parts.line().acd().callbacks();
        this.moves = parts.line().acd().supervisorMoves();
        this.visitors = kit.visitors();
        this.view =
                new LiveView<>(kit, "queue", List.of("summary", "waiting", "busy"), KEYS, new QueueReader(parts)::read);
    }

    void register(RoutesConfig routes) {
        view.register(routes, Access.AGENT);
        routes.post(PAGE + "/take", this::take, Access.SUPERVISOR);
        routes.post(PAGE + "/up", this::moveUp, Access.SUPERVISOR);
        routes.post(PAGE + "/call-now", this::callNow, Access.SUPERVISOR);
    }

    private void take(Context ctx) {
        UUID contact = FormAnswer.contact(ctx);
        String username = visitors.of(ctx).signedIn().username();
        boolean done = writer.write(handle -> moves.takeFor(handle, contact, username, username, clock.instant()));
        FormAnswer.send(ctx, done, PAGE);
    }

    private void moveUp(Context ctx) {
        UUID contact = FormAnswer.contact(ctx);
        String username = visitors.of(ctx).signedIn().username();
        boolean done = writer.write(handle -> moves.moveUp(handle, contact, username, clock.instant()));
        FormAnswer.send(ctx, done, PAGE);
    }

    private void callNow(Context ctx) {
        UUID contact = FormAnswer.contact(ctx);
        boolean done = writer.write(handle -> callbacks.ringNow(handle, contact, clock.instant()));
        FormAnswer.send(ctx, done, PAGE);
    }
}
