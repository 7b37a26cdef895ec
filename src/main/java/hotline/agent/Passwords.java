package hotline.agent;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Optional;

/**
 * Hashes passwords with Argon2id, with the least that OWASP's Password Storage Cheat Sheet asks for: 19 MiB, two
 * iterations, one lane. Takes a few tenths of a second of one core: never within a transaction.
 */
public final class Passwords {
    /** What a password that a person chooses must have at least, and may have at most, in characters. */
    public static final int SHORTEST = 12;

    public static final int LONGEST = 200;

    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, LANES, HASH_BYTES, Argon2.ID);
    private static final String NOBODYS = new Passwords().hash("nobody has this password");

    /** Whether somebody may choose this password. */
    public static boolean isAllowed(String password) {
        return password.length() >= SHORTEST && password.length() <= LONGEST;
    }

    /** A new hash of a password, with a salt and its parameters in it. */
    public String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2).getResult();
    }

    /**
     * Whether the password is right. Takes as long when there is nothing to check it against, so that the time does not
     * tell which users exist.
     *
     * @param hash as {@link Agents#findPasswordHash} gives it
     */
    public boolean matches(String password, Optional<String> hash) {
        String against = hash.orElse(NOBODYS);
        // The parameters of the hash itself: the library's default ones would call a right password wrong.
        boolean same = Password.check(password, against).with(Argon2Function.getInstanceFromHash(against));
        return same && hash.isPresent();
    }
}
