package hotline.flow;

import hotline.phone.Language;

/** One thing the caller hears. */
public sealed interface Utterance {
    /**
     * Speech by the carrier's voice.
     *
     * @param voice the carrier's name of the voice, as {@code Google.id-ID-Wavenet-A}
     */
    record Say(Language language, String voice, String text) implements Utterance {}

    /** A recording, by its path under the public URL. */
    record Play(String path) implements Utterance {}
}
