package hotline.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Changes within one process: topics are collected while a group is written and told after its commit. What a use case
 * told before it failed is told as well, which the contract allows.
 */
final class InProcessChanges implements Changes {
    private final ChangeDispatcher dispatcher = new ChangeDispatcher();
    private final List<String> uncommitted = new ArrayList<>();

    InProcessChanges(Writer writer) {
        writer.onCommit(this::committed);
    }

    @Override
    public void tell(Handle handle, String topic) {
        synchronized (uncommitted) {
            uncommitted.add(topic);
        }
    }

    private void committed() {
        List<String> topics;
        synchronized (uncommitted) {
            topics = List.copyOf(uncommitted);
            uncommitted.clear();
        }
        if (!topics.isEmpty()) {
            dispatcher.tell(topics);
        }
    }

    @Override
    public AutoCloseable listen(Consumer<String> listener) {
        return dispatcher.listen(listener);
    }

    @Override
    public void close() {
        dispatcher.close();
    }
}
