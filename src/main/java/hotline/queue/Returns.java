package hotline.queue;

import hotline.phone.CallSid;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Callers who were with an agent and wait again: at the head of the queue, with everything that was known about them. */
final class Returns {
    /** A caller who is sent back to the waiting room is there within this time, or has hung up. */
    private static final Duration ON_THEIR_WAY = Duration.ofMinutes(1);

    /** For so long a caller whose agent's line was lost may make up their mind to wait again. */
    private static final Duration STILL_THERE = Duration.ofMinutes(5);

    /** After this time everybody with the skill may have a contact that one agent was to get. */
    private static final Duration TARGET = Duration.ofSeconds(60);

    private final Tables tables;
    private final Effects effects;
    private final QueueRules rules;

    Returns(Tables tables, Effects effects, QueueRules rules) {
        this.tables = tables;
        this.effects = effects;
        this.rules = rules;
    }

    /**
     * Puts the caller of a contact that is over to the head of the queue, as a contact of its own.
     *
     * @param destination whom they are for
     * @return false if the call has a contact already
     */
    boolean putAtHead(Handle handle, Contact before, Optional<Destination> destination, Instant now) {
        UUID id = UUID.randomUUID();
        Optional<Destination> target = destination.filter(whom -> !(whom instanceof Destination.ToSkill));
        String skill = destination
                .filter(Destination.ToSkill.class::isInstance)
                .map(whom -> ((Destination.ToSkill) whom).skill())
                .orElse(before.skill());
        Contact again = new Contact(
                        id,
                        ContactKind.LIVE,
                        ContactState.WAITING,
                        Optional.empty(),
                        skill,
                        before.topic(),
                        before.language(),
                        Contact.HEAD,
                        before.since(),
                        now,
                        now,
                        before.caller(),
                        before.call(),
                        Optional.empty(),
                        Optional.empty(),
                        0)
                .atHead(new Links(id, Optional.empty(), Optional.of(before.id()), target), before.since());
        if (!tables.contacts.insert(handle, again, tables.contacts.listFacts(handle, before.id()))) {
            return false;
        }
        effects.deadline(handle, Effects.CONTACT_EXPIRY, id.toString(), now.plus(ON_THEIR_WAY));
        if (target.isPresent()) {
            aimed(handle, id, now);
        }
        effects.deadline(
                handle, Effects.MATCH, "again:" + id, now.plus(rules.of(skill).reofferAfter()));
        effects.tellContact(handle, id);
        return true;
    }

    /** One agent is to get the contact, but not for ever. */
    void aimed(Handle handle, UUID contact, Instant now) {
        effects.deadline(handle, Effects.TARGET_EXPIRY, contact.toString(), now.plus(TARGET));
    }

    /** The contact that the call's agent was lost from, if that was a moment ago and nothing came of it since. */
    Optional<Contact> findCutOff(Handle handle, CallSid call, Instant now) {
        return tables.contacts
                .findNewest(handle, call)
                .filter(contact -> contact.state() == ContactState.DONE)
                .filter(contact -> tables.contacts.isCutOffSince(handle, contact.id(), now.minus(STILL_THERE)));
    }
}
