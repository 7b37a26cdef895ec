package hotline.twilio;

import hotline.call.Conversations;
import hotline.call.UnknownCallException;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The webhooks that are answered with a document: a leg asks what to do next. */
final class VoiceWebhooks {
    private static final Logger LOG = LoggerFactory.getLogger(VoiceWebhooks.class);
    static final String FALLBACK = "/twilio/voice/fallback";

    private final Conversations conversations;
    private final RequestReader reader;
    private final PublicUrl publicUrl;
    private final HoldLoop holdLoop;
    private final InTime inTime;

    VoiceWebhooks(
            Conversations conversations, RequestReader reader, PublicUrl publicUrl, HoldLoop holdLoop, InTime inTime) {
        this.conversations = conversations;
        this.reader = reader;
        this.publicUrl = publicUrl;
        this.holdLoop = holdLoop;
        this.inTime = inTime;
    }

    void addTo(JavalinDefaultRoutingApi routes) {
        TwilioWebhooks.add(routes, VoiceQuestion.INCOMING, this::voice);
        TwilioWebhooks.add(routes, FALLBACK, this::fallback);
        TwilioWebhooks.add(routes, HoldLoop.AFTER_FALLBACK_NUMBER, this::afterFallbackNumber);
        TwilioWebhooks.add(routes, "/twilio/turn/{turn}", this::voice);
        TwilioWebhooks.add(routes, "/twilio/agent/{reservation}", this::voice);
        TwilioWebhooks.add(routes, "/twilio/callback/{attempt}", this::voice);
        TwilioWebhooks.add(routes, "/twilio/supervision/{supervision}", this::voice);
    }

    private void voice(Context ctx) throws IOException {
        SignedRequest request = reader.read(ctx);
        answer(ctx, VoiceQuestion.of(request).orElseThrow(NotFoundResponse::new));
    }

    private void fallback(Context ctx) throws IOException {
        SignedRequest request = reader.read(ctx);
        LOG.warn(
                "call {}: the carrier had no answer from us (its error {}) and asks again",
                request.callSid(),
                request.find("ErrorCode").orElse("unknown"));
        Optional<VoiceQuestion> question = VoiceQuestion.ofFailed(request, publicUrl);
        if (question.isPresent()) {
            answer(ctx, question.get());
        } else {
            Documents.twiml(ctx, holdLoop.goodbye(request));
        }
    }

    private void afterFallbackNumber(Context ctx) throws IOException {
        Documents.twiml(ctx, holdLoop.afterFallbackNumber(reader.read(ctx)));
    }

    private void answer(Context ctx, VoiceQuestion question) {
        ctx.future(() -> inTime.run(() -> question.answer(conversations), e -> hold(question, e))
                .thenAccept(document -> Documents.twiml(ctx, document)));
    }

    private String hold(VoiceQuestion question, Throwable e) {
        if (!InTime.passes(e) && !(e instanceof UnknownCallException)) {
            LOG.error("call {}: {} failed; the caller is asked to wait", question.leg(), question.path(), e);
        } else if (question.retry() == 0) {
            LOG.warn(
                    "call {}: no answer at {} ({}); the caller is asked to wait",
                    question.leg(),
                    question.path(),
                    e.toString());
        }
        if (holdLoop.givesUp(question)) {
            LOG.warn("call {}: still no answer after {} tries; given up", question.leg(), question.retry());
        }
        return holdLoop.answer(question);
    }
}
