package hotline.call;

import hotline.flow.Passed;
import hotline.flow.Utterance;
import hotline.phone.CallSid;
import java.util.List;

/** Looks on while calls take their turns. Told inside the transaction, so it must be quick and change nothing. */
@FunctionalInterface
public interface TurnListener {
    /** Looks at nothing. */
    TurnListener NONE = (leg, said, passed) -> {};

    /**
     * A turn was taken, for the first time.
     *
     * @param said what the leg hears now
     * @param passed the steps that were entered; none on a leg outside a flow
     */
    void taken(CallSid leg, List<Utterance> said, List<Passed> passed);
}
