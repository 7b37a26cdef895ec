package hotline.twilio;

import hotline.call.CallStatus;
import hotline.call.CallStatusEvent;
import hotline.call.Conversations;
import hotline.call.InboundText;
import hotline.phone.CallSid;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The webhooks that tell us something: how a leg or a message goes on, who leaves a room, and that a message came in. Answered with 204 (a message
 * perhaps with another), and with 503 when it could not be kept: the carrier may then tell it again, where it is set up to.
 */
final class NoticeWebhooks {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeWebhooks.class);

    private final Conversations conversations;
    private final RequestReader reader;
    private final InTime inTime;

    NoticeWebhooks(Conversations conversations, RequestReader reader, InTime inTime) {
        this.conversations = conversations;
        this.reader = reader;
        this.inTime = inTime;
    }

    void addTo(JavalinDefaultRoutingApi routes) {
        TwilioWebhooks.add(routes, "/twilio/voice/status", ctx -> callStatus(ctx, conversations::callStatus));
        TwilioWebhooks.add(routes, "/twilio/agent/{id}/status", ctx -> legStatus(ctx, conversations::agentStatus));
        TwilioWebhooks.add(
                routes, "/twilio/callback/{id}/status", ctx -> legStatus(ctx, conversations::callbackStatus));
        TwilioWebhooks.add(
                routes, "/twilio/supervision/{id}/status", ctx -> legStatus(ctx, conversations::supervisorStatus));
        TwilioWebhooks.add(routes, TwimlWriter.ROOM_PATH + "{id}", this::room);
        TwilioWebhooks.add(routes, "/twilio/message/{id}/status", this::messageStatus);
        TwilioWebhooks.add(routes, "/twilio/sms", this::inboundText);
    }

    private void legStatus(Context ctx, BiConsumer<UUID, CallStatusEvent> tell) throws IOException {
        UUID id = id(ctx);
        callStatus(ctx, event -> tell.accept(id, event));
    }

    /** A status that the carrier has added since is acknowledged and left alone. */
    private void callStatus(Context ctx, Consumer<CallStatusEvent> tell) throws IOException {
        SignedRequest request = reader.read(ctx);
        Optional<CallStatus> status = CallStatus.find(request.get("CallStatus"));
        if (status.isEmpty()) {
            LOG.warn("call {}: the carrier tells a status that we do not know", request.callSid());
            kept(ctx);
            return;
        }
        Optional<Duration> length = request.find("CallDuration")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        CallStatusEvent event = new CallStatusEvent(request.callSid(), status.get(), length);
        keep(ctx, "call " + event.call(), () -> {
            tell.accept(event);
            return NoticeWebhooks::kept;
        });
    }

    /** Of what goes on in a room only that somebody left matters (Twilio, "TwiML Voice: Conference", statusCallback). */
    private void room(Context ctx) throws IOException {
        UUID room = id(ctx);
        SignedRequest request = reader.read(ctx);
        if (!request.get("StatusCallbackEvent").equals("participant-leave")) {
            kept(ctx);
            return;
        }
        CallSid leg = request.callSid();
        keep(ctx, "room " + room, () -> {
            conversations.leftRoom(room, leg);
            return NoticeWebhooks::kept;
        });
    }

    private void messageStatus(Context ctx) throws IOException {
        UUID message = id(ctx);
        SignedRequest request = reader.read(ctx);
        String status = request.get("MessageStatus");
        Optional<String> errorCode = request.find("ErrorCode").filter(code -> !code.isBlank());
        keep(ctx, "message " + message, () -> {
            conversations.messageStatus(message, status, errorCode);
            return NoticeWebhooks::kept;
        });
    }

    private void inboundText(Context ctx) throws IOException {
        SignedRequest request = reader.read(ctx);
        String sid = request.get("MessageSid");
        if (!sid.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new BadRequestResponse("The parameter MessageSid is no message SID.");
        }
        InboundText text = new InboundText(
                sid,
                request.findNumber("From"),
                request.findNumber("To"),
                request.find("Body").orElse(""));
        keep(ctx, "message " + sid, () -> {
            String reply = reply(conversations.inboundText(text));
            return answered -> Documents.twiml(answered, reply);
        });
    }

    /** TwiML for messages: one message back, or an empty document for none (Twilio, "TwiML for Programmable Messaging"). */
    private static String reply(Optional<String> text) {
        Twiml twiml = new Twiml();
        text.filter(body -> !body.isBlank()).ifPresent(body -> twiml.text("Message", body));
        return twiml.end();
    }

    private void keep(Context ctx, String what, Supplier<Consumer<Context>> work) {
        ctx.future(() -> inTime.run(work, e -> notKept(what, e)).thenAccept(reply -> reply.accept(ctx)));
    }

    private static Consumer<Context> notKept(String what, Throwable e) {
        if (InTime.passes(e)) {
            LOG.warn(
                    "{}: what the carrier told could not be kept ({}); it is asked to tell it again",
                    what,
                    e.toString());
        } else {
            LOG.error("{}: what the carrier told could not be kept; it is asked to tell it again", what, e);
        }
        return NoticeWebhooks::tellAgain;
    }

    private static void kept(Context ctx) {
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private static void tellAgain(Context ctx) {
        ctx.status(HttpStatus.SERVICE_UNAVAILABLE).result("This could not be kept; please tell it again.");
    }

    private static UUID id(Context ctx) {
        try {
            return UUID.fromString(ctx.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw new NotFoundResponse();
        }
    }
}
