package hotline.web;

import hotline.queue.GivenUp;
import hotline.queue.GivenUp.Booking;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The supervisor's page: what agents are doing, and the callers who gave up. */
final class SupervisorRoutes {
    private static final String PAGE = "/supervisor";
    private static final List<Frame.Key> KEYS =
            List.of(new Frame.Key("j", "next-row"), new Frame.Key("k", "row-before"), new Frame.Key("c", "call-back"));

    private final Writer writer;
    private final Clock clock;
    private final GivenUp givenUp;
    private final LiveView<SupervisorView> view;

    SupervisorRoutes(WebParts parts, PageKit kit) {
        this.writer = parts.storage().writer();
        this.clock = parts.storage().clock();
        this.givenUp = parts.line().acd().givenUp();
        this.view = new LiveView<>(kit, "supervisor", List.of("agents", "lost"), KEYS, new SupervisorReader(parts)::read);
    }

    void register(RoutesConfig routes) {
        view.register(routes, Access.SUPERVISOR);
        routes.post(PAGE + "/call-back", this::callBack, Access.SUPERVISOR);
    }

    private void callBack(Context ctx) {
        UUID contact = FormAnswer.contact(ctx);
        Booking booking = writer.write(handle -> givenUp.book(handle, contact, clock.instant()));
        FormAnswer.send(ctx, booking == Booking.BOOKED, PAGE);
    }
}
