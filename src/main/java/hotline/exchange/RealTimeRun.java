package hotline.exchange;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Plays random callers by the clock on the wall: a step every tenth of a second until all calls are over. */
final class RealTimeRun {
    private static final long STEP_MILLIS = 100;

    private final Exchange exchange;
    private final BooleanSupplier step;
    private final Duration longestEnd;

    /**
     * @param step one step of all callers; whether there is more to do
     * @param longestEnd how long calls may stay open after the last caller has gone
     */
    RealTimeRun(Exchange exchange, BooleanSupplier step, Duration longestEnd) {
        this.exchange = exchange;
        this.step = step;
        this.longestEnd = longestEnd;
    }

    <T> T play(IntFunction<T> report) {
        ScheduledExecutorService steps = Executors.newSingleThreadScheduledExecutor();
        try {
            repeat(steps, step, Duration.ofDays(1));
            repeat(steps, () -> exchange.openCalls() > 0, longestEnd);
            return report.apply(exchange.openCalls());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while callers were on the line", stopped);
        } finally {
            steps.shutdownNow();
        }
    }

    private static void repeat(ScheduledExecutorService steps, BooleanSupplier more, Duration limit)
            throws InterruptedException {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        var repeated = steps.scheduleWithFixedDelay(
                () -> {
                    try {
                        if (!more.getAsBoolean()) {
                            done.complete(true);
                        }
                    } catch (RuntimeException failed) {
                        done.completeExceptionally(failed);
                        throw failed;
                    }
                },
                0,
                STEP_MILLIS,
                TimeUnit.MILLISECONDS);
        try {
            boolean unused = done.completeOnTimeout(false, limit.toSeconds(), TimeUnit.SECONDS)
                    .get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a step of the callers failed", failed.getCause());
        } finally {
            repeated.cancel(false);
        }
    }
}
