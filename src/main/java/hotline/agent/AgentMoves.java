package hotline.agent;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * What an agent is doing moves on, each move a conditional update: it applies only from the state and for the contact it
 * was meant for, and says whether it did. Of two that want the same agent at the same moment one wins.
 */
public final class AgentMoves {
    private final Agents agents;
    private final Clock clock;

    /** @param clock says when a move was made */
    public AgentMoves(Agents agents, Clock clock) {
        this.agents = agents;
        this.clock = clock;
    }

    /**
     * Locks a free agent for the rest of the transaction; false if they are not free, or somebody else has them locked. Never
     * waits, so that who holds contacts and wants agents cannot be in the way of who does it the other way round.
     */
    public boolean lockFree(Handle handle, String username) {
        return handle.createQuery("""
                        select username from agent where username = :username and state = 'available'
                        for update skip locked""")
                .bind("username", username)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    /** Sets a free agent aside for a contact. */
    public boolean reserve(Handle handle, String username, UUID contact) {
        return done(handle, username, handle.createUpdate("""
                        update agent set state = 'reserved', active_contact = :contact
                        where username = :username and state = 'available'""").bind("contact", contact));
    }

    /** The agent took the contact they were reserved for. */
    public boolean takeCall(Handle handle, String username, UUID contact) {
        return done(handle, username, handle.createUpdate("""
                        update agent set state = 'on-call', missed = 0
                        where username = :username and state = 'reserved' and active_contact = :contact""").bind("contact", contact));
    }

    /** The contact that an agent is on a call with. */
    public Optional<UUID> findOnCall(Handle handle, String username) {
        return agents.find(handle, username)
                .filter(agent -> agent.state() == AgentState.ON_CALL)
                .flatMap(Agent::activeContact);
    }

    /** The call is over; the agent finishes up until {@code until} at the latest. */
    public boolean wrapUp(Handle handle, String username, UUID contact, Instant until) {
        return done(
                handle,
                username,
                handle.createUpdate("""
                        update agent set state = 'wrap-up', wrap_up_until = :until, wrap_up_extensions = 0
                        where username = :username and state = 'on-call' and active_contact = :contact""").bind("contact", contact).bind("until", until));
    }

    /** The agent needs longer: until {@code until}. False if they are not in wrap-up, or had it put off {@code most} times. */
    public boolean extendWrapUp(Handle handle, String username, UUID contact, Instant until, int most) {
        return done(
                handle,
                username,
                handle.createUpdate("""
                        update agent set wrap_up_until = :until, wrap_up_extensions = wrap_up_extensions + 1
                        where username = :username and state = 'wrap-up' and active_contact = :contact
                            and wrap_up_extensions < :most""")
                        .bind("contact", contact)
                        .bind("until", until)
                        .bind("most", most));
    }

    /** The agent has finished up; what they said of themselves meanwhile applies now. */
    public boolean endWrapUp(Handle handle, String username, UUID contact, Instant now) {
        return done(
                handle,
                username,
                handle.createUpdate("""
                        update agent set active_contact = null, wrap_up_until = null, idle_since = :now,
                            state = case presence when 'available' then 'available' when 'break' then 'on-break'
                                else 'offline' end
                        where username = :username and state = 'wrap-up' and active_contact = :contact""").bind("contact", contact).bind("now", now));
    }

    /**
     * The reservation came to nothing through no fault of the agent: they are as free as before, and have waited as long.
     */
    public boolean release(Handle handle, String username, UUID contact) {
        return done(handle, username, handle.createUpdate("""
                        update agent set active_contact = null,
                            state = case presence when 'available' then 'available' when 'break' then 'on-break'
                                else 'offline' end
                        where username = :username and state = 'reserved' and active_contact = :contact""").bind("contact", contact));
    }

    /**
     * The agent did not take what they were offered. After {@code most} times in a row they are put on break, for
     * {@link Agents#MISSED_CALLS}, so that callers do not wait for a phone that nobody hears.
     */
    public boolean miss(Handle handle, String username, UUID contact, int most, Instant now) {
        boolean freed = release(handle, username, contact);
        if (freed) {
            handle.createUpdate("update agent set missed = missed + 1, idle_since = :now where username = :username")
                    .bind("username", username)
                    .bind("now", now)
                    .execute();
            handle.createUpdate("""
                            update agent set presence = 'break', presence_reason = :reason, state = 'on-break'
                            where username = :username and missed >= :most and state = 'available'""")
                    .bind("username", username)
                    .bind("most", most)
                    .bind("reason", Agents.MISSED_CALLS)
                    .execute();
            agents.moved(handle, username, now);
        }
        return freed;
    }

    private boolean done(Handle handle, String username, Update update) {
        boolean moved = update.bind("username", username).execute() == 1;
        if (moved) {
            agents.moved(handle, username, clock.instant());
        }
        return moved;
    }
}
