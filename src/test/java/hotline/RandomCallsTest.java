package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.Agent;
import hotline.agent.AgentState;
import hotline.agent.Presence;
import hotline.exchange.Faults;
import hotline.exchange.Phone;
import hotline.exchange.RandomCallers;
import hotline.order.Order;
import hotline.order.OrderNumber;
import hotline.phone.PhoneNumber;
import hotline.queue.ContactView;
import hotline.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Many callers who do what comes into their heads, on a network that delivers twice, late, or not at all. */
class RandomCallsTest {
    private static final String CALLERS = "+628123456";
    private static final int PEOPLE = 200;
    private static final int AT_ONCE = 30;
    private static final Duration LONGEST_CALL = Duration.ofMinutes(5);

    /** All attempts to ring back, with the pauses between them; and a conversation of whose end every callback was lost. */
    private static final Duration UNTIL_QUIET = Duration.ofHours(5);

    @Test
    void a_thousand_random_calls_leave_nothing_behind() {
        run(TestDatabase.h2Url(), 1_000, 20, faults -> faults.duplicateWebhooks(0.1));
    }

    @Test
    void calls_whose_status_callbacks_are_lost_leave_nothing_behind() {
        run(
                TestDatabase.postgresUrl(),
                200,
                21,
                faults -> faults.duplicateWebhooks(0.1).loseCallbacks(0.05).oddParameters(0.2));
    }

    private static void run(String databaseUrl, int calls, long seed, Consumer<Faults> faults) {
        try (FaultLog log = FaultLog.listen();
                CallRig rig = CallRig.start(databaseUrl, Map.of())) {
            rig.openShop();
            giveOrders(rig);
            PeopleWhoAreRung people = staff(rig, seed);
            rig.exchange().onAdvance(people::act);
            faults.accept(rig.exchange().faults());

            RandomCallers.Report report = new RandomCallers(
                            rig.exchange(), CallRig.HOTLINE, CALLERS, PEOPLE, AT_ONCE, LONGEST_CALL, seed)
                    .call(calls);
            rig.exchange().advanceUntil(() -> isWholeMinute(rig.now()) && isQuiet(rig), UNTIL_QUIET);

            assertThat(report.calls()).isEqualTo(calls);
            assertThat(report.complaints()).isEmpty();
            assertThat(report.unanswered()).isZero();
            assertThat(rig.exchange().openCalls()).isZero();
            assertThat(contacts(rig)).isEmpty();
            assertThat(busyAgents(rig)).isEmpty();
            assertThat(openCalls(rig)).isEmpty();
            assertThat(unsent(rig)).isEmpty();
            assertThat(log.faults()).isEmpty();
            assertThat(rig.tickets()).hasSizeGreaterThan(calls / 50);
        }
    }

    /** Every other caller has ordered what the callers of the sample shop have. */
    private static void giveOrders(CallRig rig) {
        List<Order> samples = List.of(SampleShop.CALLER, SampleShop.OTHER_CALLER).stream()
                .flatMap(buyer -> rig.core().ownOrders().listNewest(buyer, 2).stream())
                .toList();
        rig.core().writer().write(handle -> {
            for (int i = 0; i < PEOPLE; i += 2) {
                Order sample = samples.get(i / 2 % samples.size());
                rig.core().ownOrders().put(handle, orderOf(sample, i));
            }
            return null;
        });
    }

    private static Order orderOf(Order sample, int caller) {
        return new Order(
                OrderNumber.of(sample.number().value().substring(0, 6) + "%04dWXYZ".formatted(caller)),
                Optional.of(new PhoneNumber(CALLERS + "%04d".formatted(caller))),
                sample.status(),
                sample.placedAt(),
                sample.shipment(),
                sample.promisedOn(),
                sample.deliveredAt(),
                sample.total(),
                sample.items(),
                sample.seller());
    }

    /** Agents of every sort; the callers, too, may be rung. */
    private static PeopleWhoAreRung staff(CallRig rig, long seed) {
        PeopleWhoAreRung people = new PeopleWhoAreRung(seed);
        for (int i = 1; i <= 4; i++) {
            people.add(rig.agent("agent" + i, "+62811000001" + i));
        }
        rig.agent("silent", "+628110000021").habit(Phone.Habit.NEVER_ANSWERS, Duration.ZERO);
        rig.agent("busy", "+628110000022").habit(Phone.Habit.BUSY, Duration.ZERO);
        rig.agent("machine", "+628110000023").habit(Phone.Habit.VOICEMAIL, Duration.ofSeconds(4));
        for (int i = 0; i < PEOPLE; i++) {
            people.add(rig.exchange().phone(CALLERS + "%04d".formatted(i)));
        }
        rig.exchange().onAdvance(now -> comeBack(rig, now));
        return people;
    }

    /** Who missed too many calls and was sent on a break comes back after it. */
    private static void comeBack(CallRig rig, Instant now) {
        if (!isWholeMinute(now)) {
            return;
        }
        rig.read(handle -> rig.core().agents().list(handle)).stream()
                .filter(agent -> agent.state() == AgentState.ON_BREAK)
                .forEach(agent -> rig.core()
                        .writer()
                        .write(handle -> rig.core()
                                .acd()
                                .desk()
                                .setPresence(handle, agent.username(), Presence.AVAILABLE, Optional.empty(), now)));
    }

    /** So often is the database asked: hours pass in steps of a second. */
    private static boolean isWholeMinute(Instant now) {
        return now.getEpochSecond() % 60 == 0;
    }

    private static boolean isQuiet(CallRig rig) {
        return rig.exchange().openCalls() == 0
                && contacts(rig).isEmpty()
                && busyAgents(rig).isEmpty()
                && unsent(rig).isEmpty()
                && openCalls(rig).isEmpty();
    }

    private static List<ContactView> contacts(CallRig rig) {
        return rig.read(handle -> rig.core().acd().views().list(handle, rig.now()));
    }

    private static List<Agent> busyAgents(CallRig rig) {
        return rig.read(handle -> rig.core().agents().list(handle)).stream()
                .filter(agent -> !agent.state().isResting())
                .toList();
    }

    private static List<String> openCalls(CallRig rig) {
        return rows(rig, "select kind || ' ' || status || ' ' || call_sid from call where ended_at is null");
    }

    private static List<String> unsent(CallRig rig) {
        return rows(
                rig,
                "select item_key || ' ' || state || ' ' || coalesce(problem, '') from outbox"
                        + " where state in ('waiting', 'sending', 'unknown')");
    }

    private static List<String> rows(CallRig rig, String sql) {
        return rig.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
