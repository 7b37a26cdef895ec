package hotline.rehearsal;

import hotline.call.TurnListener;
import hotline.flow.Passed;
import hotline.flow.Utterance;
import hotline.phone.CallSid;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every turn of every leg while an example is played: what was said, and which steps were passed. */
public final class Ear implements TurnListener {
    private final List<Taken> turns = new CopyOnWriteArrayList<>();
    private final Set<CallSid> over = ConcurrentHashMap.newKeySet();

    /** One turn of a leg. */
    record Taken(CallSid leg, List<Spoken> said, List<Passed> passed) {}

    @Override
    public void taken(CallSid leg, List<Utterance> said, List<Passed> passed) {
        if (over.contains(leg)) {
            return;
        }
        turns.add(new Taken(leg, said.stream().map(Spoken::of).toList(), passed));
    }

    void forget() {
        turns.clear();
        over.clear();
    }

    /** The leg was hung up: whatever is said on it from now on is heard by nobody. */
    void isOver(CallSid leg) {
        over.add(leg);
    }

    /** The turns of these legs, oldest first. */
    List<Taken> turns(Set<CallSid> legs) {
        return turns.stream().filter(turn -> legs.contains(turn.leg())).toList();
    }
}
