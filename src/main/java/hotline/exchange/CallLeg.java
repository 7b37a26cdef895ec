package hotline.exchange;

import hotline.exchange.twiml.TwimlDocument;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One party's connection: who, since when, in which state, and which TwiML it carries out. State only ever moves forward. */
final class CallLeg {
    /** Default length of a call: https://www.twilio.com/docs/voice/api/call-resource, "TimeLimit". */
    static final Duration LONGEST_CALL = Duration.ofHours(4);

    private final Network network;
    private final String sid;
    private final String from;
    private final String to;
    private final CallDirection direction;
    private final Handset phone;
    private final @Nullable CallLeg parent;
    private final Instant createdAt;
    private final List<Runnable> whenEnded = new ArrayList<>();
    private CallProgress progress;
    private CallStatus status = CallStatus.QUEUED;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable Script script;
    private @Nullable Activity attached;
    private @Nullable Webhook fallback;
    private @Nullable String answeredBy;
    private Timeline.@Nullable Timer timeLimit;

    CallLeg(Network network, String from, String to, CallDirection direction, Handset phone, @Nullable CallLeg parent) {
        this.network = network;
        this.sid = network.sids.call();
        this.from = from;
        this.to = to;
        this.direction = direction;
        this.phone = phone;
        this.parent = parent;
        this.createdAt = network.timeline.now();
        this.progress = CallProgress.silent(network);
        network.add(this);
    }

    void reportTo(CallProgress newProgress) {
        progress = newProgress;
    }

    /** Where Twilio asks when the first address fails. */
    void fallBackTo(@Nullable URI url, String method) {
        fallback = url == null ? null : new Webhook(url, method, List.of(), sid);
    }

    void whenEnded(Runnable listener) {
        whenEnded.add(listener);
    }

    void rings() {
        status = CallStatus.RINGING;
        progress.ringing(this);
    }

    /** The call is answered: from now on it is paid for, and it ends when its time is up. */
    void answered(Duration longest) {
        status = CallStatus.IN_PROGRESS;
        startedAt = network.timeline.now();
        network.log.add(CallLine.Kind.ANSWER, sid, phone.number(), "answered");
        progress.answered(this);
        timeLimit = network.timeline.after(longest, () -> end(CallStatus.COMPLETED));
    }

    /** Lets the call carry out what an address says, in place of anything it is doing now. */
    void follow(Webhook webhook) {
        newScript(ScriptScope.CALL).fetch(webhook);
    }

    /** Lets the call carry out a document that came without an address. */
    void follow(TwimlDocument document) {
        newScript(ScriptScope.CALL).run(document, null);
    }

    /** Lets the one who was dialed hear something, and answer it, before the parties are connected. */
    void whisper(Webhook webhook, Runnable then) {
        Script whisper = newScript(ScriptScope.WHISPER);
        whisper.whenDone(then);
        whisper.fetch(webhook);
    }

    /** Lets the call do something that no TwiML of its own told it to do: be connected, sit in a conference. */
    void attach(Activity activity) {
        attached = activity;
        activity.begin();
    }

    private Script newScript(ScriptScope scope) {
        if (script != null) {
            script.interrupt();
        }
        Activity before = attached;
        attached = null;
        if (before != null) {
            before.interrupt();
        }
        Script next = new Script(network, this, scope, List.of());
        script = next;
        next.whenDone(() -> end(CallStatus.COMPLETED));
        return next;
    }

    /** Ends the call; does nothing to a call that has ended. */
    void end(CallStatus how) {
        if (status.isEnded()) {
            return;
        }
        status = how;
        endedAt = network.timeline.now();
        if (timeLimit != null) {
            timeLimit.cancel();
        }
        phone.lineCloses(this);
        if (script != null) {
            script.hangUp();
        }
        if (attached != null) {
            attached.hangUp();
        }
        network.log.add(CallLine.Kind.END, sid, phone.number(), "call ended: " + how.text());
        progress.completed(this);
        List.copyOf(whenEnded).forEach(Runnable::run);
    }

    /** A key of the phone at the far end. */
    void key(char key) {
        if (attached != null) {
            attached.key(key);
        } else if (script != null) {
            script.key(key);
        }
    }

    /** The person at the far end says something. */
    void spoken(String words) {
        if (attached != null) {
            attached.spoken(words);
        } else if (script != null) {
            script.spoken(words);
        }
    }

    boolean awaitsKeys() {
        return attached == null && script != null && script.awaitsKeys();
    }

    void answeredBy(String who) {
        answeredBy = who;
    }

    /** https://www.twilio.com/docs/voice/twiml, "Request parameters". */
    List<Parameter> parameters() {
        return parameters(status.text());
    }

    List<Parameter> parameters(String statusText) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("CallSid", sid));
        parameters.add(new Parameter("AccountSid", network.settings.accountSid()));
        parameters.add(new Parameter("From", from));
        parameters.add(new Parameter("Caller", from));
        parameters.add(new Parameter("To", to));
        parameters.add(new Parameter("Called", to));
        parameters.add(new Parameter("CallStatus", statusText));
        parameters.add(new Parameter("ApiVersion", "2010-04-01"));
        parameters.add(new Parameter("Direction", direction.text()));
        if (parent != null) {
            parameters.add(new Parameter("ParentCallSid", parent.sid));
        }
        if (answeredBy != null) {
            parameters.add(new Parameter("AnsweredBy", answeredBy));
        }
        return parameters;
    }

    Duration duration() {
        if (startedAt == null) {
            return Duration.ZERO;
        }
        return Duration.between(startedAt, endedAt == null ? network.timeline.now() : endedAt);
    }

    String sid() {
        return sid;
    }

    String from() {
        return from;
    }

    String to() {
        return to;
    }

    CallDirection direction() {
        return direction;
    }

    Handset phone() {
        return phone;
    }

    Optional<CallLeg> parent() {
        return Optional.ofNullable(parent);
    }

    CallProgress progress() {
        return progress;
    }

    CallStatus status() {
        return status;
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    Optional<Webhook> fallback() {
        return Optional.ofNullable(fallback);
    }

    Optional<String> answeredBy() {
        return Optional.ofNullable(answeredBy);
    }
}
