package hotline.agent;

import hotline.phone.Endpoint;
import hotline.phone.Language;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is known of an agent from outside.
 *
 * @param username small letters, digits, dot, dash, underscore, at sign; 1 to 60
 * @param name 1 to 120 characters
 * @param endpoint where they are rung; who only watches or administers has none
 * @param languages at least one, the one they like best first
 * @param skills what they can handle, and how well
 */
public record NewAgent(
        String username, String name, Optional<Endpoint> endpoint, List<Language> languages, Skills skills, Role role) {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,59}");
    private static final int LONGEST_NAME = 120;
    private static final int MOST = 15;

    /**
     * Checks every part.
     *
     * @throws IllegalArgumentException saying which part is wrong, for a person to read
     */
    public NewAgent {
        languages = List.copyOf(languages);
        require(
                isUsername(username),
                "a username has 1 to 60 small letters, digits, dots, dashes, underscores or at signs: " + username);
        require(!name.isBlank() && name.length() <= LONGEST_NAME, "a name has 1 to 120 characters");
        require(!languages.isEmpty() && languages.size() <= MOST, "an agent speaks at least one language");
    }

    /** Whether this can be a username. */
    public static boolean isUsername(String text) {
        return USERNAME.matcher(text).matches();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
