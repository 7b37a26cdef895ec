package hotline.web;

import hotline.flow.Nearest;
import java.util.Collection;

/** Tells a program what it could have meant. */
final class Choice {
    private Choice() {}

    /**
     * The end of a sentence that refuses a name: the one that was probably meant, and all that there are.
     *
     * @param what they are, as {@code parameters}
     */
    static String hint(String name, String what, Collection<String> known) {
        if (known.isEmpty()) {
            return "; there are no " + what + ".";
        }
        String all = "he " + what + " are " + String.join(", ", known) + ".";
        return Nearest.find(name, known)
                .map(near -> "; did you mean \"" + near + "\"? T" + all)
                .orElse("; t" + all);
    }
}
