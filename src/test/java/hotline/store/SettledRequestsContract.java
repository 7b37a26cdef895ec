package hotline.store;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.phone.CarrierRequest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long settled requests are kept, on either database. */
abstract class SettledRequestsContract extends OutboxFixture {
    private final DueWork dueWork = new DueWork();
    private DueWorker deadlines;

    @BeforeEach
    void forget() {
        SettledRequests.forgetThrough(dueWork);
        deadlines = new DueWorker(database, writer, dueWork, clock);
        writer.write(handle -> {
            SettledRequests.begin(handle, dueWork, clock.instant());
            return true;
        });
        deadlines.runDue();
    }

    private int kept() {
        return database.read(handle -> handle.createQuery("select count(*) from outbox")
                .mapTo(Integer.class)
                .one());
    }

    private void passes(Duration time) {
        clock.tick(time);
        deadlines.runDue();
    }

    @Test
    void what_was_settled_is_kept_for_thirty_days_and_forgotten_after_them() {
        put("sms:1", TEXT);
        worker.runDue();
        passes(Duration.ofDays(30));
        assertThat(kept()).isEqualTo(1);
        passes(Duration.ofHours(1));
        assertThat(kept()).isZero();
    }

    @Test
    void what_is_not_settled_is_never_forgotten() {
        carrier.onSend("leg:1", new Reply.Unknown("no reply"));
        put("leg:1", DIAL);
        worker.runDue();
        passes(Duration.ofDays(100));
        assertThat(state("leg:1")).isEqualTo("unknown");
    }

    @Test
    void many_are_forgotten_a_few_at_a_time() {
        int many = SettledRequests.BATCH + 1;
        writer.write(handle -> {
            for (int i = 0; i < many; i++) {
                outbox.put(handle, "sms:" + i, new CarrierRequest.HangUp("CA" + i), clock.instant());
            }
            return true;
        });
        writer.write(handle -> handle.createUpdate("update outbox set state = 'done', settled_at = :now")
                .bind("now", clock.instant())
                .execute());
        passes(SettledRequests.KEPT.plus(Duration.ofSeconds(1)));
        assertThat(kept()).isEqualTo(1);
        passes(Duration.ofSeconds(1));
        assertThat(kept()).isZero();
    }
}
