package hotline.agent;

import hotline.phone.BrowserPhone;
import hotline.phone.Endpoint;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Where agents choose to be rung: in their browser, or where the shop has put them, and nowhere else. A number of their own
 * choice would let them send callers anywhere, at the shop's expense.
 */
public final class OwnEndpoints {
    private final Agents agents;
    private final Audit audit;

    public OwnEndpoints(Agents agents, Audit audit) {
        this.agents = agents;
        this.audit = audit;
    }

    /** Where an agent who has chosen their browser was rung before. */
    public Optional<Endpoint> findUsual(Handle handle, String username) {
        return handle.createQuery(
                        "select usual_endpoint from agent where username = :username and usual_endpoint is not null")
                .bind("username", username)
                .mapTo(String.class)
                .findOne()
                .flatMap(Endpoint::find);
    }

    /** Rings an agent in their browser from now on; false if they are already, or are rung nowhere. */
    public boolean chooseBrowser(Handle handle, String username, Instant now) {
        return change(handle, username, "usual_endpoint = endpoint, endpoint = :browser", """
                endpoint is not null and endpoint <> :browser""", now);
    }

    /** Rings an agent where they were rung before they chose their browser; false if they did not. */
    public boolean chooseUsual(Handle handle, String username, Instant now) {
        return change(handle, username, "endpoint = usual_endpoint, usual_endpoint = null", """
                usual_endpoint is not null and endpoint = :browser""", now);
    }

    private boolean change(Handle handle, String username, String what, String when, Instant now) {
        boolean changed = handle.createUpdate("update agent set " + what + " where username = :username and " + when)
                        .bind("username", username)
                        .bind("browser", new BrowserPhone(username).address())
                        .execute()
                == 1;
        if (changed) {
            String masked = agents.get(handle, username).getEndpoint().masked();
            audit.record(handle, username, "agent-changed", "agent:" + username, "rung at: " + masked, now);
            agents.moved(handle, username, now);
        }
        return changed;
    }
}
