package hotline;

import hotline.flow.FixedMessage;
import hotline.message.NewMessage;
import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.store.StoreUnavailableException;
import hotline.twilio.Apologies;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Callers who had to be sent away because the database did not answer. They are kept in memory, since there was nowhere else,
 * and sent a text message as soon as something can be committed again.
 */
final class OwedApologies implements Apologies, AutoCloseable {
    private static final int MOST = 10_000;

    private record Owed(CallSid call, PhoneNumber caller) {}

    private final ConcurrentLinkedQueue<Owed> owed = new ConcurrentLinkedQueue<>();
    private final ExecutorService sender = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(1),
            work -> new Thread(work, "apologies"),
            new ThreadPoolExecutor.DiscardPolicy());
    private final Core core;
    private final Clock clock;

    OwedApologies(Core core, Clock clock) {
        this.core = core;
        this.clock = clock;
        core.writer().onCommit(() -> {
            if (!owed.isEmpty()) {
                sender.execute(this::send);
            }
        });
    }

    @Override
    public void owe(CallSid call, Optional<PhoneNumber> caller) {
        if (owed.size() < MOST) {
            caller.ifPresent(number -> owed.add(new Owed(call, number)));
        }
    }

    private void send() {
        Language language = core.flows().languages().get(0);
        for (Owed next = owed.poll(); next != null; next = owed.poll()) {
            Owed one = next;
            NewMessage message = new NewMessage(
                    FixedMessage.SORRY_TROUBLE.templateName(), one.caller(), language, Map.of(), "sorry:" + one.call());
            try {
                core.writer().write(handle -> core.messages().send(handle, message, clock.instant()));
            } catch (StoreUnavailableException e) {
                // Gone again: the next commit tries once more.
                owed.add(one);
                return;
            }
        }
    }

    @Override
    public void close() {
        sender.shutdownNow();
    }
}
