package hotline.flow;

import java.time.Duration;

/** What the call waits for once everything of the turn was said. */
public sealed interface Expect {
    /**
     * Keys, also while the prompts still play.
     *
     * @param most at most this many keys; the entry ends by itself when they are there
     * @param timeout silence that ends the entry, from the end of the prompt and between keys
     * @param endsOnHash whether {@code #} ends the entry (and is not part of it)
     */
    record Keys(int most, Duration timeout, boolean endsOnHash) implements Expect {}

    /**
     * The waiting room: hold music for this long, during which one key may be pressed; then a new turn.
     *
     * @param music a recording's path under the public URL
     */
    record HoldMusic(String music, Duration length) implements Expect {}

    /** The caller is put into the room of a conference, where the agent is or comes; a new turn when they come out. */
    record Conference(String room) implements Expect {}

    /** A message is recorded, after a tone, until {@code #} or silence. */
    record Recording(Duration most) implements Expect {}

    /** The call ends. */
    record HangUp() implements Expect {}
}
