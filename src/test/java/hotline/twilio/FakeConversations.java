package hotline.twilio;

import hotline.call.CallStatusEvent;
import hotline.call.Conversations;
import hotline.call.InboundText;
import hotline.call.IncomingCall;
import hotline.call.SpeechFailure;
import hotline.flow.Input;
import hotline.phone.CallSid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Writes down what it is asked and told; may be blocked or broken. */
final class FakeConversations implements Conversations {
    static final String ANSWER = "<Response><Hangup/></Response>";

    /** What was asked, in order, in words. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    volatile Optional<RuntimeException> broken = Optional.empty();
    volatile Optional<String> textBack = Optional.empty();
    private volatile CountDownLatch open = new CountDownLatch(0);

    /** From now on nothing is answered until {@link #unblock}. */
    void block() {
        open = new CountDownLatch(1);
    }

    void unblock() {
        open.countDown();
    }

    private String answer(String question) {
        asked.add(question);
        try {
            if (!open.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("blocked for ever");
            }
        } catch (InterruptedException e) {
            throw new AssertionError("work must not be interrupted", e);
        }
        broken.ifPresent(e -> {
            throw e;
        });
        return ANSWER;
    }

    @Override
    public String incoming(IncomingCall call) {
        return answer("incoming " + call.call() + " from "
                + call.caller().map(number -> number.e164()).orElse("nobody") + " to "
                + call.dialled().map(number -> number.e164()).orElse("nobody"));
    }

    @Override
    public String turn(CallSid leg, int turn, Input input) {
        return answer("turn " + leg + " " + turn + " " + input);
    }

    @Override
    public String agentAnswered(UUID reservation, CallSid leg) {
        return answer("agent " + reservation + " " + leg);
    }

    @Override
    public String callbackAnswered(UUID attempt, CallSid leg) {
        return answer("callback " + attempt + " " + leg);
    }

    @Override
    public String supervisorAnswered(UUID supervision, CallSid leg) {
        return answer("supervisor " + supervision + " " + leg);
    }

    @Override
    public void supervisorStatus(UUID supervision, CallStatusEvent event) {
        answer("supervisor status " + supervision + " " + event.status());
    }

    @Override
    public void callStatus(CallStatusEvent event) {
        answer("call status " + event);
    }

    @Override
    public void agentStatus(UUID reservation, CallStatusEvent event) {
        answer("agent status " + reservation + " " + event.status());
    }

    @Override
    public void callbackStatus(UUID attempt, CallStatusEvent event) {
        answer("callback status " + attempt + " " + event.status());
    }

    @Override
    public void speechFailed(SpeechFailure failure) {
        answer("speech failed " + failure);
    }

    @Override
    public void leftRoom(UUID room, CallSid leg) {
        answer("left room " + room + " " + leg);
    }

    @Override
    public Optional<String> inboundText(InboundText text) {
        answer("text " + text.messageSid() + " " + text.body());
        return textBack;
    }

    @Override
    public void messageStatus(UUID message, String status, Optional<String> errorCode) {
        answer("message " + message + " " + status + " " + errorCode.orElse("-"));
    }
}
