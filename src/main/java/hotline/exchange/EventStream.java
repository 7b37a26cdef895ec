package hotline.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One reader of events. A reader that stops reading would hold up whoever sends, so each has a queue and a thread of its own;
 * one that falls too far behind is dropped and finds its place again when it reconnects.
 */
final class EventStream {
    private static final int MOST_WAITING = 1000;
    private static final long HEARTBEAT_SECONDS = 15;

    /** Wakes the thread to end; an interruption amid a write would cut the connection before the last word. */
    private static final Event END = new Event("", "");

    private final Wire wire;
    private final BlockingQueue<Event> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread = new Thread(this::run, "exchange-events");
    private volatile boolean closed;

    private record Event(String name, String data) {}

    /** What carries events to the reader; may wait for a reader that is slow. */
    interface Wire {
        void send(String name, String data) throws IOException, InterruptedException;

        /** Keeps the wire open when there is nothing to tell. */
        void beat();

        void close() throws IOException, InterruptedException;
    }

    EventStream(Wire wire) {
        this.wire = wire;
        thread.setDaemon(true);
    }

    /** Begins to send what was handed over, until {@link #readerLeft}. */
    void begin() {
        thread.start();
    }

    /** Hands over an event; never waits. */
    void send(String name, ObjectNode data) {
        if (!closed && !waiting.offer(new Event(name, data.toString()))) {
            readerLeft();
        }
    }

    /** Nothing more is sent. */
    void readerLeft() {
        closed = true;
        waiting.clear();
        boolean unused = waiting.offer(END);
    }

    /** Ends it from this side, and waits for the last word; after that the server may stop. */
    void stop() {
        readerLeft();
        try {
            thread.join(Duration.ofSeconds(1).toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Event event = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            while (!closed) {
                if (event == null) {
                    wire.beat();
                } else {
                    wire.send(event.name(), event.data());
                }
                event = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            }
            wire.close();
        } catch (IOException gone) {
            closed = true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
