package hotline.twilio;

import hotline.flow.Utterance;
import java.util.List;

/**
 * What a caller hears while nothing behind the webhooks answers. Known beforehand, since nothing can be looked up then; in every
 * language of the hotline, as the caller's is not known.
 *
 * @param oneMoment that it takes a moment longer; heard about every ten seconds, so it is short
 * @param connecting that they are put through to somebody
 * @param goodbye that it does not work now, and that we shall get in touch
 */
public record TroubleWords(List<Utterance> oneMoment, List<Utterance> connecting, List<Utterance> goodbye) {
    public TroubleWords {
        oneMoment = List.copyOf(oneMoment);
        connecting = List.copyOf(connecting);
        goodbye = List.copyOf(goodbye);
    }
}
