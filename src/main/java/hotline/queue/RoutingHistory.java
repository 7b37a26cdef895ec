package hotline.queue;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Why an agent got a contact and others did not. Only reads: needs no writer. */
public final class RoutingHistory {
    private final RoutingDecisions decisions = new RoutingDecisions();

    /**
     * Every look in which an agent was chosen for a contact, and the newest in which nobody could be; newest first. Empty if
     * there is no such contact, or nobody has looked yet.
     */
    public List<RoutingDecision> of(Handle handle, UUID contact) {
        return decisions.list(handle, contact);
    }
}
