package hotline.web;

import io.javalin.http.sse.SseClient;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
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
    /** Room for one of each: a change while another waits says nothing new. */
    private final BlockingQueue<Wake> wakes = new ArrayBlockingQueue<>(Wake.values().length);

    private final Map<String, String> shown = new HashMap<>();

    PageStream(SseClient client, LivePage page) {
        this.client = client;
        this.page = page;
    }

    void start() {
        Thread thread = new Thread(this::run, "page-" + page.username());
        thread.setDaemon(true);
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

    private void wake(Wake wake) {
        if (!wakes.contains(wake)) {
            wakes.offer(wake);
        }
    }

    private void run() {
        try {
            sendParts();
            for (int beat = 1; !client.terminated(); beat++) {
                Wake wake = wakes.poll(1, TimeUnit.SECONDS);
                if (wake == Wake.STOP) {
                    break;
                } else if (wake == Wake.PAUSE) {
                    client.sendEvent("over", "paused");
                    break;
                } else if (beat % BEATS_BETWEEN_CHECKS == 0 && !page.isAllowed()) {
                    client.sendEvent("over", "signed-out");
                    break;
                } else if (wake == Wake.CHANGED || beat % BEATS_BETWEEN_LOOKS == 0) {
                    sendParts();
                }
                client.sendEvent("beat", Long.toString(page.now().toEpochMilli()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The browser comes back by itself and then gets the whole page.
            LOG.warn("a live page of {} broke off: {}", page.username(), e.toString());
        } finally {
            client.close();
        }
    }

    private void sendParts() {
        page.parts().forEach((name, part) -> {
            String html = part.get();
            if (!html.equals(shown.put(name, html))) {
                client.sendEvent("parts", html);
            }
        });
    }
}
