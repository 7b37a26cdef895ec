package hotline.call;

import hotline.flow.Answer;
import hotline.flow.DialledNumber;
import hotline.flow.Expect;
import hotline.flow.Input;
import hotline.flow.Interpreter;
import hotline.flow.Question;
import hotline.flow.Session;
import hotline.flow.Turn;
import hotline.flow.VoiceFlows;
import hotline.phone.CallSid;
import hotline.phone.PhoneNumber;
import hotline.publish.FlowVersions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes turns, each once. Everything here runs inside a transaction of the writer. */
final class Turns {
    private static final Logger log = LoggerFactory.getLogger(Turns.class);

    private final CallServices services;
    private final CallRepository calls;
    private final FlowVersions versions;
    private final AgentDialogue agentDialogue;
    private final CallbackDialogue callbackDialogue;
    private final SupervisorDialogue supervisorDialogue;
    private final Silence silence;
    private final UnkeptRecordings unkeptRecordings;
    private final AnswerFormat format;
    private final Clock clock;
    private volatile TurnListener listener = TurnListener.NONE;

    Turns(
            CallServices services,
            CallRepository calls,
            FlowVersions versions,
            LegEvents events,
            AnswerFormat format,
            Clock clock) {
        this.services = services;
        this.calls = calls;
        this.versions = versions;
        this.agentDialogue = new AgentDialogue(services.reservations(), versions);
        this.callbackDialogue = new CallbackDialogue(services.callbacks(), versions);
        this.supervisorDialogue = new SupervisorDialogue(services.supervision(), versions);
        this.silence = events.silence();
        this.unkeptRecordings = events.unkeptRecordings();
        this.format = format;
        this.clock = clock;
    }

    void onTurn(TurnListener onlooker) {
        listener = onlooker;
    }

    /** Answers somebody who rings the hotline. */
    String begin(Handle handle, IncomingCall incoming, Map<Question, Answer> facts) {
        Optional<String> given = calls.findAnswer(handle, incoming.call(), 0);
        if (given.isPresent()) {
            return given.get();
        }
        Instant now = clock.instant();
        Optional<VoiceFlows> draft = incoming.draft().flatMap(version -> versions.ring(handle, version, now));
        Call call = newCaller(incoming, draft, now);
        insert(handle, call, now);
        calls.insertEvent(
                handle,
                call.sid(),
                "answered",
                call.dialled().map(PhoneNumber::e164).orElse("unknown number"),
                now);
        draft.ifPresent(flows -> calls.insertEvent(handle, call.sid(), "draft", flows.version(), now));
        incoming.draft()
                .filter(version -> draft.isEmpty())
                .ifPresent(version -> log.warn(
                        "call {}: no flows {} are kept, or not any more; who rings them hears what is live",
                        call.sid(),
                        version));
        incoming.asIfAt()
                .ifPresent(at -> calls.insertEvent(
                        handle, call.sid(), "as-if", at.toString().replace('T', ' '), now));
        return finish(handle, call, flowStep(handle, call, new Input.Started(), facts, now), now);
    }

    /** Answers a leg that we rang: its first words. */
    String beginLeg(Handle handle, Call answered) {
        Optional<String> given = calls.findAnswer(handle, answered.sid(), 0);
        if (given.isPresent()) {
            return given.get();
        }
        Instant now = clock.instant();
        Call leg = isOfRehearsal(handle, answered) ? answered.rehearsed() : answered;
        insert(handle, leg, now);
        Step step = switch (leg.kind()) {
            case AGENT -> agentDialogue.greet(handle, leg, now);
            case SUPERVISOR -> supervisorDialogue.greet(handle, leg, now);
            case CALLBACK -> callbackDialogue.greet(handle, leg, now);
            case CALLER -> throw new IllegalStateException("we did not ring " + leg.sid());
        };
        return finish(handle, leg, step, now);
    }

    private boolean isOfRehearsal(Handle handle, Call leg) {
        return leg.kind() == CallKind.CALLBACK
                && calls.isBookedInRehearsal(handle, leg.ref().orElseThrow());
    }

