package hotline.flow;

import hotline.flow.Next.Await;
import hotline.flow.Next.Enter;
import hotline.flow.Next.Go;
import hotline.flow.Next.ToHuman;
import hotline.phone.Language;
import java.util.List;
import java.util.Map;

/**
 * Takes a call from one turn to the next. Pure: the same session, input and answers give the same turn. No flow can keep it
 * busy for ever, and no call can keep it busy without end.
 */
public final class Interpreter {
    /** Steps taken within one turn before it is taken for an endless circle. */
    static final int MOST_STEPS = 50;
    /** Turns of keys or silence, not counting the waiting room, after which a caller is brought to a human … */
    static final int MOST_TURNS = 100;
    /** … and after which the call ends. */
    static final int LAST_TURN = 130;

    private final VoiceFlows flows;

    public Interpreter(VoiceFlows flows) {
        this.flows = flows;
    }

    /**
     * A call that is about to begin.
     *
     * @param values what is known beforehand; for a customer who was called back {@code topic} and the facts that came along
     */
    public Session begin(String flow, Language language, Map<String, String> values) {
        Flow first = flows.flow(flow);
        return new Session(flow, first.start().name(), List.of(), 0, 0, 0, language, List.of(), values);
    }

    /**
     * The next turn.
     *
     * @throws IllegalArgumentException when the session is not one of these flows
     * @throws RuntimeException what the asker throws
     */
    public Turn turn(Session session, Input input, Asker asker) {
        Walk walk = new Walk(flows, session, asker);
        Next next = first(walk, input);
        for (int steps = 0; !(next instanceof Await); steps++) {
            if (steps == MOST_STEPS) {
                return end(walk);
            }
            next = move(walk, next);
        }
        return walk.turn(((Await) next).expect());
    }

    /** How what is typed next may be logged. */
    public Masking masks(Session session) {
        return flows.step(session.flow(), session.step()).step().masking();
    }

    private Next first(Walk walk, Input input) {
        Step step = walk.here().step();
        if (input instanceof Input.Started) {
            walk.begin();
            return step.enter(walk);
        }
        if (isLimited(input) && !(step instanceof QueueStep)) {
            int turns = walk.countTurn();
            if (turns == MOST_TURNS) {
                walk.remark(FixedPrompt.LIMIT_TO_HUMAN.promptName());
                return new ToHuman();
            }
            if (turns >= LAST_TURN) {
                walk.leaveQueue();
                walk.remark(FixedPrompt.LIMIT_GOODBYE.promptName());
                return new Await(new Expect.HangUp());
            }
        }
        return heard(walk, step, input);
    }

    /** A message must not be lost, and who comes back from a conversation or is moved by us has done nothing to be cut short for. */
    private static boolean isLimited(Input input) {
        return input instanceof Input.Keys || input instanceof Input.Silence;
    }

    private static Next heard(Walk walk, Step step, Input input) {
        boolean hasPlace = walk.find(Values.WAITS_AT).isPresent();
        if (input instanceof Input.Nudged && hasPlace && !(step instanceof QueueStep)) {
            return new ToHuman();
        }
        if (input instanceof Input.Keys pressed && step.hasGlobalKeys()) {
            if (pressed.keys().equals("0")) {
                return new ToHuman();
            }
            if (pressed.keys().equals("*")) {
                return step.repeat(walk);
            }
        }
        return step.hear(walk, input);
    }

    private static Next move(Walk walk, Next next) {
        if (next instanceof Go go) {
            walk.go(go.target());
        } else if (next instanceof Enter enter) {
            walk.call(enter.subFlow().name());
        } else {
            walk.goToHuman();
        }
        return walk.here().step().enter(walk);
    }

    private static Turn end(Walk walk) {
        walk.leaveQueue();
        walk.remark(FixedPrompt.LIMIT_GOODBYE.promptName());
        return walk.turn(new Expect.HangUp());
    }
}
