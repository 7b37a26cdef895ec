package hotline.twilio;

import hotline.flow.Utterance;
import java.util.List;

/**
 * What a caller hears while nothing behind the webhooks answers. Known beforehand, since nothing can be looked up then; in every
 * language of the hotline, as the caller's is not known.
 *
 * @param oneMoment that it takes a moment longer; heard about every ten seconds and before somebody else is rung, so it is short
 * @param goodbye that it does not work now, and that we shall get in touch
 */
public record TroubleWords(List<Utterance> oneMoment, List<Utterance> goodbye) {
    public TroubleWords {
        oneMoment = List.copyOf(oneMoment);
        goodbye = List.copyOf(goodbye);
    }
}
