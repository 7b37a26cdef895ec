package hotline.message;

import hotline.phone.Language;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a message that came in asks for. */
enum InboundKind {
    STOP("opted-out"),
    START("opted-in"),
    HELP("help"),
    OTHER("not-read");

    /** Words that can mean nothing else, also with others after them. */
    private static final Set<String> STOP_FIRST =
            Set.of("stop", "stopall", "unsubscribe", "revoke", "optout", "berhenti", "unreg");
    /** Words that mean it only by themselves: who writes "batal pesanan saya" wants an order canceled. */
    private static final Set<String> STOP_ALONE = Set.of("cancel", "end", "quit", "batal", "keluar", "opt out");

    private static final Set<String> START_ALONE = Set.of("start", "unstop", "yes", "mulai", "lanjut", "ya");
    private static final Set<String> HELP_ALONE = Set.of("help", "info", "bantuan", "tolong");

    private static final Map<String, Language> SPOKEN = Map.of(
            "berhenti", Language.INDONESIAN,
            "unreg", Language.INDONESIAN,
            "batal", Language.INDONESIAN,
            "keluar", Language.INDONESIAN,
            "mulai", Language.INDONESIAN,
            "lanjut", Language.INDONESIAN,
            "ya", Language.INDONESIAN,
            "bantuan", Language.INDONESIAN,
            "tolong", Language.INDONESIAN);

    private final String template;

    InboundKind(String template) {
        this.template = template;
    }

    /** The template of the reply. */
    String template() {
        return template;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static InboundKind of(String body) {
        String text = plain(body);
        String first = first(text);
        if (STOP_FIRST.contains(first) || STOP_ALONE.contains(text)) {
            return STOP;
        }
        if (START_ALONE.contains(text)) {
            return START;
        }
        return HELP_ALONE.contains(text) ? HELP : OTHER;
    }

    /** The language that the first word gives away. */
    static Optional<Language> language(String body) {
        return Optional.ofNullable(SPOKEN.get(first(plain(body))));
    }

    private static String plain(String body) {
        return body.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static String first(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }
}
