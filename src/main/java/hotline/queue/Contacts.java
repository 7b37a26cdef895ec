package hotline.queue;

import hotline.flow.Answer;
import hotline.phone.CallSid;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Contacts of callers on the line: they join, wait, leave, hang up, and speak with an agent. Every method may be called again
 * for the same event and then changes nothing more.
 */
public final class Contacts {
    /** A caller who waits is heard of at least this often. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

    private final Tables tables;
    private final Waits waits;
    private final Endings endings;
    private final Dispatcher dispatcher;
    private final Effects effects;
    private final QueueRules rules;
    private final Returns returns;

    Contacts(Tables tables, Waits waits, Endings endings, Dispatcher dispatcher, Effects effects, QueueRules rules,
            Returns returns) {
        this.tables = tables;
        this.waits = waits;
        this.endings = endings;
        this.dispatcher = dispatcher;
        this.effects = effects;
        this.rules = rules;
        this.returns = returns;
    }

    /**
     * A caller wants a human. A call that has a contact open keeps it.
     *
     * @return as {@link hotline.flow.Question.JoinQueue} says: {@code joined}, {@code nobody} or {@code full}
     */
    public Answer join(Handle handle, NewContact wish, Instant now) {
        Optional<Contact> open = tables.contacts.findOpen(handle, wish.call());
        if (open.isPresent()) {
            return waits.answer(handle, "joined", open.get(), now);
        }
        if (waits.countAgents(handle, wish.skill(), wish.language()) == 0) {
            return Answer.of("nobody");
        }
        Optional<Contact> cutOff = returns.findCutOff(handle, wish.call(), now);
        if (cutOff.isPresent()) {
            returns.putAtHead(handle, cutOff.get(), Optional.empty(), now);
            dispatcher.changed(handle, now);
            return waits.answer(handle, "joined", getOpen(handle, wish.call()), now);
        }
        if (tables.contacts.countWaiting(handle, wish.skill())
                >= rules.of(wish.skill()).mostWaiting()) {
            return Answer.of("full");
        }
        Contact contact = waiting(wish, now);
        if (tables.contacts.insert(handle, contact, wish.about())) {
            heardOf(handle, contact.id(), now);
            effects.tellContact(handle, contact.id());
            dispatcher.changed(handle, now);
        }
        return waits.answer(handle, "joined", getOpen(handle, wish.call()), now);
    }

    private Contact waiting(NewContact wish, Instant now) {
        return new Contact(
                UUID.randomUUID(),
                ContactKind.LIVE,
                ContactState.WAITING,
                Optional.empty(),
                wish.skill(),
                wish.topic(),
                wish.language(),
                rules.of(wish.skill()).routing().priority(),
                now,
                now,
                now,
                wish.caller(),
                wish.call(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private Contact getOpen(Handle handle, CallSid call) {
        return tables.contacts
                .findOpen(handle, call)
                .orElseThrow(() -> new IllegalStateException("call " + call + " has just joined but has no contact"));
    }

    /**
     * How a caller's wait goes.
     *
     * @return as {@link hotline.flow.Question.Wait} says: {@code waiting}, {@code connect}, {@code too-long}, {@code nobody},
     *     {@code cut-off} or {@code gone}
     */
    public Answer wait(Handle handle, CallSid call, Instant now) {
        Optional<Contact> open = tables.contacts.findOpen(handle, call);
        if (open.isEmpty()) {
            return Answer.of(returns.findCutOff(handle, call, now).isPresent() ? "cut-off" : "gone");
        }
        Contact contact = open.get();
        if (contact.state() == ContactState.CONNECTED) {
            return waits.connect(handle, contact);
        }
        heardOf(handle, contact.id(), now);
        if (contact.state() == ContactState.WAITING) {
            if (!now.isBefore(
                            contact.waitingFrom().plus(rules.of(contact.skill()).longestWait()))
                    && end(handle, contact, ContactOutcome.TIMED_OUT, now)) {
                return Answer.of("too-long");
            }
            if (waits.countAgents(handle, contact.skill(), contact.language()) == 0
                    && end(handle, contact, ContactOutcome.NOBODY, now)) {
                return Answer.of("nobody");
            }
        }
        return waits.answer(handle, "waiting", contact, now);
    }

    private boolean end(Handle handle, Contact contact, ContactOutcome outcome, Instant now) {
        boolean ended = tables.moves.finishWaiting(handle, contact.id(), outcome, now);
        if (ended) {
            effects.tellContact(handle, contact.id());
        }
        return ended;
    }

    /** The call is there; unless it is heard of again for a while the contact is over. */
    void heardOf(Handle handle, UUID contact, Instant now) {
        effects.deadline(handle, Effects.CONTACT_EXPIRY, contact.toString(), now.plus(LONGEST_SILENCE));
    }

    /** The caller takes another way out; an agent who rings for them, or has just taken the call, is let go. */
    public Answer leave(Handle handle, CallSid call, Instant now) {
        over(handle, call, ContactOutcome.LEFT, now);
        return Answer.of("left");
    }

    /** The caller has hung up: the contact is over, and an agent's phone stops ringing. */
    public void callerGone(Handle handle, CallSid call, Instant now) {
        over(handle, call, ContactOutcome.ABANDONED, now);
    }

    /** Ends whatever contact the call has open; returns it as it was. */
    Optional<Contact> over(Handle handle, CallSid call, ContactOutcome unanswered, Instant now) {
        Optional<Contact> open = tables.contacts.findOpen(handle, call);
        open.ifPresent(contact -> {
            if (tables.moves.finishUnanswered(handle, contact.id(), unanswered, now)) {
                effects.tellContact(handle, contact.id());
                tables.contacts.get(handle, contact.id()).reservation().ifPresent(reservation -> {
                    endings.withdraw(handle, reservation, now);
                    dispatcher.changed(handle, now);
                });
            } else {
                endings.endConversation(handle, tables.contacts.get(handle, contact.id()), now);
            }
        });
        return open;
    }

    /** The caller is out of the conference: the agent finishes up. Does nothing if no agent has the contact. */
    public void conversationOver(Handle handle, CallSid call, Instant now) {
        tables.contacts
                .findOpen(handle, call)
                .filter(contact -> contact.state() == ContactState.CONNECTED)
                .ifPresent(contact -> endings.endConversation(handle, contact, now));
    }

    /** Nothing was heard of the call for so long that it cannot be there anymore. */
    void expire(Handle handle, UUID id, Instant now) {
        Contact contact = tables.contacts.get(handle, id);
        if (contact.kind() != ContactKind.CALLBACK
                && contact.state() != ContactState.CONNECTED
                && contact.state() != ContactState.DONE) {
            over(handle, contact.call(), ContactOutcome.LOST, now);
        }
    }
}
