package hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.exchange.Complaint;
import hotline.exchange.Exchange;
import hotline.exchange.ExchangeSettings;
import hotline.exchange.HotlineNumber;
import hotline.exchange.Phone;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** A node amid calls, on one database. All of the test runs on one thread; the network and the node run by themselves. */
final class KilledNodeRun implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Duration LONGEST_UNTIL_RING = Duration.ofSeconds(5);

    /** Each request to ring somebody, and what became of it. */
    private static final String DIALS = """
            select item_key || ' ' || state || ' ' || coalesce(carrier_sid, 'without SID') || ' ' || coalesce(problem, '')
            from outbox where kind = 'Dial'""";

    private final Exchange exchange =
            Exchange.start(ExchangeSettings.realTime("AC00000000000000000000000000000001", "test-token"));
    private final CallsAmidKills people = new CallsAmidKills(exchange);
    private final SplittableRandom random;
    private final HotlineProcess node;
    private final List<Dead> dead = new ArrayList<>();
    private int keptPlaces;
    private volatile Instant killedAt = Instant.MIN;

    KilledNodeRun(String databaseUrl, Path output, long seed) {
        this.random = new SplittableRandom(seed);
        this.node = new HotlineProcess(
                Map.of(
                        "HOTLINE_DATABASE_URL",
                        databaseUrl,
                        "HOTLINE_CALLER_ID",
                        CallRig.HOTLINE,
                        "TWILIO_ACCOUNT_SID",
                        exchange.settings().accountSid(),
                        "TWILIO_AUTH_TOKEN",
                        exchange.settings().authToken(),
                        "TWILIO_API_URL",
                        exchange.address().toString()),
                output);
    }

    /** From the kill until the node was ready again. */
    private record Dead(Instant from, Instant until) {
        boolean explains(Complaint complaint) {
            return (complaint.code() == 11205
                            || complaint.code() == 11200 && complaint.message().contains("broke off"))
                    && !complaint.at().isBefore(from)
                    && !complaint.at().isAfter(until);
        }
    }

    /** One who waits, or whose callback does: who it is, and since when, which is the place. */
    private record Place(String phone, String kind, Instant since) {
        /** A call that becomes a callback keeps its place. */
        String key() {
            return phone + " since " + since;
        }
    }

    void begin() {
        new KilledNodeShop(people).open(node.settings(), exchange.clock().instant());
        URI address = node.address();
        exchange.serve(new HotlineNumber(
                CallRig.HOTLINE,
                URI.create(address + "/twilio/voice"),
                URI.create(address + "/twilio/voice/fallback"),
                URI.create(address + "/twilio/voice/status"),
                URI.create(address + "/twilio/sms")));
        node.start();
        until(node::isReady, false);
        Phone talker = people.call("0");
        until(
                () -> contacts("connected").stream()
                        .anyMatch(place -> place.phone().equals(talker.number())),
                false);
    }

    /**
     * Callers ring, wait and book; the node is killed and started again; those who wait are where they were.
     *
     * @param amidDial kills it when it has just had somebody rung and does not know yet; else at any moment
     */
    void killAmidCalls(boolean amidDial) {
        people.call("0", "3");
        people.call("0", "3");
        people.call("0", "1", "1");
        people.callAsBuyer("1", "0");
        until(() -> !contacts("waiting").isEmpty(), true);
        passFor(500 + random.nextInt(1_500));
        List<Place> before = contacts("waiting");
        if (amidDial) {
            people.atNextRing(this::kill);
            Instant end = exchange.clock().instant().plus(LONGEST_UNTIL_RING);
            people.callAsBuyer("1", "0");
            until(() -> !node.isAlive() || !exchange.clock().instant().isBefore(end), true);
        }
        people.atNextRing(() -> {});
        kill();
        node.awaitEnd();
        node.start();
        until(node::isReady, true);
        dead.add(new Dead(killedAt, exchange.clock().instant()));

        List<String> kept =
                before.stream().filter(this::mustStay).map(Place::key).toList();
        keptPlaces += kept.size();
        assertThat(contacts("waiting"))
                .extracting(Place::key)
                .as("places, in their order")
                .containsSubsequence(kept);
        checkTickets();
    }

    private void checkTickets() {
        assertThat(people.tickets())
                .as("tickets that callers were told, after %d kills", dead.size())
                .allSatisfy(ticket ->
                        assertThat(node.status("/api/v1/tickets/" + ticket)).isEqualTo(200));
    }

    /** Also called inside the network, amid a request of the node. */
    private synchronized void kill() {
        if (node.isAlive()) {
            killedAt = exchange.clock().instant();
            node.kill();
        }
    }

    private void passFor(long millis) {
        Instant end = exchange.clock().instant().plusMillis(millis);
        until(() -> !exchange.clock().instant().isBefore(end), true);
    }

    /** Callers on the line may be cut off in the dead minutes; callbacks have no line that could be cut. */
    private boolean mustStay(Place place) {
        return place.kind().equals("callback") || exchange.phone(place.phone()).isTalking();
    }

    /** The load ends; what is under way is done; nothing is missing. */
    void end() {
        // Taken before everything is settled: agents become free again and are rung until the very end.
        Set<String> placed = people.placed();
        until(() -> people.tickets().size() > dead.size(), true);
        until(() -> unsent() == 0, false);
        assertThat(keptPlaces).isPositive();
        assertThat(people.tickets()).hasSizeGreaterThan(dead.size());
        checkTickets();
        assertThat(exchange.complaints())
                .filteredOn(complaint -> dead.stream().noneMatch(gap -> gap.explains(complaint)))
                .extracting(complaint -> complaint.at() + " " + complaint)
                .isEmpty();
        people.allHangUp();
        node.stop();
        checkDials(placed);
        assertThat(node.log()).noneMatch(line -> line.contains(" ERROR "));
    }

    /** A call that was placed twice for one request would be known to none: each request keeps one SID. */
    private void checkDials(Set<String> placed) {
        try (Core core = Core.open(node.settings(), Clock.systemUTC())) {
            assertThat(placed).isNotEmpty();
            List<String> requests = core.database()
                    .read(handle ->
                            handle.createQuery(DIALS).mapTo(String.class).list());
            assertThat(placed)
                    .as("calls placed, each for one of the requests %s", requests)
                    .allMatch(sid -> requests.stream().anyMatch(request -> request.contains(sid)));
            assertThat(requests).noneMatch(request -> request.contains(" lost "));
        }
    }

    private long unsent() {
        return node.get("/metrics")
                .lines()
                .filter(line -> line.startsWith("hotline_outbox{"))
                .filter(line -> line.matches(".*\"(waiting|sending|unknown)\".*"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private List<Place> contacts(String state) {
        Map<String, Place> found = new LinkedHashMap<>();
        for (JsonNode contact : json("/api/v1/contacts?state=" + state)) {
            if (contact.path("skill").asText().equals(KilledNodeShop.BUSY_SKILL)) {
                Place place = new Place(
                        contact.path("phone").asText(),
                        contact.path("kind").asText(),
                        Instant.parse(contact.path("since").asText()));
                found.put(place.phone(), place);
            }
        }
        return List.copyOf(found.values());
    }

    private JsonNode json(String path) {
        try {
            return new ObjectMapper().readTree(node.get(path));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(path + " does not answer with JSON", e);
        }
    }

    private void until(BooleanSupplier condition, boolean more) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(TICK)
                .atMost(LIMIT)
                .pollInSameThread()
                .until(() -> {
                    people.step(more);
                    return condition.getAsBoolean();
                });
    }

    @Override
    public void close() {
        node.close();
        exchange.close();
    }
}
