package hotline.store;

import hotline.TestClock;
import hotline.phone.CarrierRequest;
import hotline.phone.CarrierRequest.Dial;
import hotline.phone.CarrierRequest.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An outbox with a worker, a carrier that answers as told, and listeners that write down what they are told. */
abstract class OutboxFixture {
    static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
    static final Text TEXT = new Text("+6281234567890", "Tiket 123 — terima kasih \"😀\"", "/m/1/status", 600);
    static final Dial DIAL = new Dial("+6281234567890", "/twilio/agent/1", "/twilio/agent/1/status", 20);

    final TestClock clock = TestClock.pinned(NOON);
    final ScriptedCarrier carrier = new ScriptedCarrier();
    final Outbox outbox = new Outbox();
    final List<String> told = new ArrayList<>();
    Database database;
    Writer writer;
    OutboxWorker worker;

    abstract Database open();

    @BeforeEach
    void start() {
        database = open();
        writer = new Writer(database, Duration.ofSeconds(20));
        worker = new OutboxWorker(database, writer, outbox, carrier, clock);
        outbox.onSettled("sms", (handle, key, outcome) -> told.add(key + " " + outcome));
        outbox.onSettled("leg", (handle, key, outcome) -> told.add(key + " " + outcome));
    }

    @AfterEach
    void stop() {
        worker.close();
        writer.close();
        database.close();
    }

    void put(String key, CarrierRequest request) {
        Instant now = clock.instant();
        writer.write(handle -> {
            outbox.put(handle, key, request, now);
            return true;
        });
    }

    int count() {
        return database.read(handle -> handle.createQuery("select count(*) from outbox")
                .mapTo(Integer.class)
                .one());
    }

    String state(String key) {
        return database.read(handle -> handle.createQuery("select state from outbox where item_key = :key")
                .bind("key", key)
                .mapTo(String.class)
                .one());
    }
}
