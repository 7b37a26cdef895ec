package hotline.store;

import hotline.phone.CarrierRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries a claimed request out, with no transaction open, and writes down what came of it. */
final class OutboxDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxDelivery.class);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration FIRST_LOOKUP = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Writer writer;
    private final Outbox outbox;
    private final Carrier carrier;
    private final Clock clock;

    OutboxDelivery(Writer writer, Outbox outbox, Carrier carrier, Clock clock) {
        this.writer = writer;
        this.outbox = outbox;
        this.carrier = carrier;
        this.clock = clock;
    }

    /** Does not throw: a result that cannot be written down is looked up when the lease is over. */
    void carryOut(OutboxClaims.Claim claim) {
        try {
            apply(claim, reply(claim));
        } catch (StoreUnavailableException e) {
            LOG.warn(
                    "What came of request {} was not written down; it is looked up later",
                    claim.row().itemKey());
        } catch (RuntimeException e) {
            LOG.error(
                    "Request {} is left until its sender counts as gone",
                    claim.row().itemKey(),
                    e);
        }
    }

    private Reply reply(OutboxClaims.Claim claim) {
        OutboxRow row = claim.row();
        CarrierRequest request;
        try {
            request = row.carrierRequest();
        } catch (IllegalStateException e) {
            return new Reply.Refused(0, "it cannot be read: " + e.getMessage());
        }
        try {
            return switch (claim.task()) {
                case SEND -> isLate(claim) ? late() : send(row, request);
                case LOOK_UP -> carrier.lookUp(row.itemKey(), request);
                case GIVE_UP -> new Reply.Unknown(String.valueOf(row.problem()));
            };
        } catch (RuntimeException | Error e) {
            LOG.error("The carrier's adapter failed on request {}", row.itemKey(), e);
            return new Reply.Unknown("failed here: " + e);
        }
    }

    /** A text is valid from when it was to leave, so the carrier gets what is left of that. */
    private Reply send(OutboxRow row, CarrierRequest request) {
        if (!(request instanceof CarrierRequest.Text text)) {
            return carrier.send(row.itemKey(), request);
        }
        int left = (int) Duration.between(clock.instant(), row.deadline()).toSeconds();
        return left <= 0
                ? new Reply.Refused(0, "its time was over before it could be sent")
                : carrier.send(
                        row.itemKey(),
                        new CarrierRequest.Text(
                                text.to(), text.body(), text.statusPath(), Math.min(left, text.validSeconds())));
    }

    /** This process stood still since it claimed the request; another may have taken it up. */
    private boolean isLate(OutboxClaims.Claim claim) {
        return !clock.instant().isBefore(claim.leaseEnd());
    }

    private static Reply late() {
        return new Reply.Later(Duration.ZERO, "its sender stood still before sending");
    }

    private void apply(OutboxClaims.Claim claim, Reply reply) {
        OutboxRow row = claim.row();
        if (reply instanceof Reply.Done done) {
            settle(row, new Outcome.Done(done.sid()));
        } else if (reply instanceof Reply.Refused refused) {
            LOG.warn("Request {} was refused, code {}", row.itemKey(), refused.code());
            settle(row, new Outcome.Failed(refused.code(), refused.reason()));
        } else if (reply instanceof Reply.Later later) {
            sendAgain(row, later.after(), later.reason());
        } else if (reply instanceof Reply.Unknown unknown) {
            unknown(claim, unknown.reason());
        } else {
            throw new AssertionError(reply);
        }
    }

    private void sendAgain(OutboxRow row, Duration after, String reason) {
        Duration pause = Backoff.doubling(FIRST_RETRY, LONGEST, row.attempts());
        pause = Backoff.spread(pause.compareTo(after) < 0 ? after : pause, row.itemKey(), row.attempts());
        if (clock.instant().plus(pause).isBefore(row.deadline())) {
            putBack(row, OutboxRow.State.WAITING, pause, reason);
        } else {
            LOG.warn("Request {} was put off {} times and has failed", row.itemKey(), row.attempts());
            settle(row, new Outcome.Failed(0, "put off " + row.attempts() + " times: " + reason));
        }
    }

    private void unknown(OutboxClaims.Claim claim, String reason) {
        OutboxRow row = claim.row();
        if (row.isRepeatable()) {
            sendAgain(row, Duration.ZERO, reason);
        } else if (claim.task() != OutboxClaims.Task.SEND && row.lookups() >= OutboxClaims.LOOKUPS) {
            LOG.error("Nobody can tell whether request {} took effect; a person has to look", row.itemKey());
            settle(row, new Outcome.Unknown(reason));
        } else {
            Duration pause = Backoff.doubling(FIRST_LOOKUP, LONGEST, row.lookups() + 1);
            putBack(row, OutboxRow.State.UNKNOWN, pause, reason);
        }
    }

    private void putBack(OutboxRow row, OutboxRow.State state, Duration pause, String reason) {
        Instant dueAt = clock.instant().plus(pause);
        writer.write(handle -> OutboxTable.putBack(handle, row, state, dueAt, reason));
    }

    private void settle(OutboxRow row, Outcome outcome) {
        Instant now = clock.instant();
        try {
            writer.write(handle -> {
                outbox.settle(handle, row, outcome, now);
                return true;
            });
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // What happened is kept; deadlines notice that nobody acted on it.
            LOG.error("The listener of request {} failed; it is settled without it", row.itemKey(), e);
            writer.write(handle -> outbox.settleUntold(handle, row, outcome, now));
        }
    }
}
