package hotline.queue;

import hotline.queue.RoutingPolicy.Look;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Keeps why nobody could be chosen for a contact: the newest look only, and only when it came to something else than the one
 * before. With the first one it is noted when more agents may be asked, since nothing else would happen then.
 */
final class FruitlessLooks {
    private final Tables tables;
    private final Effects effects;

    FruitlessLooks(Tables tables, Effects effects) {
        this.tables = tables;
        this.effects = effects;
    }

    /**
     * Keeps what was seen, where it is not what is kept already.
     *
     * @return false if a contact was somebody else's at this moment, so that its first look is still to be kept
     */
    boolean keep(Handle handle, List<Look> looks, Instant now) {
        if (looks.isEmpty()) {
            return true;
        }
        Map<UUID, Integer> known = tables.decisions.listFingerprints(handle);
        Map<List<ConsideredAgent>, String> written = new HashMap<>();
        boolean all = true;
        for (Look look : looks) {
            UUID contact = look.waiting().contact().id();
            String agents = written.computeIfAbsent(look.agents(), ConsideredJson::write);
            Integer before = known.get(contact);
            if (before == null) {
                all &= keepFirst(handle, look, agents, now);
            } else if (before != RoutingDecisions.fingerprint(agents) && tables.contacts.lockWaiting(handle, contact)) {
                tables.decisions.replaceFruitless(handle, contact, agents, now);
            }
        }
        return all;
    }

    private boolean keepFirst(Handle handle, Look look, String agents, Instant now) {
        Contact contact = look.waiting().contact();
        if (!tables.contacts.lockWaiting(handle, contact.id())) {
            return false;
        }
        if (tables.decisions.insertFruitless(handle, contact.id(), agents, now)) {
            look.waiting().rules().widensAt(contact).stream()
                    .filter(at -> at.isAfter(now))
                    .distinct()
                    .forEach(at -> effects.deadline(handle, Effects.MATCH, "wider:" + UUID.randomUUID(), at));
        }
        return true;
    }
}
