package hotline.rehearsal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What people do in an example call that needs no further word. */
enum Deed {
    /** The caller ends the call. */
    HANG_UP,
    /** The caller, who has hung up, dials the same number again. */
    RING_AGAIN,
    /** The caller answers when the hotline calls back. */
    ANSWER,
    /** The agent whose phone rings takes the call. */
    AGENT_ANSWERS,
    /** The agent whose phone rings refuses the call. */
    AGENT_REFUSES,
    /** The agent ends the conversation from the desk. */
    AGENT_HANGS_UP,
    /** The agent's line is lost in the middle of the conversation. */
    AGENT_IS_CUT_OFF,
    /** The busy agent is done with the other caller. */
    AGENT_IS_FREE,
    /** All agents sign out. */
    AGENTS_GO_HOME,
    /** Somebody else, whose number is withheld, books a callback to the caller's number. */
    CALLBACK_IS_BOOKED,
    /** Somebody else cancels the callback that is booked for the caller. */
    CALLBACK_IS_CANCELED;

    static final Set<Deed> OF_THE_CALLER = Set.of(HANG_UP, RING_AGAIN, ANSWER);

    /** As it is written: {@code agent answers}. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static List<String> allWords() {
        return Arrays.stream(values()).map(Deed::words).toList();
    }

    /** The deed of these words; dashes are as good as spaces. */
    static Optional<Deed> find(String written) {
        String words = written.replace('-', ' ');
        return Arrays.stream(values())
                .filter(deed -> deed.words().equals(words))
                .findFirst();
    }
}
