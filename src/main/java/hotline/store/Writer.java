package hotline.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of this node. It takes what has queued up, runs each use case in a savepoint of its own, commits once (on
 * H2 followed by {@code CHECKPOINT SYNC}, without which a crash loses and tears data) and only then lets the answers out.
 *
 * <p>A use case that fails harms nobody but itself. When the database fails, the whole group is told so, and the next one
 * gets a new connection.
 */
public final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private static final int GROUP = 64;

    /** More than can be written within the patience of those who wait. */
    private static final int QUEUE = 4_096;

    /** How long the writer is idle before it asks whether the database is still there. */
    private static final Duration IDLE = Duration.ofSeconds(2);

    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final Database database;
    private final WriterConnection connection;
    private final BlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>(QUEUE);
    private final List<Job<?>> again = new ArrayList<>();
    private final List<Runnable> commitListeners = new CopyOnWriteArrayList<>();
    private final WriterState state = new WriterState();
    private final Thread thread = new Thread(this::work, "writer");
    private volatile Duration patience;
    private volatile boolean closed;

    /** @param patience how long a caller of {@link #write} waits before it is told that the database is unavailable */
    public Writer(Database database, Duration patience) {
        this.database = database;
        this.patience = patience;
        this.connection = new WriterConnection(database);
        thread.setDaemon(true);
        thread.start();
    }

    /** From now on callers of {@link #write} wait no longer than this. */
    public void setPatience(Duration patience) {
        this.patience = patience;
    }

    /** Called on the writer's thread after every commit; must be quick and must not throw. */
    public void onCommit(Runnable listener) {
        commitListeners.add(listener);
    }

    /**
     * Makes a change and waits until it is on disk.
     *
     * @throws StoreUnavailableException when that takes longer than the patience, or the database refuses
     * @throws IllegalStateException inside another use case: it would wait for itself
     * @throws RuntimeException what the use case threw; then nothing of it was kept
     */
    public <T> T write(UseCase<T> useCase) {
        return submit(useCase).await(patience);
    }

    /** The same without waiting; {@link Job#await} waits. */
    <T> Job<T> submit(UseCase<T> useCase) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException(
                    "write was called inside a use case or a commit listener, which would wait for"
                            + " itself; pass the Handle on instead");
        }
        Job<T> job = new Job<>(useCase);
        if (closed || !queue.offer(job) || (closed && job.giveUp())) {
            throw StoreUnavailableException.notMade(
                    closed ? "the writer is closed" : "more changes wait than can be made", null);
        }
        return job;
    }

    /** How long {@link #write} waits. */
    public Duration patience() {
        return patience;
    }

    /** Whether the database took the last change, and the present one is not overdue; asked for also when idle. */
    public boolean isHealthy() {
        return thread.isAlive() && state.isHealthy(patience);
    }

    /** Counters for an operator. */
    public WriterFigures figures() {
        return state.figures(queue.size());
    }

    private void work() {
        while (!closed || !queue.isEmpty() || !again.isEmpty()) {
            commit(new Group(next()));
        }
        refuseAll(StoreUnavailableException.notMade("the writer is closed", null));
        connection.close();
    }

    /** What has queued up; after a while, nothing, so that the database is asked whether it is there. */
    private List<Job<?>> next() {
        List<Job<?>> jobs = new ArrayList<>(again);
        again.clear();
        if (jobs.isEmpty()) {
            first().ifPresent(jobs::add);
        }
        queue.drainTo(jobs, GROUP - jobs.size());
        return jobs;
    }

    private Optional<Job<?>> first() {
        try {
            return Optional.ofNullable(queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            // Nobody may end this thread but close(), which does not interrupt.
            LOG.warn("The writer was interrupted and goes on");
            return Optional.empty();
        }
    }

    private void commit(Group group) {
        state.begin();
        boolean connected = false;
        try (Handle handle = connection.open()) {
            connected = true;
            group.commit(handle, database.isEmbedded());
        } catch (Exception | Error e) {
            connection.drop();
            if (state.refused()) {
                LOG.warn("The database is not available: {}", e.toString());
            }
            group.refuse(e);
            if (!connected) {
                refuseAll(StoreUnavailableException.notMade("the database is not available", e));
            }
            return;
        }
        if (state.committed(group.size())) {
            LOG.info("The database is available again");
        }
        again.addAll(group.inTheWay());
        // First, so that whoever has an answer can rely on the workers having been told.
        commitListeners.forEach(Writer::tell);
        group.release();
    }

    /** Those who wait for the same database need not find out one by one. */
    private void refuseAll(StoreUnavailableException why) {
        List<Job<?>> waiting = new ArrayList<>();
        queue.drainTo(waiting);
        waiting.forEach(job -> job.refuse(why));
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.error("A commit listener failed", e);
        }
    }

    /** Takes no more changes, makes those that wait, and ends; after 10 s it ends in any case. */
    @Override
    public void close() {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("the writer cannot be closed from inside a use case");
        }
        closed = true;
        // Wakes the thread; if the queue is full it is awake.
        Job<Boolean> wake = new Job<>(handle -> true);
        if (queue.offer(wake)) {
            wake.giveUp();
        }
        try {
            thread.join(DRAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("The writer was closed while the database did not answer");
        }
    }
}
