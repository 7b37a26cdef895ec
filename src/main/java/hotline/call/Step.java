package hotline.call;

import hotline.flow.Expect;
import hotline.flow.Passed;
import hotline.flow.Utterance;
import java.util.ArrayList;
import java.util.List;

/**
 * What a leg hears next and what it is then waited for.
 *
 * @param next the call as it stands afterwards
 * @param passed the steps of the flow that were entered
 */
record Step(Call next, List<Utterance> utterances, Expect expect, ConferenceRole role, List<Passed> passed) {
    /** A step outside a flow. */
    Step(Call next, List<Utterance> utterances, Expect expect, ConferenceRole role) {
        this(next, utterances, expect, role, List.of());
    }

    /** The same step with something said before it. */
    Step after(Utterance first) {
        List<Utterance> all = new ArrayList<>(utterances);
        all.add(0, first);
        return new Step(next, all, expect, role, passed);
    }
}
