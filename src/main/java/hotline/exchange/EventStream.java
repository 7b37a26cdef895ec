package hotline.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One reader of server-sent events. A reader that stops reading would hold up whoever sends, so each has a queue and a thread of
 * its own; one that falls too far behind is dropped and finds its place again when it reconnects.
 */
final class EventStream {
    private static final int MOST_WAITING = 1000;
    private static final long HEARTBEAT_SECONDS = 15;

    private final SseClient client;
    private final BlockingQueue<Event> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread = new Thread(this::run, "exchange-events");
    private volatile boolean closed;

    private record Event(String name, String data) {}

    EventStream(SseClient client) {
        this.client = client;
        client.keepAlive();
        thread.setDaemon(true);
    }

    /** Begins to send what was handed over, until the reader goes away. */
    void begin(Runnable whenClosed) {
        client.onClose(() -> {
            closed = true;
            thread.interrupt();
            whenClosed.run();
        });
        thread.start();
    }

    /** Hands over an event; never waits. */
    void send(String name, ObjectNode data) {
        if (!closed && !waiting.offer(new Event(name, data.toString()))) {
            closed = true;
            thread.interrupt();
        }
    }

    /** Ends it from this side, and waits for the last word; after that the server may stop. */
    void stop() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(1).toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                Event event = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                if (event == null) {
                    client.sendComment("still here");
                } else {
                    client.sendEvent(event.name(), event.data());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (!client.terminated()) {
            client.close();
        }
    }
}
