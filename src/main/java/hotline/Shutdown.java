package hotline;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets the process end in order: it waits until somebody asks it to stop, and the process, whose end waits for its shutdown hooks,
 * waits until everything is closed. The outermost resource of a command, so that it is closed last.
 */
final class Shutdown implements AutoCloseable {
    private static final long LONGEST_CLOSING_SECONDS = 25;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    Shutdown() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "shutdown"));
    }

    /** Returns when somebody presses Ctrl-C or the system asks the process to stop. */
    void await() throws InterruptedException {
        asked.await();
    }

    private void stop() {
        asked.countDown();
        try {
            if (!closed.await(LONGEST_CLOSING_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("hotline: not everything was closed in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
