package hotline.queue;

import hotline.queue.RoutingPolicy.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Contacts with what the policy must know of their past: who refused them, and who their caller spoke with last. */
final class WaitingContacts {
    private final Tables tables;
    private final QueueRules rules;

    WaitingContacts(Tables tables, QueueRules rules) {
        this.tables = tables;
        this.rules = rules;
    }

    /** In the order in which they are offered. */
    List<Waiting> of(Handle handle, List<Contact> contacts, Instant now) {
        if (contacts.isEmpty()) {
            return List.of();
        }
        List<ReservationRepository.Refusal> refusals =
                tables.reservations.listRefusals(handle, now.minus(rules.longest(SkillRules::reofferAfter)));
        Map<UUID, LastConversation> conversations = listLastConversations(handle, now);
        return contacts.stream()
                .sorted(rules.order(now))
                .map(contact ->
                        waiting(handle, contact, refusals, Optional.ofNullable(conversations.get(contact.id())), now))
                .toList();
    }

    private Waiting waiting(
            Handle handle,
            Contact contact,
            List<ReservationRepository.Refusal> refusals,
            Optional<LastConversation> last,
            Instant now) {
        SkillRules skill = rules.of(contact.skill());
        Instant recent = now.minus(skill.reofferAfter());
        Set<String> refusedBy = refusals.stream()
                .filter(refusal -> refusal.contact().equals(contact.id()))
                .filter(refusal -> refusal.decidedAt().isAfter(recent))
                .map(ReservationRepository.Refusal::username)
                .collect(Collectors.toCollection(HashSet::new));
        if (contact.waitingFrom().isAfter(recent)) {
            // Whoever the caller comes from was to be rid of them, or has a phone that does not work.
            contact.links()
                    .continues()
                    .flatMap(before -> tables.contacts.get(handle, before).agent())
                    .ifPresent(refusedBy::add);
        }
        Optional<String> lastAgent = last.filter(
                        conversation -> contact.links().target().isEmpty())
                .filter(conversation -> conversation
                        .endedAt()
                        .plus(skill.routing().lastAgentWithin())
                        .isAfter(now))
                .map(LastConversation::username);
        return new Waiting(contact, skill.routing(), refusedBy, lastAgent);
    }

    private record LastConversation(String username, Instant endedAt) {}

    /** The newest conversation of each caller who waits, by the contact that waits. */
    private Map<UUID, LastConversation> listLastConversations(Handle handle, Instant now) {
        Duration longest = rules.longest(skill -> skill.routing().lastAgentWithin());
        return handle.createQuery("""
                        select waiting.id, past.username, past.ended_at
                        from contact waiting join contact past on past.caller = waiting.caller
                        where waiting.state = 'waiting' and past.outcome = 'answered' and past.ended_at > :since
                        order by past.ended_at, past.id""")
                .bind("since", now.minus(longest))
                .reduceRows(new HashMap<UUID, LastConversation>(), (found, row) -> {
                    found.put(
                            row.getColumn("id", UUID.class),
                            new LastConversation(
                                    row.getColumn("username", String.class), row.getColumn("ended_at", Instant.class)));
                    return found;
                });
    }
}
