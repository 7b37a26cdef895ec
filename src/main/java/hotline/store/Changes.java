package hotline.store;

import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Tells whoever shows something live that it changed: after commit, on every node. A change is only named (its topic), so
 * that the listener reads the truth itself; a topic may be told although nothing changed, never the other way round.
 */
public interface Changes {
    /** Tells {@code topic}, as {@code agent:ann} or {@code queue}, when the transaction of {@code handle} is committed. */
    void tell(Handle handle, String topic);

    /** Calls the listener with every topic told on any node, until the returned handle is closed. */
    AutoCloseable listen(Consumer<String> listener);
}
