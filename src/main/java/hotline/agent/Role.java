package hotline.agent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody who signs in may do; each role may do what those before it may. */
public enum Role {
    AGENT,
    SUPERVISOR,
    ADMIN;

    /** The word of the API and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this role may do what {@code needed} may. */
    public boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** The role of this word, if there is one. */
    public static Optional<Role> find(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
