package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.phone.CallSid;
import hotline.phone.CarrierRequest;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two nodes on one database do two things at the same moment. Whichever is first, the invariants hold, the agent is not stuck,
 * and nobody is rung twice. Several such pairs of nodes are there, each with a database of its own, and the cells are shared out among them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RacesContract {
    private static final int PAIRS = 2;
    private static final int CLAIMS = 20;
    private static final CallSid FIRST = Race.CALL;
    private static final CallSid SECOND = Race.OTHER_CALL;
    private static final PhoneNumber OTHER = Race.OTHER;

    private final BlockingQueue<TwoNodes> pairs = new LinkedBlockingQueue<>();

    abstract String url();

    /** Which half of the changes that die is raced here; the other database takes the other half. */
    abstract int half();

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

        void happenHere(TwoNodes nodes, Race race) {
            here.happen(nodes.one, race);
        }

        void happenThere(TwoNodes nodes, Race race) {
            if (dies) {
                nodes.two.diesDuring(() -> there.happen(nodes.two, race));
            } else {
                there.happen(nodes.two, race);
            }
        }
    }

    @SuppressWarnings("unused") // by name, in MethodSource
    Stream<Cell> cells() {
        return Stream.of(Race.Scene.values()).flatMap(this::cells);
    }

    private Stream<Cell> cells(Race.Scene scene) {
        List<RaceEvent> events = RaceEvent.in(scene);
        List<Cell> cells = new ArrayList<>();
        for (int here = 0; here < events.size(); here++) {
            for (int there = 0; there < events.size(); there++) {
                if (there >= here) {
                    cells.add(new Cell(scene, events.get(here), events.get(there), false));
                }
                if (there == here || (there + here) % 2 == half()) {
                    cells.add(new Cell(scene, events.get(here), events.get(there), true));
                }
            }
        }
        return cells.stream();
    }

    @BeforeAll
    void open() {
        for (int i = 0; i < PAIRS; i++) {
            pairs.add(new TwoNodes(url()));
        }
    }

    @AfterAll
    void close() {
        pairs.forEach(TwoNodes::close);
    }

    /** What happens on two nodes. */
    @FunctionalInterface
    private interface Run {
        void runs(TwoNodes nodes) throws Exception;
    }

    private void onAPair(Run run) throws Exception {
        TwoNodes nodes = pairs.take();
        try {
            run.runs(nodes);
        } finally {
            pairs.add(nodes);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    @Execution(ExecutionMode.CONCURRENT)
    void one_after_the_other_or_at_the_same_moment_break_nothing(Cell cell) throws Exception {
        onAPair(nodes -> {
            if (!cell.dies()) {
                oneAfterTheOther(nodes, cell);
            } else if (cell.here() == cell.there()) {
                dyingBeforeAndAfter(nodes, cell);
            }
            race(
                    nodes,
                    cell.scene(),
                    race -> nodes.atOnce(() -> cell.happenHere(nodes, race), () -> cell.happenThere(nodes, race)));
        });
    }

    private static void oneAfterTheOther(TwoNodes nodes, Cell cell) throws Exception {
        race(nodes, cell.scene(), race -> {
            cell.happenHere(nodes, race);
            cell.happenThere(nodes, race);
        });
        race(nodes, cell.scene(), race -> {
            cell.happenThere(nodes, race);
            cell.happenHere(nodes, race);
        });
    }

    /** Both orders in one. A change that dies leaves nothing behind, so once for each change is enough. */
    private static void dyingBeforeAndAfter(TwoNodes nodes, Cell cell) throws Exception {
        race(nodes, cell.scene(), race -> {
            cell.happenThere(nodes, race);
            cell.happenHere(nodes, race);
            cell.happenThere(nodes, race);
        });
    }

    /** What happens in a scene. */
    @FunctionalInterface
    private interface Happening {
        void happens(Race race) throws Exception;
    }

    private static void race(TwoNodes nodes, Race.Scene scene, Happening happening) throws Exception {
        nodes.startAfresh();
        Race race = scene.prepare(nodes.one);
        nodes.two.clock.pin(nodes.one.now());
        happening.happens(race);
        Invariants.hold(nodes.one.database);
        afterASecondNobodyFreeFacesAWaitingCaller(nodes.one);
        everythingComesToAnEnd(nodes.one, nodes.two);
    }

    @Test
    void two_callers_who_join_at_the_same_moment_are_not_given_the_same_agent() throws Exception {
        onAPair(nodes -> {
            for (int round = 0; round < CLAIMS; round++) {
                nodes.startAfresh();
                nodes.one.agent("ann");
                nodes.atOnce(() -> nodes.one.joins(FIRST), () -> nodes.two.joins(SECOND, OTHER));
                Invariants.hold(nodes.one.database);
                assertThat(nodes.one.texts("select state from contact order by state"))
                        .containsExactly("reserved", "waiting");
            }
        });
    }

    @Test
    void two_agents_who_come_at_the_same_moment_are_not_given_the_same_caller() throws Exception {
        onAPair(nodes -> {
            for (int round = 0; round < CLAIMS; round++) {
                nodes.startAfresh();
                nodes.one.agent("cici");
                nodes.one.joins(SECOND, OTHER);
                nodes.one.presses1(nodes.one.ringing("cici"));
                nodes.one.joins(FIRST);
                nodes.atOnce(() -> nodes.one.agent("ann"), () -> nodes.two.agent("bob"));
                Invariants.hold(nodes.one.database);
                assertThat(nodes.one.texts("select state from agent order by state"))
                        .containsExactly("available", "on-call", "reserved");
            }
        });
    }

    private static void afterASecondNobodyFreeFacesAWaitingCaller(CallCenter one) {
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
    private static void everythingComesToAnEnd(CallCenter one, CallCenter two) {
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