    /**
     * Takes the next turn of a leg, or gives the answer that an earlier one got. A leg that is over takes none, but for the message
     * that was recorded last: the carrier may tell of it after the end.
     */
    String take(Handle handle, CallSid sid, int turn, Input input, Map<Question, Answer> facts) {
        Optional<String> given = calls.findAnswer(handle, sid, turn);
        if (given.isPresent()) {
            return given.get();
        }
        Call call = calls.find(handle, sid).orElseThrow(() -> new UnknownCallException(sid));
        if (call.status().isFinal() && !(input instanceof Input.Recorded)) {
            return format.write(List.of(), new Expect.HangUp(), call.nextPath(), ConferenceRole.CALLER);
        }
        if (turn != call.turn()) {
            throw new IllegalStateException("turn " + turn + " of " + sid + ", which stands at turn " + call.turn());
        }
        Instant now = clock.instant();
        noteInput(handle, call, input, now);
        String answer = finish(handle, call, step(handle, call, input, facts, now), now);
        unkeptRecordings.after(handle, input, now);
        if (call.status().isFinal()) {
            // Wherever the flow led from the message, nobody is there to wait.
            services.contacts().callerGone(handle, sid, now);
        }
        return answer;
    }

    private Step step(Handle handle, Call call, Input input, Map<Question, Answer> facts, Instant now) {
        return switch (call.kind()) {
            case CALLER -> {
                if (input instanceof Input.Returned) {
                    services.contacts().conversationOver(handle, call.sid(), now);
                }
                if (input instanceof Input.Keys) {
                    services.leftAlone().takesOwnWay(handle, call.sid());
                }
                yield flowStep(handle, call, input, facts, now);
            }
            case AGENT -> agentDialogue.turn(handle, call, input, now);
            case SUPERVISOR -> supervisorDialogue.turn(handle, call, input, now);
            case CALLBACK -> {
                Optional<Session> resumed = callbackDialogue.confirmed(handle, call, input, now);
                yield resumed.isPresent()
                        ? flowStep(handle, call.at(resumed.get()), new Input.Started(), facts, now)
                                .after(callbackDialogue.connecting(call))
                        : callbackDialogue.turn(handle, call, now);
            }
        };
    }

    private Step flowStep(Handle handle, Call call, Input input, Map<Question, Answer> facts, Instant now) {
        VoiceFlows flows = versions.get(handle, call.flowVersion());
        CallAsker asker = new CallAsker(services, calls, handle, flows, call, facts, now);
        Turn turn = new Interpreter(flows).turn(call.session().orElseThrow(), input, asker);
        return new Step(
                call.movedTo(turn.session()), turn.utterances(), turn.expect(), ConferenceRole.CALLER, turn.passed());
    }

    /** Keeps where the call stands and what it was answered, in one. */
    private String finish(Handle handle, Call before, Step step, Instant now) {
        Call next = step.next();
        String answer = format.write(step.utterances(), step.expect(), next.nextPath(), step.role());
        if (!calls.update(handle, next)) {
            throw new TurnTakenException(before.sid(), before.turn());
        }
        calls.insertAnswer(handle, before.sid(), before.turn(), answer, now);
        silence.expect(handle, before.sid(), step.expect(), now);
        listener.taken(before.sid(), step.utterances(), step.passed());
        return answer;
    }

    private void insert(Handle handle, Call call, Instant now) {
        if (!calls.insert(handle, call, now)) {
            throw new TurnTakenException(call.sid(), 0);
        }
    }

    private Call newCaller(IncomingCall incoming, Optional<VoiceFlows> draft, Instant now) {
        VoiceFlows flows = draft.orElseGet(versions::current);
        DialledNumber number = FlowVersions.number(flows, incoming.dialled());
        Session session = new Interpreter(flows).begin(number.flow(), number.language(), Map.of());
        return new Call(
                incoming.call(),
                CallKind.CALLER,
                Optional.empty(),
                0,
                CallStatus.IN_PROGRESS,
                incoming.caller(),
                incoming.dialled(),
                flows.version(),
                incoming.draft().isPresent() || incoming.asIfAt().isPresent()
                        ? Optional.of(new Rehearsal(hoursShift(incoming, number, now)))
                        : Optional.empty(),
                Optional.of(session),
                number.language());
    }

    /** In whole seconds, which is what the database keeps; never so that the time comes out before the one that was asked for. */
    private static Duration hoursShift(IncomingCall incoming, DialledNumber number, Instant now) {
        return incoming.asIfAt()
                .map(at -> Duration.between(
                        now.truncatedTo(ChronoUnit.SECONDS),
                        at.atZone(number.zone()).toInstant()))
                .orElse(Duration.ZERO);
    }

    private void noteInput(Handle handle, Call call, Input input, Instant now) {
        if (input instanceof Input.Keys keys) {
            String shown = call.session()
                    .map(session -> new Interpreter(versions.get(handle, call.flowVersion()))
                            .masks(session)
                            .apply(keys.keys()))
                    .orElse(keys.keys());
            calls.insertEvent(handle, call.sid(), "keys", shown, now);
        }
    }
}
