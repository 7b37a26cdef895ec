package hotline.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A use case on its way through the writer, and the caller who waits for it. */
final class Job<T> {
    private enum Stage {
        WAITING,
        BEGUN,
        GIVEN_UP
    }

    private static final int REPEATS = 2;

    private final UseCase<T> useCase;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private Runnable onRelease = () -> {};
    private int repeats;

    Job(UseCase<T> useCase) {
        this.useCase = useCase;
    }

    /** Whether it is to be run: not when its caller gave up before. */
    boolean begin() {
        return stage.compareAndSet(Stage.WAITING, Stage.BEGUN) || stage.get() == Stage.BEGUN;
    }

    /** Gives up, which succeeds only before the beginning. */
    boolean giveUp() {
        return stage.compareAndSet(Stage.WAITING, Stage.GIVEN_UP);
    }

    /** Runs the use case; its answer is held back until {@link #release}. */
    void run(Handle handle) {
        T value = useCase.run(handle);
        onRelease = () -> answer.complete(value);
    }

    /** Holds a failure back until {@link #release}: what it read may itself come to nothing. */
    void failed(Throwable failure) {
        onRelease = () -> answer.completeExceptionally(failure);
    }

    /** Whether it may be run once more; counts. */
    boolean mayRepeat() {
        return repeats++ < REPEATS;
    }

    /** Lets the answer out. */
    void release() {
        onRelease.run();
    }

    /** Tells the caller now; does nothing if the answer is out. */
    void refuse(StoreUnavailableException why) {
        answer.completeExceptionally(why);
    }

    /**
     * Waits for the answer.
     *
     * @throws StoreUnavailableException after the patience, or as the writer says
     */
    T await(Duration patience) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw gaveUp("no commit within " + patience.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw gaveUp("interrupted while waiting for the commit", e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    private StoreUnavailableException gaveUp(String why, Exception cause) {
        return giveUp() ? StoreUnavailableException.notMade(why, cause) : StoreUnavailableException.unknown(why, cause);
    }

    private static RuntimeException rethrown(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException runtime) {
            return runtime;
        }
        return new IllegalStateException("a use case failed", failure);
    }
}
