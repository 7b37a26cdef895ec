package hotline.queue;

import hotline.agent.Agent;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Agents who are set free of what they have, whatever it is and however far it has come. */
final class StuckAgents {
    private final Tables tables;
    private final Transfers transfers;
    private final Desk desk;
    private final CallControls controls;
    private final AttemptEndings attempts;

    StuckAgents(Tables tables, Transfers transfers, Desk desk, CallControls controls, AttemptEndings attempts) {
        this.tables = tables;
        this.transfers = transfers;
        this.desk = desk;
        this.controls = controls;
        this.attempts = attempts;
    }

    /** Takes from an agent what they have; false if they have nothing, or it has just gone by itself. */
    boolean release(Handle handle, Agent agent, Instant now) {
        if (agent.activeContact().isEmpty()) {
            return false;
        }
        Contact contact = tables.contacts.get(handle, agent.activeContact().get());
        return switch (agent.state()) {
            case RESERVED -> attempts.callOff(handle, contact, now) || desk.refuse(handle, agent.username(), now);
            case ON_CALL -> releaseFromCall(handle, agent, contact, now);
            case WRAP_UP -> desk.cutWrapUpShort(handle, contact.id(), now);
            case OFFLINE, AVAILABLE, ON_BREAK -> false;
        };
    }

    private boolean releaseFromCall(Handle handle, Agent agent, Contact contact, Instant now) {
        if (contact.kind() == ContactKind.CONSULT) {
            return controls.hangUp(handle, agent.username(), now);
        }
        return transfers.sendBack(handle, contact, Optional.empty(), now)
                && desk.cutWrapUpShort(handle, contact.id(), now);
    }
}
