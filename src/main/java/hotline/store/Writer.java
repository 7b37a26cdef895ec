package hotline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The one writer of this node. It takes what has queued up, runs each use case in a savepoint of its own, commits once (on
 * H2 followed by {@code CHECKPOINT SYNC}, without which a crash loses and tears data) and only then lets the answers out.
 */
public final class Writer implements AutoCloseable {
    private static final int GROUP = 64;

    private record Job<T>(UseCase<T> useCase, CompletableFuture<T> answer) {}

    private final Database database;
    private final Duration patience;
    private final LinkedBlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>(10_000);
    private final List<Runnable> commitListeners = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::work, "writer");
    private volatile boolean closed;

    /** @param patience how long a caller of {@link #write} waits before it is told that the database is unavailable */
    public Writer(Database database, Duration patience) {
        this.database = database;
        this.patience = patience;
        thread.start();
    }

    /** Called on the writer's thread after every commit; must be quick and must not throw. */
    public void onCommit(Runnable listener) {
        commitListeners.add(listener);
    }

    /**
     * Makes a change and waits until it is on disk.
     *
     * @throws StoreUnavailableException when that takes longer than the patience, or the database refuses
     * @throws RuntimeException what the use case threw; then nothing of it was kept
     */
    public <T> T write(UseCase<T> useCase) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (closed || !queue.offer(new Job<>(useCase, answer))) {
            throw new StoreUnavailableException("the writer takes no more work", null);
        }
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(false);
            throw new StoreUnavailableException("no commit within " + patience, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while waiting for the commit", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new StoreUnavailableException("the change failed", e.getCause());
        }
    }

    private void work() {
        while (!closed || !queue.isEmpty()) {
            try {
                Job<?> first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Job<?>> group = new ArrayList<>(List.of(first));
                    queue.drainTo(group, GROUP - 1);
                    runGroup(group);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void runGroup(List<Job<?>> group) {
        List<Runnable> answers = new ArrayList<>();
        try (Connection connection = database.writerConnections().getConnection()) {
            connection.setAutoCommit(false);
            try (Handle handle = Jdbi.open(connection)) {
                for (Job<?> job : group) {
                    if (!job.answer().isCancelled()) {
                        answers.add(run(handle, connection, job));
                    }
                }
                connection.commit();
                if (database.isEmbedded()) {
                    handle.execute("checkpoint sync");
                }
            }
        } catch (SQLException | RuntimeException e) {
            group.forEach(job -> job.answer()
                    .completeExceptionally(new StoreUnavailableException("the database refused the commit", e)));
            return;
        }
        answers.forEach(Runnable::run);
        commitListeners.forEach(Runnable::run);
    }

    private static <T> Runnable run(Handle handle, Connection connection, Job<T> job) throws SQLException {
        var savepoint = connection.setSavepoint();
        try {
            T value = job.useCase().run(handle);
            connection.releaseSavepoint(savepoint);
            return () -> job.answer().complete(value);
        } catch (RuntimeException e) {
            connection.rollback(savepoint);
            return () -> job.answer().completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
