package hotline.web;

import hotline.store.Changes;
import hotline.store.Writer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Tells of changes once the writer has committed them. */
final class CommittedChanges implements Changes {
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    void follow(Writer writer) {
        writer.onCommit(() -> {
            for (String topic = told.poll(); topic != null; topic = told.poll()) {
                String changed = topic;
                listeners.forEach(listener -> listener.accept(changed));
            }
        });
    }

    @Override
    public void tell(Handle handle, String topic) {
        told.add(topic);
    }

    @Override
    public AutoCloseable listen(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
