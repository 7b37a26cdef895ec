package hotline.queue;

import hotline.agent.Agents;
import hotline.agent.Presence;
import hotline.flow.Answer;
import hotline.phone.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What a waiting caller can be told. */
final class Waits {
    private final Tables tables;
    private final Agents agents;
    private final QueueRules rules;

    Waits(Tables tables, Agents agents, QueueRules rules) {
        this.tables = tables;
        this.agents = agents;
        this.rules = rules;
    }

    /** Agents who are there for this, busy or not. Who is on break may not come back. */
    int countAgents(Handle handle, String skill, Language language) {
        return (int) agents.listSignedIn(handle).stream()
                .filter(agent -> agent.presence() == Presence.AVAILABLE && agent.canTake(skill, language))
                .count();
    }

    /**
     * An answer with {@code queue.place}, the estimate if there is one, what it rests on, and {@code queue.long}; while an agent
     * rings, {@code queue.ringing} instead of an estimate; {@code queue.cut-off} for who had an agent whose line was lost.
     */
    Answer answer(Handle handle, String exit, Contact contact, Instant now) {
        Answer answer = new Answer(exit, facts(handle, contact, now));
        return wasCutOff(handle, contact) ? answer.and("queue.cut-off", "true") : answer;
    }

    private boolean wasCutOff(Handle handle, Contact contact) {
        return contact.links()
                .continues()
                .filter(before -> tables.contacts.isCutOffSince(handle, before, Instant.EPOCH))
                .isPresent();
    }

    private Map<String, String> facts(Handle handle, Contact contact, Instant now) {
        if (contact.state() == ContactState.RESERVED) {
            return Map.of("queue.place", "1", "queue.ringing", "true", "queue.long", "false");
        }
        SkillRules skill = rules.of(contact.skill());
        int place = 1 + countAhead(handle, contact, now);
        int there = countAgents(handle, contact.skill(), contact.language());
        Optional<WaitEstimate> estimate = WaitEstimate.handleTime(
                        tables.contacts.listHandleTimes(handle, contact.skill()), skill.handleTime())
                .flatMap(handleTime -> WaitEstimate.of(place, there, handleTime));
        Map<String, String> facts = new HashMap<>();
        facts.put("queue.place", Integer.toString(place));
        facts.put("queue.agents", Integer.toString(there));
        estimate.ifPresent(range -> {
            facts.put("queue.estimate-low", Integer.toString(range.lowMinutes()));
            facts.put("queue.estimate-high", Integer.toString(range.highMinutes()));
        });
        facts.put("queue.long", Boolean.toString(isLong(contact, estimate, skill.longWait(), now)));
        return facts;
    }

    /** Contacts of the same skill without an agent that come before this one; not callbacks that are rung later than it can be. */
    int countAhead(Handle handle, Contact contact, Instant now) {
        Comparator<Contact> order = rules.order(now);
        Instant turn = now.isBefore(contact.notBefore()) ? contact.notBefore() : now;
        return (int) tables.contacts.listInLine(handle, contact.skill(), turn).stream()
                .filter(other -> order.compare(other, contact) < 0)
                .count();
    }

    /** An answer that brings the caller to the agent who took the contact. */
    Answer connect(Handle handle, Contact contact) {
        String name = agents.get(handle, contact.agent().orElseThrow()).name();
        return new Answer("connect", Map.of("queue.room", contact.room(), "agent.name", name));
    }

    private static boolean isLong(Contact contact, Optional<WaitEstimate> estimate, Duration longWait, Instant now) {
        return !contact.waitingFrom().plus(longWait).isAfter(now)
                || estimate.filter(range -> range.highMinutes() >= longWait.toMinutes())
                        .isPresent();
    }
}
