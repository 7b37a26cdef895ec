package hotline.web;

import hotline.agent.Accounts;
import hotline.agent.Agent;
import hotline.agent.Agents;
import hotline.agent.Role;
import org.jdbi.v3.core.Handle;

/** The last administrator stays one: without one, nobody could get in to make another. */
final class LastAdmin {
    private final Agents agents;
    private final Accounts accounts;

    LastAdmin(WebParts.People people) {
        this.agents = people.agents();
        this.accounts = people.accounts();
    }

    boolean is(Handle handle, Agent agent) {
        return agent.role() == Role.ADMIN
                && agents.isActive(handle, agent.username())
                && accounts.countActive(handle, Role.ADMIN) == 1;
    }
}
