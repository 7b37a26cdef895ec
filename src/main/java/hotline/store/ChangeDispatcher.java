package hotline.store;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls listeners with topics on a thread of its own; what comes in while they are busy is told once. */
final class ChangeDispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeDispatcher.class);

    /** With more topics than this in a moment, reading everything again is less work. */
    private static final int TOPICS = 500;

    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final Set<String> waiting = new LinkedHashSet<>();
    private final WorkLoop loop = new WorkLoop("changes", this::round);

    ChangeDispatcher() {
        loop.start();
    }

    AutoCloseable listen(Consumer<String> listener) {
        // Removed by identity, in case one is given twice.
        Consumer<String> own = topic -> listener.accept(topic);
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    void tell(Iterable<String> topics) {
        synchronized (waiting) {
            topics.forEach(waiting::add);
            if (waiting.size() > TOPICS) {
                waiting.clear();
                waiting.add(Changes.EVERYTHING);
            }
        }
        loop.wake();
    }

    private Duration round() {
        List<String> topics;
        synchronized (waiting) {
            topics = waiting.contains(Changes.EVERYTHING) ? List.of(Changes.EVERYTHING) : List.copyOf(waiting);
            waiting.clear();
        }
        for (String topic : topics) {
            listeners.forEach(listener -> tell(listener, topic));
        }
        return Duration.ofHours(1);
    }

    private static void tell(Consumer<String> listener, String topic) {
        try {
            listener.accept(topic);
        } catch (RuntimeException e) {
            LOG.warn("A listener failed on the change of {}", topic, e);
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
