package hotline.web;

import hotline.queue.GivenUp;
import hotline.queue.GivenUp.Booking;
import hotline.queue.Supervision;
import hotline.queue.SupervisionMode;
import hotline.queue.SupervisionView;
import hotline.queue.SupervisorMoves;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The supervisor's page: what agents are doing, and the callers who gave up. */
final class SupervisorRoutes {
    private static final String PAGE = "/supervisor";
    private static final int LONGEST_NAME = 60;
    private static final List<Frame.Key> KEYS = List.of(
            new Frame.Key("j", "next-row"),
            new Frame.Key("k", "row-before"),
            new Frame.Key("l", "listen"),
            new Frame.Key("h", "coach"),
            new Frame.Key("i", "join"),
            new Frame.Key("x", "stop-listening"),
            new Frame.Key("f", "set-free"),
            new Frame.Key("c", "call-back"));

    private final Writer writer;
    private final Clock clock;
    private final GivenUp givenUp;
    private final Supervision supervision;
    private final SupervisorMoves moves;
    private final Visitors visitors;
    private final LiveView<SupervisorView> view;

    SupervisorRoutes(WebParts parts, PageKit kit) {
        this.writer = parts.storage().writer();
        this.clock = parts.storage().clock();
        this.givenUp = parts.line().acd().givenUp();
        this.supervision = parts.line().acd().supervision();
        this.moves = parts.line().acd().supervisorMoves();
        this.visitors = kit.visitors();
        this.view =
                new LiveView<>(kit, "supervisor", List.of("agents", "lost"), KEYS, new SupervisorReader(parts)::read);
    }

    void register(RoutesConfig routes) {
        view.register(routes, Access.SUPERVISOR);
        routes.post(PAGE + "/listen", this::listen, Access.SUPERVISOR);
        routes.post(PAGE + "/stop", this::stop, Access.SUPERVISOR);
        routes.post(PAGE + "/release", this::release, Access.SUPERVISOR);
        routes.post(PAGE + "/call-back", this::callBack, Access.SUPERVISOR);
    }

    /** Rings the supervisor to take part in a conversation; who takes part in it already does so in another way. */
    private void listen(Context ctx) {
        UUID contact = FormAnswer.contact(ctx);
        String username = visitors.of(ctx).signedIn().username();
        SupervisionMode mode = Optional.ofNullable(ctx.formParam("mode"))
                .flatMap(SupervisionMode::find)
                .orElseThrow(() -> ProblemException.badRequest(""));
        boolean done = writer.write(handle -> {
            Instant now = clock.instant();
            Optional<SupervisionView> open = supervision
                    .findOpen(handle, username)
                    .filter(mine -> mine.contact().equals(contact));
            return open.isPresent()
                    ? supervision.change(handle, open.get().id(), mode, now)
                    : supervision.listen(handle, username, contact, mode, now).isPresent();
        });
        FormAnswer.send(ctx, done, PAGE);
    }

    private void stop(Context ctx) {
        String username = visitors.of(ctx).signedIn().username();
        boolean done = writer.write(handle -> supervision
                .findOpen(handle, username)
                .filter(mine -> supervision.stop(handle, mine.id(), clock.instant()))
                .isPresent());
        FormAnswer.send(ctx, done, PAGE);
    }

    private void release(Context ctx) {
        String username = visitors.of(ctx).signedIn().username();
        String agent = FormAnswer.text(ctx, "agent", LONGEST_NAME).orElseThrow(() -> ProblemException.badRequest(""));
        boolean done = writer.write(handle -> moves.release(handle, agent, username, clock.instant()));
        FormAnswer.send(ctx, done, PAGE);
    }

    private void callBack(Context ctx) {
        UUID contact = FormAnswer.contact(ctx);
        Booking booking = writer.write(handle -> givenUp.book(handle, contact, clock.instant()));
        FormAnswer.send(ctx, booking == Booking.BOOKED, PAGE);
    }
}
