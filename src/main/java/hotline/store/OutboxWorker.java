package hotline.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends what the {@link Outbox} holds. Any number of nodes may do so on one database: {@link OutboxClaims} decides who takes
 * a request up, {@link OutboxDelivery} carries it out with no transaction open.
 */
public final class OutboxWorker implements AutoCloseable {
    /** How long a sender may take before another node counts it as gone and looks its request up. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    /** Requests on their way at once; a carrier that is slow with one does not hold up the next. */
    private static final int SENDERS = 8;

    private static final Duration LAST_SENDS = Duration.ofSeconds(10);

    private final Database database;
    private final Writer writer;
    private final Outbox outbox;
    private final Clock clock;
    private final OutboxClaims claims;
    private final OutboxDelivery delivery;
    private final Semaphore free = new Semaphore(SENDERS);
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS, OutboxWorker::sender);
    private final WorkLoop loop = new WorkLoop("outbox", this::round);

    /** With one call a second, which is what an account has at first (Twilio, glossary, "CPS"). */
    public OutboxWorker(Database database, Writer writer, Outbox outbox, Carrier carrier, Clock clock) {
        this(database, writer, outbox, carrier, clock, 1);
    }

    /** @param callsPerSecond how many calls the carrier's account may begin in a second, on all nodes together */
    public OutboxWorker(
            Database database, Writer writer, Outbox outbox, Carrier carrier, Clock clock, int callsPerSecond) {
        this.database = database;
        this.writer = writer;
        this.outbox = outbox;
        this.clock = clock;
        this.claims =
                new OutboxClaims(writer, outbox, clock, Duration.ofSeconds(1).dividedBy(callsPerSecond));
        this.delivery = new OutboxDelivery(writer, outbox, carrier, clock);
    }

    private static Thread sender(Runnable work) {
        Thread thread = new Thread(work, "outbox-sender");
        thread.setDaemon(true);
        return thread;
    }

    /** Sends requests as they come, until closed. */
    public void start() {
        writer.onCommit(() -> {
            if (outbox.takeFresh()) {
                loop.wake();
            }
        });
        loop.start();
    }

    /**
     * Takes up everything that is due now by the clock, one after the other, on this thread.
     *
     * @return how many requests were taken up: sent, looked up, or given up
     * @throws StoreUnavailableException when the database does not answer
     */
    public int runDue() {
        int taken = 0;
        for (List<OutboxRow> rows = due(SENDERS); !rows.isEmpty(); rows = due(SENDERS)) {
            for (OutboxClaims.Claim claim : claims.claim(rows)) {
                delivery.carryOut(claim);
                taken++;
            }
        }
        return taken;
    }

    private List<OutboxRow> due(int limit) {
        Instant now = clock.instant();
        return database.read(handle -> OutboxTable.due(handle, now, limit));
    }

    private Duration round() {
        int room = free.availablePermits();
        if (room == 0) {
            // Whoever is done wakes it.
            return LEASE;
        }
        List<OutboxRow> rows = due(room);
        for (OutboxClaims.Claim claim : claims.claim(rows)) {
            free.acquireUninterruptibly();
            senders.execute(() -> send(claim));
        }
        return rows.isEmpty() ? untilNextDue() : Duration.ZERO;
    }

    private void send(OutboxClaims.Claim claim) {
        try {
            delivery.carryOut(claim);
        } finally {
            free.release();
            loop.wake();
        }
    }

    private Duration untilNextDue() {
        return WorkLoop.untilDue(database, clock, database.read(OutboxTable::nextDue));
    }

    /** Takes nothing more up, and waits some seconds for what is on its way. */
    @Override
    public void close() {
        loop.close();
        senders.shutdown();
        try {
            if (!senders.awaitTermination(LAST_SENDS.toSeconds(), TimeUnit.SECONDS)) {
                senders.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
