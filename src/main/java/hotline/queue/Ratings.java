package hotline.queue;

import hotline.agent.Agents;
import hotline.agent.Sha256;
import hotline.message.Messages;
import hotline.message.NewMessage;
import hotline.message.Sending;
import hotline.phone.CallSid;
import hotline.store.Changes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * The one question after a conversation: how was it? By key if the caller stays on the line, by a link otherwise; about one
 * ticket, or to one caller without a ticket, at most once in 30 days. Who never spoke with an agent is never asked.
 */
public final class Ratings {
    /** The longest note that is kept, in characters. */
    public static final int LONGEST_NOTE = 500;

    private static final Duration NOT_AGAIN_WITHIN = Duration.ofDays(30);
    private static final Duration LINK_LIVES = Duration.ofDays(7);
    /**
     * Who hangs up sooner has not heard the question: the carrier asks what comes after the conversation even when nobody is there
     * for it (Twilio, "TwiML Voice: Dial", {@code action}).
     */
    private static final Duration HEARD_AFTER = Duration.ofSeconds(5);

    private static final String MESSAGE = "rate-contact";
    private static final String TICKET = "ticket.number";
    private static final int TOKEN_BYTES = 16;

    private final Tables tables = new Tables();
    private final RatingTable ratings = new RatingTable();
    private final SecureRandom random = new SecureRandom();
    private final Agents agents;
    private final Messages messages;
    private final Changes changes;
    private final UnaryOperator<String> link;

    /** @param link the address of the page of a token */
    public Ratings(Agents agents, Messages messages, Changes changes, UnaryOperator<String> link) {
        this.agents = agents;
        this.messages = messages;
        this.changes = changes;
        this.link = link;
    }

    /** Whether the caller is to be asked now, in this call; if so, they count as asked. */
    public boolean ask(Handle handle, CallSid call, Instant now) {
        return findToAsk(handle, call, now)
                .filter(contact -> ratings.insert(
                        handle, UUID.randomUUID(), contact, ticket(handle, contact), Optional.empty(), now))
                .isPresent();
    }

    /** The same without anybody counting as asked, for who tries what callers hear. */
    public boolean wouldAsk(Handle handle, CallSid call, Instant now) {
        return findToAsk(handle, call, now).isPresent();
    }

    private Optional<Contact> findToAsk(Handle handle, CallSid call, Instant now) {
        return findOver(handle, call).filter(contact -> mayAsk(handle, contact, now));
    }

    /** The caller pressed a score; false if they were not asked, or had pressed one. */
    public boolean answer(Handle handle, CallSid call, int score, Instant now) {
        return Rating.isScore(score)
                && findOver(handle, call)
                        .filter(contact -> ratings.rateByKey(handle, contact.id(), score, now))
                        .map(contact -> tell(handle))
                        .isPresent();
    }

    /** The call is over: who spoke with an agent about a ticket and was not asked in the call gets a link. */
    public void afterCall(Handle handle, CallSid call, Instant now) {
        Optional<Contact> over = findOver(handle, call);
        over.ifPresent(contact -> ratings.deleteUnheard(handle, contact.id(), now.minus(HEARD_AFTER)));
        over.filter(contact -> contact.caller().isPresent() && mayAsk(handle, contact, now))
                .ifPresent(
                        contact -> ticket(handle, contact).ifPresent(ticket -> sendLink(handle, contact, ticket, now)));
    }

    private Optional<Contact> findOver(Handle handle, CallSid call) {
        return tables.contacts
                .findNewest(handle, call)
                .filter(contact -> contact.kind() == ContactKind.LIVE)
                .filter(contact -> contact.outcome().equals(Optional.of(ContactOutcome.ANSWERED)));
    }

    private boolean mayAsk(Handle handle, Contact contact, Instant now) {
        return !ratings.wasAsked(handle, ticket(handle, contact), contact.caller(), now.minus(NOT_AGAIN_WITHIN));
    }

    private Optional<String> ticket(Handle handle, Contact contact) {
        return Optional.ofNullable(
                tables.contacts.listFacts(handle, contact.id()).get(TICKET));
    }

    private void sendLink(Handle handle, Contact contact, String ticket, Instant now) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        UUID id = UUID.randomUUID();
        RatingTable.Link kept = new RatingTable.Link(Sha256.hex(token), now.plus(LINK_LIVES));
        if (!ratings.insert(handle, id, contact, Optional.of(ticket), Optional.of(kept), now)) {
            return;
        }
        Map<String, String> values = new HashMap<>();
        values.put(
                "agent.name", agents.get(handle, contact.agent().orElseThrow()).name());
        values.put(TICKET, ticket);
        values.put("rating.link", link.apply(token));
        NewMessage message = new NewMessage(
                MESSAGE, contact.caller().orElseThrow(), contact.language(), values, MESSAGE + ":" + contact.id());
        if (messages.send(handle, message, now) instanceof Sending.NotSent) {
            ratings.delete(handle, id);
        }
    }

    /** What a link leads to; empty if it is none of ours, or too old. */
    public Optional<Rating> find(Handle handle, String token, Instant now) {
        return ratings.findByToken(handle, Sha256.hex(token), now);
    }

    /** Keeps a score; false if the link is too old or was used. */
    public boolean rate(Handle handle, String token, int score, Instant now) {
        return Rating.isScore(score)
                && find(handle, token, now)
                        .filter(rating -> ratings.rate(handle, rating.id(), score, now))
                        .map(rating -> tell(handle))
                        .isPresent();
    }

    /** Adds words to a score, once. */
    public boolean note(Handle handle, String token, String note, Instant now) {
        return find(handle, token, now)
                .filter(rating -> ratings.updateNote(
                        handle, rating.id(), note.substring(0, Math.min(LONGEST_NOTE, note.length()))))
                .map(rating -> tell(handle))
                .isPresent();
    }

    private boolean tell(Handle handle) {
        changes.tell(handle, "rating");
        return true;
    }
}
