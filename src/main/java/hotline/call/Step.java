package hotline.call;

import hotline.flow.Expect;
import hotline.flow.Utterance;
import java.util.List;

/**
 * What a leg hears next and what it is then waited for.
 *
 * @param next the call as it stands afterwards
 */
record Step(Call next, List<Utterance> utterances, Expect expect, ConferenceRole role) {}
