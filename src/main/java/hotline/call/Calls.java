package hotline.call;

import hotline.flow.Answer;
import hotline.flow.Input;
import hotline.flow.Question;
import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.publish.FlowVersions;
import hotline.publish.FlowsNeededException;
import hotline.store.UseCase;
import hotline.store.Writer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The use cases of a call. Opens the transactions; what happens in them is in {@link Turns} and {@link LegEvents}. */
public final class Calls implements Conversations {
    /** Facts that one turn may need from outside, one after the other, its flows, and a turn that another node took meanwhile. */
    private static final int MOST_ROUNDS = 6;

    private static final Logger log = LoggerFactory.getLogger(Calls.class);

    private final Writer writer;
    private final Turns turns;
    private final SpeechFailures speechFailures;
    private final LegEvents events;
    private final FlowVersions versions;
    private final CallServices services;
    private final Clock clock;

    public Calls(
            Writer writer,
            CallServices services,
            FlowVersions versions,
            LegEvents events,
            AnswerFormat format,
            Clock clock) {
        this.writer = writer;
        CallRepository calls = new CallRepository();
        this.turns = new Turns(services, calls, versions, events, format, clock);
        this.speechFailures = new SpeechFailures(calls, versions, services.failedVoices(), format);
        this.events = events;
        this.versions = versions;
        this.services = services;
        this.clock = clock;
    }

    /** Tells of every turn from now on; there is one who looks on. */
    public void onTurn(TurnListener listener) {
        turns.onTurn(listener);
    }

    @Override
    public String incoming(IncomingCall call) {
        return answer(facts -> handle -> {
            String greeting = turns.begin(handle, call, facts);
            events.begun(handle, call.call(), clock.instant());
            return greeting;
        });
    }

    @Override
    public String turn(CallSid leg, int turn, Input input) {
        return answer(facts -> handle -> turns.take(handle, leg, turn, input, facts));
    }

    @Override
    public String agentAnswered(UUID reservation, CallSid leg) {
        return answer(facts -> handle -> {
            events.agentSeen(handle, reservation, leg, clock.instant());
            return turns.beginLeg(handle, outbound(leg, CallKind.AGENT, reservation));
        });
    }

    @Override
    public String callbackAnswered(UUID attempt, CallSid leg) {
        return answer(facts -> handle -> {
            events.callbackSeen(handle, attempt, leg, clock.instant());
            return turns.beginLeg(handle, outbound(leg, CallKind.CALLBACK, attempt));
        });
    }

    @Override
    public String supervisorAnswered(UUID supervision, CallSid leg) {
        return answer(facts -> handle -> {
            events.supervisorSeen(handle, supervision, leg, clock.instant());
            return turns.beginLeg(handle, outbound(leg, CallKind.SUPERVISOR, supervision));
        });
    }

    @Override
    public void callStatus(CallStatusEvent event) {
        writer.write(handle -> events.caller(handle, event, clock.instant()));
    }

    @Override
    public void agentStatus(UUID reservation, CallStatusEvent event) {
        writer.write(handle -> events.agent(handle, reservation, event, clock.instant()));
    }

    @Override
    public void callbackStatus(UUID attempt, CallStatusEvent event) {
        writer.write(handle -> events.callback(handle, attempt, event, clock.instant()));
    }

    @Override
    public void supervisorStatus(UUID supervision, CallStatusEvent event) {
        writer.write(handle -> events.supervisor(handle, supervision, event, clock.instant()));
    }

    @Override
    public void speechFailed(SpeechFailure failure) {
        writer.write(handle -> speechFailures.keep(handle, failure, clock.instant()))
                .ifPresent(put -> {
                    services.failedVoices().follow();
                    speechFailures.tell(failure, put);
                });
    }

    @Override
    public void leftRoom(UUID room, CallSid leg) {
        writer.write(handle -> services.leftAlone().left(handle, room, leg, clock.instant()));
    }

    @Override
    public Optional<String> inboundText(InboundText text) {
        return writer.write(handle ->
                services.inbox().receive(handle, text.messageSid(), text.from(), text.body(), clock.instant()));
    }

    @Override
    public void messageStatus(UUID message, String status, Optional<String> errorCode) {
        writer.write(handle -> {
            services.messages().delivered(handle, message, status, errorCode, clock.instant());
            return true;
        });
    }

    /** Takes a turn; fetches what it needs from outside between the attempts, with no transaction open. */
    private String answer(Function<Map<Question, Answer>, UseCase<String>> turn) {
        Map<Question, Answer> facts = new HashMap<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            try {
                return writer.write(turn.apply(facts));
            } catch (FactNeededException needed) {
                facts.put(needed.question(), fetch(needed));
            } catch (FlowsNeededException needed) {
                versions.load(needed.version());
            } catch (TurnTakenException taken) {
                // The next round finds the other node's answer.
                log.debug("{}", taken.getMessage());
            }
        }
        throw new IllegalStateException("a turn that needs more facts than a turn may");
    }

    private Answer fetch(FactNeededException needed) {
        Call call = needed.call();
        ZoneId zone = versions.number(call.dialled()).zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return services.orders().answer(needed.question(), call.caller(), today);
    }

    private Call outbound(CallSid leg, CallKind kind, UUID ref) {
        return new Call(
                leg,
                kind,
                Optional.of(ref),
                0,
                CallStatus.IN_PROGRESS,
                Optional.empty(),
                Optional.empty(),
                versions.current().version(),
                Optional.empty(),
                Optional.empty(),
                Language.ENGLISH);
    }
}
