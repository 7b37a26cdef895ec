package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.phone.CallSid;
import hotline.phone.CarrierRequest;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two nodes on one database do two things at the same moment. Whichever is first, the invariants hold, the agent is not stuck,
 * and nobody is rung twice.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RacesContract {
    private static final int CLAIMS = 20;
    private static final CallSid FIRST = Race.CALL;
    private static final CallSid SECOND = Race.OTHER_CALL;
    private static final PhoneNumber OTHER = Race.OTHER;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private CallCenter one;
    private CallCenter two;

    abstract String url();

    /**
     * Two things that happen in a scene, one on each node.
     *
     * @param dies whether the second node is killed in the middle of it
     */
    record Cell(Race.Scene scene, RaceEvent here, RaceEvent there, boolean dies) {
        @Override
        public String toString() {
            return scene + ": " + here + " and " + (dies ? "NODE_KILLED in " : "") + there;
        }

        void happenHere(CallCenter node, Race race) {
            here.happen(node, race);
        }

        void happenThere(CallCenter node, Race race) {
            if (dies) {
                node.diesDuring(() -> there.happen(node, race));
            } else {
                there.happen(node, race);
            }
        }
    }

    @SuppressWarnings("unused") // by name, in MethodSource
    static Stream<Cell> cells() {
        return Stream.of(Race.Scene.values())
                .flatMap(scene -> RaceEvent.in(scene).stream()
                        .flatMap(here -> Stream.concat(
                                RaceEvent.in(scene).stream()
                                        .filter(there -> there.compareTo(here) >= 0)
                                        .map(there -> new Cell(scene, here, there, false)),
                                Stream.of(new Cell(scene, here, here, true)))));
    }

    @BeforeAll
    void open() {
        String url = url();
        one = new CallCenter(url);
        two = new CallCenter(url);
    }

    @AfterAll
    void close() {
        threads.shutdown();
        one.close();
        two.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void one_after_the_other_or_at_the_same_moment_break_nothing(Cell cell) throws Exception {
        race(cell.scene(), race -> {
            cell.happenHere(one, race);
            cell.happenThere(two, race);
        });
        race(cell.scene(), race -> {
            cell.happenThere(two, race);
            cell.happenHere(one, race);
        });
        race(cell.scene(), race -> atOnce(() -> cell.happenHere(one, race), () -> cell.happenThere(two, race)));
    }

    /** What happens in a scene. */
    @FunctionalInterface
    private interface Happening {
        void happens(Race race) throws Exception;
    }

    private void race(Race.Scene scene, Happening happening) throws Exception {
        startAfresh();
        Race race = scene.prepare(one);
        two.clock.pin(one.now());
        happening.happens(race);
        Invariants.hold(one.database);
        afterASecondNobodyFreeFacesAWaitingCaller();
        everythingComesToAnEnd();
    }

    @Test
    void two_callers_who_join_at_the_same_moment_are_not_given_the_same_agent() throws Exception {
        for (int round = 0; round < CLAIMS; round++) {
            startAfresh();
            one.agent("ann");
            atOnce(() -> one.joins(FIRST), () -> two.joins(SECOND, OTHER));
            Invariants.hold(one.database);
            assertThat(one.texts("select state from contact order by state")).containsExactly("reserved", "waiting");
        }
    }

    @Test
    void two_agents_who_come_at_the_same_moment_are_not_given_the_same_caller() throws Exception {
        for (int round = 0; round < CLAIMS; round++) {
            startAfresh();
            one.agent("cici");
            one.joins(SECOND, OTHER);
            one.presses1(one.ringing("cici"));
            one.joins(FIRST);
            atOnce(() -> one.agent("ann"), () -> two.agent("bob"));
            Invariants.hold(one.database);
            assertThat(one.texts("select state from agent order by state"))
                    .containsExactly("available", "on-call", "reserved");
        }
    }

    private void startAfresh() {
        one.startAfresh();
        two.carrier.forget();
        two.clock.pin(CallCenter.NOON);
    }

    private void atOnce(Runnable here, Runnable there) throws InterruptedException, ExecutionException {
        CyclicBarrier barrier = new CyclicBarrier(2);
        List<Future<Boolean>> both =
                Stream.of(here, there).map(each -> start(barrier, each)).toList();
        for (Future<Boolean> each : both) {
            each.get();
        }
    }

    private Future<Boolean> start(CyclicBarrier barrier, Runnable what) {
        return threads.submit(() -> {
            try {
                barrier.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            what.run();
            return true;
        });
    }

    private void afterASecondNobodyFreeFacesAWaitingCaller() {
        one.passes(Duration.ofSeconds(1));
        Invariants.hold(one.database);
        assertThat(one.texts("""
                        select a.username from agent a, contact c
                        where a.state = 'available' and c.state = 'waiting' and c.kind = 'live' and c.target is null
                            and not exists (select 1 from contact before
                                where before.id = c.continues_id and before.username = a.username)
                            and not exists (
                            select 1 from reservation r where r.contact_id = c.id and r.username = a.username
                                and r.state in ('rejected', 'timed-out', 'failed'))""")).isEmpty();
    }

    /** A day without a word from anybody ends all contacts and frees all agents; nobody was rung twice for the same thing. */
    private void everythingComesToAnEnd() {
        one.passes(Duration.ofMinutes(5));
        one.passes(Duration.ofHours(4));
        one.passes(Duration.ofMinutes(10));
        one.passes(Duration.ofHours(24));
        one.passes(Duration.ofHours(1));
        Invariants.hold(one.database);
        assertThat(one.texts("select state from contact where state <> 'done'")).isEmpty();
        assertThat(one.texts("select state from agent where active_contact is not null"))
                .isEmpty();
        assertThat(Stream.concat(
                                one.carrier.asked(CarrierRequest.Dial.class).stream(),
                                two.carrier.asked(CarrierRequest.Dial.class).stream())
                        .map(CarrierRequest.Dial::path))
                .doesNotHaveDuplicates();
    }
}
