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

    /** Who was cut off and rings again within this time has their old place. */
    private static final Duration PLACE_KEPT = Duration.ofMinutes(5);

    private final Tables tables;
    private final Waits waits;
    private final Endings endings;
    private final Dispatcher dispatcher;
    private final Effects effects;
    private final QueueRules rules;
    private final Returns returns;

    Contacts(
            Tables tables,
            Waits waits,
            Endings endings,
            Dispatcher dispatcher,
            Effects effects,
            QueueRules rules,
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
     * A caller wants a human. A call that has a contact open keeps it; a caller who was cut off a moment ago has their old place
     * again, once, also in a queue that is full.
     *
     * @param tried when queues are staffed in place of the rules that are live, for a rehearsal
     * @return as {@link hotline.flow.Question.JoinQueue} says: {@code joined}, {@code closed}, {@code nobody} or {@code full}
     */
    public Answer join(Handle handle, NewContact wish, Optional<Staffing> tried, Instant now) {
        Optional<Contact> open = tables.contacts.findOpen(handle, wish.call());
        if (open.isPresent()) {
            return waits.answer(handle, "joined", open.get(), now);
        }
        Optional<Contact> cutOff = returns.findCutOff(handle, wish.call(), now);
        if (cutOff.isEmpty() && !isStaffed(wish.skill(), tried, now)) {
            return Answer.of("closed");
        }
        if (waits.countAgents(handle, wish.skill(), wish.language()) == 0) {
            return Answer.of("nobody");
        }
        if (cutOff.isPresent()) {
            returns.putAtHead(handle, cutOff.get(), Optional.empty(), now);
            dispatcher.changed(handle, now);
            return waits.answer(handle, "joined", getOpen(handle, wish.call()), now);
        }
        return takePlace(handle, wish, now);
    }

    private boolean isStaffed(String skill, Optional<Staffing> tried, Instant now) {
        return tried.orElse(rules::isStaffed).isStaffed(skill, now);
    }

    private Answer takePlace(Handle handle, NewContact wish, Instant now) {
        UUID id = UUID.randomUUID();
        Optional<Contact> before = resume(handle, wish, id, now);
        if (before.isEmpty() && isFull(handle, wish.skill(), now)) {
            return Answer.of("full");
        }
        if (tables.contacts.insert(handle, waiting(id, wish, before, now), wish.about())) {
            isLive(handle, id, now);
        }
        Answer joined = waits.answer(handle, "joined", getOpen(handle, wish.call()), now);
        return before.isPresent() ? joined.and("queue.kept", "true") : joined;
    }

    /** A caller waits on the line from now on. */
    void isLive(Handle handle, UUID contact, Instant now) {
        heardOf(handle, contact, now);
        effects.tellContact(handle, contact);
        dispatcher.changed(handle, now);
    }

    private boolean isFull(Handle handle, String skill, Instant now) {
        return tables.contacts.listInLine(handle, skill, now).size()
                >= rules.of(skill).mostWaiting();
    }

    /** The contact of the same wish that was cut off, if its place has not been given back before. */
    private Optional<Contact> resume(Handle handle, NewContact wish, UUID successor, Instant now) {
        return tables.contacts
                .findCutOff(handle, wish, now.minus(PLACE_KEPT))
                .filter(before -> tables.moves.resume(handle, before.id(), successor));
    }

    private Contact waiting(UUID id, NewContact wish, Optional<Contact> before, Instant now) {
        return new Contact(
                id,
                ContactKind.LIVE,
                ContactState.WAITING,
                Optional.empty(),
                wish.skill(),
                wish.topic(),
                wish.language(),
                before.map(Contact::priority)
                        .orElseGet(() -> rules.of(wish.skill()).routing().priority()),
                before.map(Contact::since).orElse(now),
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
     * @param tried as above
     * @return as {@link hotline.flow.Question.Wait} says: {@code waiting}, {@code connect}, {@code too-long}, {@code nobody},
     *     {@code closed}, {@code cut-off} or {@code gone}
     */
    public Answer wait(Handle handle, CallSid call, Optional<Staffing> tried, Instant now) {
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
                return Answer.of(isStaffed(contact.skill(), tried, now) ? "nobody" : "closed");
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

    /**
     * The caller has left a message: that is what became of the contact they gave up for it, unless it was over for another
     * reason.
     *
     * @return the contact; empty if they never asked for a human
     */
    public Optional<UUID> leftMessage(Handle handle, CallSid call, Instant now) {
        over(handle, call, ContactOutcome.VOICEMAIL, now);
        Optional<UUID> contact = tables.contacts.findNewest(handle, call).map(Contact::id);
        contact.filter(id -> tables.moves.leftMessage(handle, id)).ifPresent(id -> effects.tellContact(handle, id));
        return contact;
    }

    /** The caller has hung up: the contact is over, and an agent's phone stops ringing. */
    public void callerGone(Handle handle, CallSid call, Instant now) {
        over(handle, call, ContactOutcome.ABANDONED, now);
        endings.thankAfterCallback(handle, call, now);
    }

    /** Ends whatever contact the call has open; returns it as it was. */
    Optional<Contact> over(Handle handle, CallSid call, ContactOutcome unanswered, Instant now) {
        tables.moves.takesOwnWay(handle, call);
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
