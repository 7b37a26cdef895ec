package hotline.flow;

import java.util.Locale;
import java.util.Set;

/** Text messages that are sent outside of any step, so every language must have them; each with the values it may mention. */
public enum FixedMessage {
    /** Nobody answered the callback's last try. */
    CALLBACK_MISSED,
    /** The callback took place. */
    CALLBACK_DONE,
    /** After a conversation with an agent: a link to rate it. */
    RATE_CONTACT("agent.name", "ticket.number", "rating.link"),
    /** A ticket's status changed. */
    TICKET_MOVED("ticket.number", "ticket.status"),
    /** After a call that broke off through our fault. */
    SORRY_TROUBLE,
    /** The answer to a message that asks for nothing that we know. */
    NOT_READ,
    /** The answer to a message that asks for help. */
    HELP,
    /** The answer to who wants no more messages. */
    OPTED_OUT,
    /** The answer to who wants messages again. */
    OPTED_IN;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> mentions;

    FixedMessage(String... mentions) {
        this.mentions = Set.of(mentions);
    }

    /** Its name in the message files, as {@code callback-booked}. */
    public String templateName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The values it may mention. */
    public Set<String> mentions() {
        return mentions;
    }
}
