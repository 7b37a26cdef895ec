package hotline.exchange;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The built-in phone network. It rings Hotline as Twilio does and answers the REST calls that Hotline makes; every number that is
 * not one of Hotline's is a {@link Phone}.
 *
 * <p>In virtual time nothing moves by itself: phones act at once, and {@link #advance} lets time pass. In real time it goes on by
 * itself and the methods about time refuse.
 */
public final class Exchange implements AutoCloseable {
    /** Longest virtual time in which a network has to come to rest. */
    private static final Duration LONGEST_REST = Duration.ofHours(6);

    private final ExchangeSettings settings;
    private final @Nullable VirtualTime virtualTime;
    private final @Nullable RealTime realTime;
    private final Network network;
    private final ExchangeServer server;

    private Exchange(ExchangeSettings settings) {
        this.settings = settings;
        Instant start = settings.virtualStart();
        if (start == null) {
            realTime = new RealTime();
            virtualTime = null;
            network = new Network(settings, realTime.timeline(), () -> {});
        } else {
            realTime = null;
            VirtualTime time = new VirtualTime(start);
            virtualTime = time;
            network = new Network(settings, time.timeline(), time::settle);
        }
        server = new ExchangeServer(network);
        network.listensAt(server.address());
    }

    /** Starts an exchange, listening for REST requests and phones. */
    public static Exchange start(ExchangeSettings settings) {
        return new Exchange(settings);
    }

    /** Where it listens: what {@code TWILIO_API_URL} has to be, and where the phones' pages are. */
    public URI address() {
        return server.address();
    }

    /** The settings that it was started with. */
    public ExchangeSettings settings() {
        return settings;
    }

    /** Gives Hotline a number, or changes where one leads. */
    public Exchange serve(HotlineNumber number) {
        network.serve(number);
        return this;
    }

    /** Tells this address every warning, as the one does that is set for the debugger in Twilio's console. */
    public Exchange tellWarnings(URI url) {
        network.debugger.tells(url);
        return this;
    }

    /** A number that Hotline may show although calls to it do not reach it, as Twilio's verified caller IDs. */
    public Exchange verifyCallerId(String number) {
        network.verifyCallerId(number);
        return this;
    }

    /** The phone with this number, {@code client:…} or {@code sip:…}. */
    public Phone phone(String number) {
        return network.phone(number);
    }

    /** Gives a phone's owner a name, and puts it on the first page: the caller first, then an agent. */
    public Exchange introduce(String number, String name) {
        network.introduce(number, name);
        return this;
    }

    /** Offers on the callers' pages to keep a call that is over. */
    public Exchange saveCallsWith(CallSaver saver) {
        network.saveCallsWith(saver);
        return this;
    }

    /** Every phone that was ever used. */
    public List<Phone> phones() {
        return network.phones();
    }

    /** What goes wrong on purpose. */
    public Faults faults() {
        return network.faults;
    }

    /** What Hotline did that Twilio would not accept. A test ends by asserting that there is nothing. */
    public List<Complaint> complaints() {
        return network.complaints.list();
    }

    /** Forgets the complaints so far. */
    public void forgetComplaints() {
        network.complaints.forget();
    }

    /** Calls that have not ended. */
    public int openCalls() {
        return network.timeline.inside(() -> (int)
                network.calls().stream().filter(c -> !c.status().isEnded()).count());
    }

    /** Tells line by line what goes on; called inside the network, so the follower must be quick and must not call back. */
    public void follow(Consumer<CallLine> follower) {
        network.log.follow(follower);
    }

    /** Whether time moves only when told to. */
    public boolean isVirtual() {
        return virtualTime != null;
    }

    /** The network's clock; in virtual time Hotline under test shares it. */
    public Clock clock() {
        return virtualTime == null ? Clock.systemUTC() : virtualTime.clock();
    }

    /** Virtual time only: what to do whenever time has moved, as to run Hotline's due work. It may send REST requests. */
    public void onAdvance(Consumer<Instant> listener) {
        virtual().onAdvance(listener);
    }

    /** Virtual time only: whether nothing is left to happen. */
    public boolean isQuiet() {
        return virtual().isQuiet();
    }

    /** Virtual time only: lets so much time pass, with all that happens in it. */
    public void advance(Duration length) {
        virtual().advance(length);
    }

    /** Virtual time only: lets time pass until the condition holds, and says whether it did within the limit. */
    public boolean advanceUntil(BooleanSupplier condition, Duration limit) {
        return virtual().advanceUntil(condition, limit);
    }

    /**
     * Virtual time only: sets the clock, forward or back.
     *
     * @throws IllegalStateException while anything is left to happen
     */
    public void jumpTo(Instant instant) {
        virtual().jumpTo(instant);
    }

    /**
     * Virtual time only: lets time pass until nothing is left to happen.
     *
     * @throws IllegalStateException if something goes on for more than six hours
     */
    public void runUntilQuiet() {
        VirtualTime time = virtual();
        if (!time.advanceUntil(time::isQuiet, LONGEST_REST)) {
            throw new IllegalStateException("still busy after " + LONGEST_REST + ": " + openCalls() + " open calls");
        }
    }

    private VirtualTime virtual() {
        if (virtualTime == null) {
            throw new IllegalStateException("this exchange runs in real time");
        }
        return virtualTime;
    }

    @Override
    public void close() {
        server.close();
        if (realTime != null) {
            realTime.close();
        }
    }
}
