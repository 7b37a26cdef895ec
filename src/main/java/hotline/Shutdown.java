package hotline;

import java.util.concurrent.CountDownLatch;

/** Waits until the process is asked to end, and lets it end in order. */
final class Shutdown {
    private Shutdown() {}

    /** Returns when somebody presses Ctrl-C or the system asks the process to stop; then the caller closes what it opened. */
    static void await() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            asked.countDown();
                            join(main);
                        },
                        "shutdown"));
        asked.await();
    }

    /** The process ends when its shutdown hooks return, so they wait for the closing. */
    private static void join(Thread main) {
        try {
            main.join(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
