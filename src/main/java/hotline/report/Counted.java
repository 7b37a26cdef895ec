package hotline.report;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What is counted of contacts. <i>Offered</i> are the callers who entered the queue on the line and whose wait ended there, each
 * once, also when they are handed on; who chose a callback is counted among the callbacks, and who still waits is counted
 * apart. Offered is the sum of answered, abandoned, short abandons and other ways out.
 */
public enum Counted {
    OFFERED,
    /** Offered, and an agent took the call. */
    ANSWERED,
    /** Answered after {@link ReportRules#answerWithin} or less. */
    IN_TIME,
    /** Offered, and hung up or lost before an agent took the call, after {@link ReportRules#shortAbandon} or more. */
    ABANDONED,
    /** The same, sooner. */
    SHORT_ABANDONED,
    /** Offered, and the wait ended in another way: a message left, nobody there anymore, waited too long. */
    OTHER_WAYS,
    /** On the line, and still waiting. */
    WAITING,
    /** Asked to be rung back, while waiting or without having waited. */
    CALLBACKS,
    /** Rung back, and spoke with an agent. */
    CALLBACKS_REACHED,
    /** Not reached, or no longer wanted. */
    CALLBACKS_MISSED,
    /** Still to be rung back. */
    CALLBACKS_OPEN,
    /** An agent took it, on the line or ringing back, and has finished up. */
    HANDLED;

    /** The word of addresses and texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of this word, if there is one. */
    public static Optional<Counted> find(String word) {
        return Arrays.stream(values())
                .filter(counted -> counted.word().equals(word))
                .findFirst();
    }

    /** Whether a contact is one of them. */
    public boolean counts(ReportedContact contact, ReportRules rules) {
        return switch (this) {
            case OFFERED -> isOffered(contact);
            case ANSWERED -> isOffered(contact) && contact.isAnswered();
            case IN_TIME ->
                isOffered(contact) && contact.isAnswered() && waited(contact).compareTo(rules.answerWithin()) <= 0;
            case ABANDONED ->
                isOffered(contact) && contact.gaveUp() && waited(contact).compareTo(rules.shortAbandon()) >= 0;
            case SHORT_ABANDONED ->
                isOffered(contact) && contact.gaveUp() && waited(contact).compareTo(rules.shortAbandon()) < 0;
            case OTHER_WAYS -> isOffered(contact) && !contact.isAnswered() && !contact.gaveUp();
            case WAITING -> !contact.isCallback() && contact.isWaiting();
            case CALLBACKS -> contact.isCallback();
            case CALLBACKS_REACHED -> contact.isCallback() && contact.isAnswered();
            case CALLBACKS_MISSED ->
                contact.isCallback()
                        && !contact.isAnswered()
                        && contact.outcome().isPresent();
            case CALLBACKS_OPEN -> contact.isCallback() && contact.isWaiting();
            case HANDLED -> contact.handled().isPresent();
        };
    }

    private static boolean isOffered(ReportedContact contact) {
        return !contact.isCallback() && !contact.isCarriedOn() && !contact.isWaiting() && !contact.becameCallback();
    }

    private static Duration waited(ReportedContact contact) {
        return contact.waited().orElse(Duration.ZERO);
    }
}
