package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.Presence;
import hotline.flow.Question;
import hotline.phone.CallSid;
import hotline.phone.CarrierRequest;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    private static final int ROUNDS = 3;
    private static final int CLAIMS = 20;
    private static final CallSid FIRST = new CallSid("CA1");
    private static final CallSid SECOND = new CallSid("CA2");
    private static final PhoneNumber OTHER = new PhoneNumber("+6281111111111");

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private CallCenter one;
    private CallCenter two;

    abstract String url();

    /** Something that happens to a caller, an agent's phone or an agent, on either node. */
    private enum Event {
        CALLER_HANGS_UP {
            @Override
            void happen(CallCenter node, UUID reservation) {
                node.hangsUp(FIRST);
            }
        },
        CALLER_LEAVES {
            @Override
            void happen(CallCenter node, UUID reservation) {
                node.does(h -> node.acd.contacts().leave(h, FIRST, node.now()));
            }
        },
        CALLER_BOOKS_CALLBACK {
            @Override
            void happen(CallCenter node, UUID reservation) {
                Question.BookCallback wish =
                        new Question.BookCallback(CallCenter.SKILL, CallCenter.SKILL, Optional.empty(), Map.of());
                Optional<PhoneNumber> caller = Optional.of(CallCenter.BUDI);
                node.does(h -> node.acd.callbacks().book(h, FIRST, wish, caller, Language.INDONESIAN, node.now()));
            }
        },
        CALLER_ASKS {
            @Override
            void happen(CallCenter node, UUID reservation) {
                node.waits(FIRST);
            }
        },
        AGENT_ACCEPTS {
            @Override
            void happen(CallCenter node, UUID reservation) {
                node.presses1(reservation);
            }
        },
        AGENT_REFUSES {
            @Override
            void happen(CallCenter node, UUID reservation) {
                node.refuses(reservation);
            }
        },
        AGENT_PHONE_ANSWERED {
            @Override
            void happen(CallCenter node, UUID reservation) {
                node.answersPhone(reservation);
            }
        },
        AGENT_LEG_ENDS {
            @Override
            void happen(CallCenter node, UUID reservation) {
                node.legEnds(reservation, "no-answer");
            }
        },
        AGENT_SIGNS_OUT {
            @Override
            void happen(CallCenter node, UUID reservation) {
                node.says("ann", Presence.OFFLINE);
            }
        },
        RESERVATION_EXPIRES {
            @Override
            void happen(CallCenter node, UUID reservation) {
                node.deadlines.runDue(node.now().plus(SkillRules.USUAL.expiry()));
            }
        },
        ANOTHER_CALLER_JOINS {
            @Override
            void happen(CallCenter node, UUID reservation) {
                node.joins(SECOND, OTHER);
            }
        },
        ANOTHER_AGENT_COMES {
            @Override
            void happen(CallCenter node, UUID reservation) {
                node.agent("bob");
            }
        };

        abstract void happen(CallCenter node, UUID reservation);
    }

    record Both(Event here, Event there) {
        @Override
        public String toString() {
            return here + " and " + there;
        }
    }

    @SuppressWarnings("unused") // by name, in MethodSource
    static Stream<Both> pairs() {
        return Stream.of(Event.values())
                .flatMap(here -> Stream.of(Event.values())
                        .filter(there -> there.compareTo(here) >= 0)
                        .map(there -> new Both(here, there)));
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
    @MethodSource("pairs")
    void at_the_same_moment_break_nothing(Both both) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            startAfresh();
            one.agent("ann");
            one.joins(FIRST);
            one.settles();
            UUID reservation = one.ringing("ann");

            atOnce(
                    () -> both.here().happen(one, reservation),
                    () -> both.there().happen(two, reservation));
            Invariants.hold(one.database);
            afterASecondNobodyFreeFacesAWaitingCaller();
            everythingComesToAnEnd();
        }
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
                        where a.state = 'available' and c.state = 'waiting' and c.kind = 'live' and not exists (
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
