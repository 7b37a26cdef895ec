package hotline.queue;

import hotline.agent.Agent;
import hotline.agent.AgentState;
import hotline.agent.Agents;
import hotline.phone.CallSid;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the desk shows of a call and what can be done with it. Only reads: needs no writer. */
public final class TalkViews {
    private final Tables tables;
    private final Agents agents;

    TalkViews(Tables tables, Agents agents) {
        this.tables = tables;
        this.agents = agents;
    }

    /** The call that an agent is on. */
    public Optional<TalkView> find(Handle handle, String username) {
        return agents.find(handle, username)
                .filter(agent -> agent.state() == AgentState.ON_CALL)
                .flatMap(Agent::activeContact)
                .map(id -> view(handle, tables.contacts.get(handle, id)));
    }

    private TalkView view(Handle handle, Contact contact) {
        boolean consult = contact.kind() == ContactKind.CONSULT;
        Optional<String> asker = contact.links()
                .parent()
                .filter(parent -> consult)
                .flatMap(parent -> tables.contacts.get(handle, parent).agent())
                .map(username -> agents.get(handle, username).name());
        Optional<CallSid> leg =
                tables.reservations.get(handle, contact.getReservation()).leg();
        return new TalkView(
                contact.id(),
                asker,
                !consult && isOnHold(handle, contact),
                leg.flatMap(own -> tables.participants.find(handle, own))
                        .filter(Participant::muted)
                        .isPresent(),
                tables.contacts.findNewestConsult(handle, contact.id()).map(asked -> asked(handle, asked)));
    }

    private boolean isOnHold(Handle handle, Contact contact) {
        return tables.participants
                .find(handle, contact.call())
                .filter(Participant::onHold)
                .isPresent();
    }

    private TalkView.Asked asked(Handle handle, Contact consult) {
        Optional<String> username = consult.agent()
                .or(() -> consult.reservation()
                        .map(id -> tables.reservations.get(handle, id).username()));
        return new TalkView.Asked(
                consult.id(),
                consult.links().target().orElseThrow(),
                username.map(name -> agents.get(handle, name).name()),
                consult.state() == ContactState.CONNECTED,
                consult.outcome());
    }
}
