package hotline.store;

import hotline.phone.CarrierRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;

/**
 * What must be asked of the carrier once a change is committed. A request is written in the same transaction as the
 * change that wants it, leaves after commit, and leaves once: its key is unique, and a request whose outcome is unknown is
 * looked up at the carrier before anything is repeated.
 */
public final class Outbox {
    /** Told how a request ended, in the transaction that settles it. */
    @FunctionalInterface
    public interface Listener {
        void settled(Handle handle, String key, Outcome outcome);
    }

    /** Asked in the transaction that claims a request, just before it is sent. */
    @FunctionalInterface
    public interface Precheck {
        /** Whether the request is still to be sent; if not it is dropped, and its listener is not told. */
        boolean isStillWanted(Handle handle, String key);
    }

    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();
    private final Map<String, Precheck> prechecks = new ConcurrentHashMap<>();
    private final AtomicBoolean fresh = new AtomicBoolean();

    /** Names who is told how requests end whose key begins with {@code prefix} and a colon; once, before the start. */
    public void onSettled(String prefix, Listener listener) {
        if (listeners.putIfAbsent(prefix, listener) != null) {
            throw new IllegalStateException("two listeners for requests " + prefix);
        }
    }

    /** Names who is asked before a request leaves whose key begins with {@code prefix} and a colon; once, before the start. */
    public void precheck(String prefix, Precheck precheck) {
        if (prechecks.putIfAbsent(prefix, precheck) != null) {
            throw new IllegalStateException("two prechecks for requests " + prefix);
        }
    }

    /**
     * Puts a request in; does nothing if one with this key was put before.
     *
     * @param key says what the request is for and makes it unique, as {@code agent-leg:<reservation>}; the part before the
     *     colon chooses who is told of the outcome
     * @param notBefore when it may leave
     */
    public void put(Handle handle, String key, CarrierRequest request, Instant notBefore) {
        if (OutboxTable.insert(handle, key, RequestJson.kind(request), RequestJson.write(request), notBefore)) {
            fresh.set(true);
        }
    }

    /**
     * Settles a request whose effect has shown itself, as by a webhook on its call, before or instead of the reply. Does
     * nothing if it is settled.
     *
     * @param sid the carrier's name for the call or message
     */
    public void seen(Handle handle, String key, String sid, Instant now) {
        OutboxTable.findOpen(handle, key)
                .filter(row -> row.attempts() > 0)
                .ifPresent(row -> settle(handle, row, new Outcome.Done(sid), now));
    }

    /** The request that brought about what the carrier calls by this name, as far as is known; on any node, at any time. */
    public static Optional<String> findKey(Handle handle, String sid) {
        return handle.createQuery("select item_key from outbox where carrier_sid = :sid order by item_key limit 1")
                .bind("sid", sid)
                .mapTo(String.class)
                .findOne();
    }

    /** How many requests are not done, by state: waiting, under way, failed, lost. */
    public static Map<String, Long> countNotDone(Handle handle) {
        return OutboxTable.countNotDone(handle);
    }

    /** Settles and tells the listener; does neither if the request was settled or sent anew since the row was read. */
    void settle(Handle handle, OutboxRow row, Outcome outcome, Instant now) {
        Listener listener = listeners.get(prefix(row.itemKey()));
        if (settleUntold(handle, row, outcome, now) && listener != null) {
            listener.settled(handle, row.itemKey(), outcome);
        }
    }

    boolean settleUntold(Handle handle, OutboxRow row, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Done && row.isLook()) {
            return OutboxTable.forget(handle, row);
        } else if (outcome instanceof Outcome.Done done) {
            return OutboxTable.settle(handle, row, "done", done.sid(), null, now);
        } else if (outcome instanceof Outcome.Failed failed) {
            String code = failed.code() == 0 ? "" : failed.code() + " ";
            return OutboxTable.settle(handle, row, "failed", null, code + failed.reason(), now);
        } else if (outcome instanceof Outcome.Unknown unknown) {
            return OutboxTable.settle(handle, row, "lost", null, unknown.reason(), now);
        }
        throw new AssertionError(outcome);
    }

    boolean isStillWanted(Handle handle, String key) {
        Precheck precheck = prechecks.get(prefix(key));
        return precheck == null || precheck.isStillWanted(handle, key);
    }

    /** Whether something was put since this was last asked. */
    boolean takeFresh() {
        return fresh.getAndSet(false);
    }

    private static String prefix(String key) {
        int colon = key.indexOf(':');
        return colon < 0 ? key : key.substring(0, colon);
    }
}
