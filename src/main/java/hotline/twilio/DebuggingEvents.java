package hotline.twilio;

import hotline.call.Conversations;
import hotline.call.SpeechFailure;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The webhook of the carrier's debugger: every error and warning of the account, as it happens. Once it is shown to be the carrier's
 * own it is always answered with 204: an answer that the carrier took for an error might be told here again. A voice that fails is
 * put aside; all else is for the log.
 */
final class DebuggingEvents {
    private static final Logger LOG = LoggerFactory.getLogger(DebuggingEvents.class);
    static final String PATH = "/twilio/events";

    private final String account;
    private final Conversations conversations;
    private final RequestReader reader;
    private final PublicUrl publicUrl;
    private final InTime inTime;
    private final LinesAMinute lines;

    /** @param account the SID of the account whose events count */
    DebuggingEvents(
            String account,
            Conversations conversations,
            RequestReader reader,
            PublicUrl publicUrl,
            InTime inTime,
            Clock clock) {
        this.account = account;
        this.conversations = conversations;
        this.reader = reader;
        this.publicUrl = publicUrl;
        this.inTime = inTime;
        this.lines = new LinesAMinute(clock);
    }

    void addTo(JavalinDefaultRoutingApi routes) {
        routes.post(PATH, this::event);
    }

    private void event(Context ctx) throws IOException {
        SignedRequest request = reader.read(ctx);
        ctx.status(HttpStatus.NO_CONTENT);
        DebuggingEvent event = DebuggingEvent.of(request, publicUrl);
        if (request.find("AccountSid").filter(account::equals).isEmpty()) {
            lines.log(() -> LOG.info("the carrier's debugger tells of another account ({}); left alone", event.sid()));
            return;
        }
        lines.log(() -> log(event));
        Optional<SpeechFailure> failure = event.speechFailure();
        if (failure.isPresent()) {
            ctx.future(() -> inTime.run(() -> keep(failure.get()), e -> notKept(failure.get(), e)));
        }
    }

    private static void log(DebuggingEvent event) {
        String line =
                "the carrier's debugger has a {} {} about {}: see {} in its console, or https://www.twilio.com/docs/api/errors/{}";
        Object[] told = {event.level(), event.code(), event.resource(), event.sid(), event.code()};
        if (event.level().equals("error")) {
            LOG.warn(line, told);
        } else {
            LOG.info(line, told);
        }
    }

    private boolean keep(SpeechFailure failure) {
        conversations.speechFailed(failure);
        return true;
    }

    private static boolean notKept(SpeechFailure failure, Throwable e) {
        LOG.warn(
                "call {}: that a voice failed could not be kept ({}); the next sentence will tell it again",
                failure.leg(),
                e.toString());
        return false;
    }
}
