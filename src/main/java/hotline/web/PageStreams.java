package hotline.web;

import hotline.store.Changes;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Every page that is open and live on this node. A change wakes the pages it may concern; each then reads the truth itself,
 * on a thread of its own, so that a browser that stops reading holds up nobody.
 */
final class PageStreams implements AutoCloseable {
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(1);

    /** More than this many pages of one person pause the oldest. */
    static final int MOST_PER_PERSON = 5;

    private final Map<String, Deque<PageStream>> open = new ConcurrentHashMap<>();
    private final AutoCloseable listening;

    PageStreams(Changes changes) {
        this.listening = changes.listen(this::changed);
    }

    /** Keeps the page of {@code client} up to date until it is closed or {@code page} is over. */
    void open(SseClient client, LivePage page) {
        client.keepAlive();
        PageStream stream = new PageStream(client, page, this::remove);
        open.compute(page.username(), (name, streams) -> {
            Deque<PageStream> mine = streams == null ? new ArrayDeque<>() : streams;
            mine.addLast(stream);
            while (mine.size() > MOST_PER_PERSON) {
                mine.removeFirst().pause();
            }
            return mine;
        });
        stream.start();
    }

    private void remove(PageStream stream) {
        open.computeIfPresent(stream.username(), (name, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    /** How many pages of this person are live here. */
    int count(String username) {
        Deque<PageStream> streams = open.get(username);
        return streams == null ? 0 : streams.size();
    }

    private void changed(String topic) {
        forEach(stream -> stream.changed(topic));
    }

    private void forEach(Consumer<PageStream> action) {
        open.keySet()
                .forEach(username -> open.computeIfPresent(username, (name, streams) -> {
                    streams.forEach(action);
                    return streams;
                }));
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException("cannot stop listening to changes", e);
        }
        List<PageStream> all = new ArrayList<>();
        forEach(all::add);
        all.forEach(PageStream::stop);
        // Before the server takes their requests back: a stream that writes after that breaks off with an error.
        all.forEach(stream -> stream.awaitEnd(LONGEST_GOODBYE));
    }
}
