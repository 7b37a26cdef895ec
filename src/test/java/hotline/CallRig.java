package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.agent.NewAgent;
import hotline.agent.Presence;
import hotline.agent.Role;
import hotline.agent.Skills;
import hotline.exchange.Exchange;
import hotline.exchange.ExchangeSettings;
import hotline.exchange.HotlineNumber;
import hotline.exchange.Phone;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.rehearsal.DueInVirtualTime;
import hotline.store.TestDatabase;
import hotline.ticket.Ticket;
import hotline.ticket.TicketFilter;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** A whole hotline on the built-in phone network, in virtual time: real webhooks over HTTP, real REST calls, no sleeps. */
final class CallRig implements AutoCloseable {
    static final String HOTLINE = "+62215550001";
    static final String CALLER = "+6281234567890";
    static final String BUDI = "+6281100000001";
    static final Instant MORNING = Instant.parse("2026-11-23T03:00:00Z");

    private static final Set<String> SKILLS =
            Set.of("missing-order", "no-tracking-number", "defective-return", "other");

    private final Exchange exchange;
    private final Hotline hotline;
    private final URI url;

    private CallRig(Exchange exchange, Hotline hotline, URI url) {
        this.exchange = exchange;
        this.hotline = hotline;
        this.url = url;
    }

    static CallRig start() {
        return start(TestDatabase.h2Url(), Map.of());
    }

    static CallRig start(String databaseUrl, Map<String, String> more) {
        Exchange exchange = Exchange.start(
                ExchangeSettings.virtualTime("AC00000000000000000000000000000001", "test-token", MORNING));
        Map<String, String> environment = environment(exchange, databaseUrl);
        environment.putAll(more);
        Settings settings = Settings.read(environment);
        Hotline hotline = Hotline.open(settings, exchange.clock());
        hotline.startServer();
        exchange.serve(number(settings.publicUrl()));
        exchange.tellWarnings(URI.create(settings.publicUrl() + "/twilio/events"));
        CallRig rig = new CallRig(exchange, hotline, settings.publicUrl());
        exchange.onAdvance(
                new DueInVirtualTime(rig.core().database(), rig.core().writer(), hotline::runDue)::work);
        return rig;
    }

    /** The settings of a node on a free port whose carrier is that exchange. */
    static Map<String, String> environment(Exchange exchange, String databaseUrl) {
        int port = freePort();
        return new HashMap<>(Map.of(
                "HOTLINE_PORT",
                Integer.toString(port),
                "HOTLINE_HOST",
                "127.0.0.1",
                "HOTLINE_PUBLIC_URL",
                "http://127.0.0.1:" + port,
                "HOTLINE_DATABASE_URL",
                databaseUrl,
                "HOTLINE_API_TOKEN",
                "api-token",
                "HOTLINE_CALLER_ID",
                HOTLINE,
                "TWILIO_ACCOUNT_SID",
                exchange.settings().accountSid(),
                "TWILIO_AUTH_TOKEN",
                exchange.settings().authToken(),
                "TWILIO_API_URL",
                exchange.address().toString()));
    }

    /** The hotline's number, answered by that node. */
    static HotlineNumber number(URI node) {
        return new HotlineNumber(
                HOTLINE,
                URI.create(node + "/twilio/voice"),
                URI.create(node + "/twilio/voice/fallback"),
                URI.create(node + "/twilio/voice/status"),
                URI.create(node + "/twilio/sms"));
    }

    Exchange exchange() {
        return exchange;
    }

    Core core() {
        return hotline.core();
    }

    /** Where the carrier reaches the hotline. */
    URI url() {
        return url;
    }

    Phone caller() {
        return exchange.phone(CALLER);
    }

    /** An agent with every skill, who is there. */
    Phone agent(String username, String phone) {
        core().writer().write(handle -> {
            core().agents()
                    .put(
                            handle,
                            new NewAgent(
                                    username,
                                    username,
                                    Optional.of(new PhoneNumber(phone)),
                                    List.of(Language.INDONESIAN, Language.ENGLISH),
                                    Skills.of(SKILLS),
                                    Role.AGENT),
                            now());
            return core().acd().desk().setPresence(handle, username, Presence.AVAILABLE, Optional.empty(), now());
        });
        return exchange.phone(phone);
    }

    /** Fills the order directory with the demo's orders. */
    void openShop() {
        new SampleShop(core(), now()).open();
        core().writer()
                .write(handle ->
                        core().acd().desk().setPresence(handle, "budi", Presence.OFFLINE, Optional.empty(), now()));
    }

    /** The caller dials and presses each key as soon as keys are expected. */
    Phone dialAndPress(String... keys) {
        Phone caller = caller().dial(HOTLINE);
        for (String key : keys) {
            listen(caller);
            caller.press(key);
        }
        return caller;
    }

    /** The agent whose phone rings, or is about to, takes the call. */
    void take(Phone agent) {
        exchange.advanceUntil(agent::isRinging, Duration.ofSeconds(30));
        agent.answer();
        listen(agent);
        agent.press("1");
        pass(Duration.ofSeconds(5));
    }

    AgentState state(String username) {
        return read(handle -> core().agents().get(handle, username).state());
    }

    /** The agent is done with their notes. */
    void endWrapUp(String username) {
        core().writer()
                .write(handle -> core().acd().desk().endWrapUp(handle, username, "resolved", Optional.empty(), now()));
    }

    List<Ticket> tickets() {
        return read(handle -> core().tickets().list(handle, TicketFilter.ALL));
    }

    Instant now() {
        return exchange.clock().instant();
    }

    /** Lets time pass until somebody expects keys from the phone, everything having been said. */
    void listen(Phone phone) {
        exchange.advanceUntil(phone::isAwaited, Duration.ofMinutes(2));
    }

    void pass(Duration length) {
        exchange.advance(length);
    }

    <T> T read(java.util.function.Function<Handle, T> query) {
        return core().database().read(query);
    }

    <T> T write(hotline.store.UseCase<T> useCase) {
        return core().writer().write(useCase);
    }

    @Override
    public void close() {
        try {
            assertThat(exchange.complaints()).isEmpty();
        } finally {
            hotline.close();
            exchange.close();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }
}
