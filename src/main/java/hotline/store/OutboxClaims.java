package hotline.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides, in short transactions, who takes up which request of the {@link Outbox}, and whether it is still wanted. */
final class OutboxClaims {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxClaims.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    /** After so many look-ups that could not tell, a person has to. With growing pauses, some two minutes. */
    static final int LOOKUPS = 6;

    enum Task {
        SEND,
        LOOK_UP,
        GIVE_UP
    }

    /**
     * A request that is ours to take up.
     *
     * @param row as it is now
     * @param leaseEnd when others will think that we are gone
     */
    record Claim(OutboxRow row, Task task, Instant leaseEnd) {}

    private final Writer writer;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration dialInterval;

    OutboxClaims(Writer writer, Outbox outbox, Clock clock, Duration dialInterval) {
        this.writer = writer;
        this.outbox = outbox;
        this.clock = clock;
        this.dialInterval = dialInterval;
    }

    /** Claims what it can of the rows, all of them in as few commits as possible. */
    List<Claim> claim(List<OutboxRow> rows) {
        Instant now = clock.instant();
        List<Job<Optional<Claim>>> jobs = new ArrayList<>();
        for (OutboxRow row : rows) {
            jobs.add(writer.submit(handle -> claim(handle, row, now)));
        }
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            outcome(jobs.get(i), rows.get(i), now).ifPresent(claims::add);
        }
        return claims;
    }

    private Optional<Claim> outcome(Job<Optional<Claim>> job, OutboxRow row, Instant now) {
        try {
            return job.await(writer.patience());
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.error("Request {} could not be taken up and is tried again later", row.itemKey(), e);
            writer.write(handle -> {
                OutboxTable.postpone(handle, row, now.plus(AFTER_TROUBLE));
                return true;
            });
            return Optional.empty();
        }
    }

    private Optional<Claim> claim(Handle handle, OutboxRow row, Instant now) {
        Instant leaseEnd = now.plus(OutboxWorker.LEASE);
        return switch (row.state()) {
            case WAITING -> claimToSend(handle, row, now, leaseEnd);
            case SENDING -> {
                senderGone(handle, row, now);
                yield Optional.empty();
            }
            case UNKNOWN -> {
                if (row.lookups() >= LOOKUPS) {
                    yield Optional.of(new Claim(row, Task.GIVE_UP, leaseEnd));
                }
                yield OutboxTable.claimToLookUp(handle, row, leaseEnd)
                        ? Optional.of(new Claim(row.lookedUp(), Task.LOOK_UP, leaseEnd))
                        : Optional.empty();
            }
        };
    }

    private Optional<Claim> claimToSend(Handle handle, OutboxRow row, Instant now, Instant leaseEnd) {
        if (!OutboxTable.claimToSend(handle, row, leaseEnd)) {
            return Optional.empty();
        }
        OutboxRow sent = row.sent();
        if (!outbox.isStillWanted(handle, row.itemKey())) {
            OutboxTable.settle(handle, sent, "dropped", null, null, now);
            return Optional.empty();
        }
        if (row.isDial() && !OutboxTable.takeTurn(handle, row.kind(), now, dialInterval)) {
            OutboxTable.unclaim(handle, sent, OutboxTable.nextTurn(handle, row.kind()));
            return Optional.empty();
        }
        return Optional.of(new Claim(sent, Task.SEND, leaseEnd));
    }

    /** Its sender did not come back: it may have been sent, or not. */
    private static void senderGone(Handle handle, OutboxRow row, Instant now) {
        OutboxRow.State next = row.isRepeatable() ? OutboxRow.State.WAITING : OutboxRow.State.UNKNOWN;
        if (OutboxTable.putBack(handle, row, next, now, "its sender did not come back")) {
            LOG.warn("The sender of request {} did not come back", row.itemKey());
        }
    }
}
