package hotline.twilio;

import hotline.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Answers within a time, whatever the work does: a fixed number of threads work, a bounded number of requests waits for them, and
 * who gets no answer in time, or no place, gets another answer. Work that is late is not interrupted, since an interrupt closes
 * the file of an embedded database under everybody's feet; work that has not begun when its time is over is never begun.
 */
final class InTime implements AutoCloseable {
    private static final int THREADS = 64;
    private static final int WAITING = 1_000;

    private final Duration limit;
    private final ThreadPoolExecutor pool;

    InTime(Duration limit) {
        this(limit, THREADS, WAITING);
    }

    InTime(Duration limit, int threads, int waiting) {
        this.limit = limit;
        AtomicLong count = new AtomicLong();
        this.pool = new ThreadPoolExecutor(
                threads, threads, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>(waiting), task -> {
                    Thread thread = new Thread(task, "webhook-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs the work. The result is there within the limit, and is never an exception.
     *
     * @param otherwise makes the answer when the work threw, came too late ({@link TimeoutException}) or found
     *     no place ({@link RejectedExecutionException})
     */
    <T> CompletableFuture<T> run(Supplier<T> work, Function<Throwable, T> otherwise) {
        CompletableFuture<T> result;
        try {
            result = CompletableFuture.supplyAsync(work, pool).orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            result = CompletableFuture.failedFuture(e);
        }
        return result.exceptionally(e -> otherwise.apply(cause(e)));
    }

    private static Throwable cause(Throwable e) {
        Throwable cause = e.getCause();
        return e instanceof CompletionException && cause != null ? cause : e;
    }

    /** Whether work failed for want of time or of the database, which passes; else something is wrong with the work. */
    static boolean passes(Throwable e) {
        return e instanceof StoreUnavailableException
                || e instanceof TimeoutException
                || e instanceof RejectedExecutionException;
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
