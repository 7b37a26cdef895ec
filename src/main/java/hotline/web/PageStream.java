package hotline.web;

import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open page. Its thread waits for changes, which fall together while it is busy, and sends the parts of the page that
 * now look different. A beat each second lets the browser notice within three that it is no longer connected.
 *
 * <p>Events: {@code parts} (HTML), {@code beat} (the server's time in ms), {@code over} ({@code signed-out}, {@code paused}).
 */
final class PageStream {
    private static final Logger LOG = LoggerFactory.getLogger(PageStream.class);
    private static final int BEATS_BETWEEN_CHECKS = 4;
    private static final int BEATS_BETWEEN_LOOKS = 15;

    private enum Wake {
        CHANGED,
        PAUSE,
        STOP
    }

    private final SseClient client;
    private final LivePage page;
    private final Consumer<PageStream> whenOver;
    /** Room for one of each: a change while another waits says nothing new. */
    private final BlockingQueue<Wake> wakes = new ArrayBlockingQueue<>(Wake.values().length);

    private final Map<String, String> shown = new HashMap<>();
    private final Thread thread;

    /** @param whenOver told when nothing is sent to the page anymore */
    PageStream(SseClient client, LivePage page, Consumer<PageStream> whenOver) {
        this.client = client;
        this.page = page;
        this.whenOver = whenOver;
        this.thread = new Thread(this::run, "page-" + page.username());
        thread.setDaemon(true);
    }

    String username() {
        return page.username();
    }

    void start() {
        thread.start();
    }

    void changed(String topic) {
        if (page.concerns(topic)) {
            wake(Wake.CHANGED);
        }
    }

    /** Tells the page that newer ones have taken its place, and ends it. */
    void pause() {
        wake(Wake.PAUSE);
    }

    void stop() {
        wake(Wake.STOP);
    }

    /** Waits until nothing is sent anymore; a browser that stopped reading may hold that up longer than anybody waits. */
    void awaitEnd(Duration longest) {
        try {
            thread.join(longest.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wake(Wake wake) {
        if (!wakes.contains(wake)) {
            wakes.offer(wake);
        }
    }

    private void run() {
        try {
            sendParts();
            int beat = 0;
            while (!client.terminated() && goesOn(++beat, wakes.poll(1, TimeUnit.SECONDS))) {
                send("beat", Long.toString(page.now().toEpochMilli()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The browser comes back by itself and then gets the whole page.
            LOG.warn("a live page of {} broke off: {}", page.username(), e.toString());
        } finally {
            whenOver.accept(this);
            client.close();
        }
    }

    /** Does nothing for a page that was left: Javalin would tell of each event in the log. */
    private void send(String event, String data) {
        if (!client.terminated()) {
            client.sendEvent(event, data);
        }
    }

    private boolean goesOn(int beat, @Nullable Wake wake) {
        if (wake == Wake.STOP) {
            return false;
        }
        if (wake == Wake.PAUSE) {
            send("over", "paused");
            return false;
        }
        if (beat % BEATS_BETWEEN_CHECKS == 0 && !page.isAllowed()) {
            send("over", "signed-out");
            return false;
        }
        if (wake == Wake.CHANGED || beat % BEATS_BETWEEN_LOOKS == 0) {
            sendParts();
        }
        return true;
    }

    private void sendParts() {
        page.parts().forEach((name, part) -> {
            String html = part.get();
            if (!html.equals(shown.put(name, html))) {
                send("parts", html);
            }
        });
    }
}
