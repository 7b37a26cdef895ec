package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.exchange.Phone;
import hotline.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More callers than agents for half an hour: who waits, in which order they are served, and whether they were told the truth. */
class BusyHourTest {
    private static final int CALLERS = 200;
    private static final int AGENTS = 20;

    /** As {@code queue-place} of the sample flows says it. */
    private static final Pattern PLACE = Pattern.compile("urutan ke-(\\d+)|(Setelah ini giliran Anda)");

    /** The sentence of {@code queue-estimate}; its last number is the longest wait that was promised. */
    private static final Pattern ESTIMATE = Pattern.compile("Perkiraan waktu tunggu[^.]*?(\\d+) menit");

    /**
     * A contact as it went.
     *
     * @param reservedAt when an agent was first found for it; of one who gave up before that, when they did
     * @param left when it waited no longer: it had its agent, or had given up
     */
    private record Served(String call, String caller, Instant since, Instant reservedAt, Instant left, String outcome) {
        boolean isAhead(Served other, Instant moment) {
            return since.isBefore(other.since) && left.isAfter(moment);
        }
    }

    /** An answer that a waiting caller was given. */
    private record Told(String call, Instant at, String answer) {
        OptionalInt place() {
            Matcher found = PLACE.matcher(answer);
            return found.find()
                    ? OptionalInt.of(found.group(1) == null ? 1 : Integer.parseInt(found.group(1)))
                    : OptionalInt.empty();
        }

        OptionalInt minutes() {
            Matcher found = ESTIMATE.matcher(answer);
            return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
        }
    }

    @Test
    void two_hundred_callers_and_twenty_agents_lose_nobody_keep_the_order_and_hear_true_places() {
        try (FaultLog log = FaultLog.listen();
                CallRig rig = CallRig.start(TestDatabase.h2Url(), Map.of())) {
            BusyHour hour = new BusyHour(rig, CALLERS, AGENTS, 7);
            rig.exchange().onAdvance(hour::act);
            assertThat(rig.exchange().advanceUntil(hour::isOver, Duration.ofHours(2)))
                    .isTrue();

            assertThat(hour.phones()).allMatch(Phone::isIdle);
            assertThat(log.faults()).isEmpty();
            List<Served> served = served(rig);
            assertThat(served).hasSize(CALLERS);
            assertThat(served).extracting(Served::outcome).containsOnly("answered", "abandoned");
            assertThat(served)
                    .filteredOn(contact -> contact.outcome().equals("abandoned"))
                    .isNotEmpty()
                    .extracting(Served::caller)
                    .as("only who gave up has no agent")
                    .isSubsetOf(hour.gaveUp());
            assertThat(served)
                    .filteredOn(contact -> contact.outcome().equals("answered"))
                    .as("who asked first is given an agent first")
                    .isSortedAccordingTo(Comparator.comparing(Served::reservedAt));
            List<Told> told = told(rig);
            assertPlacesWereTrue(served, told);
            report(served, told);
        }
    }

    private static void assertPlacesWereTrue(List<Served> served, List<Told> told) {
        Map<String, Served> byCall = served.stream().collect(Collectors.toMap(Served::call, Function.identity()));
        List<Told> places =
                told.stream().filter(words -> words.place().isPresent()).toList();
        assertThat(places).hasSizeGreaterThan(CALLERS);
        assertThat(places).allSatisfy(words -> {
            Served own = byCall.get(words.call());
            // Within one moment of virtual time the order of what happens is not kept: either may have been first.
            assertThat(words.place().getAsInt())
                    .isBetween(
                            1 + ahead(served, own, words.at()),
                            1 + ahead(served, own, words.at().minusMillis(1)));
        });
    }

    private static int ahead(List<Served> served, Served own, Instant moment) {
        return (int) served.stream().filter(other -> other.isAhead(own, moment)).count();
    }

    /** How far from the truth the first estimate of each caller was; reported, since no bar can be right for every day. */
    private static void report(List<Served> served, List<Told> told) {
        Map<String, Told> first = told.stream()
                .filter(words -> words.minutes().isPresent())
                .collect(Collectors.toMap(Told::call, Function.identity(), (one, later) -> one));
        int[] late = served.stream()
                .filter(contact -> contact.outcome().equals("answered") && first.containsKey(contact.call()))
                .mapToInt(contact -> secondsLate(contact, first.get(contact.call())))
                .toArray();
        System.out.printf(
                "estimates: %d callers were promised a longest wait; %d had an agent by then; on average it was %.0f s from the"
                        + " truth%n",
                late.length,
                IntStream.of(late).filter(seconds -> seconds <= 0).count(),
                IntStream.of(late).map(Math::abs).average().orElse(0));
    }

    private static int secondsLate(Served contact, Told told) {
        Instant promised = told.at().plus(Duration.ofMinutes(told.minutes().orElseThrow()));
        return (int) Duration.between(promised, contact.left()).toSeconds();
    }

    private static List<Served> served(CallRig rig) {
        return rig.read(handle -> handle.createQuery("""
                        select c.call_sid, c.caller, c.since, c.outcome, c.ended_at, coalesce(c.connected_at, c.ended_at) as left_at,
                            coalesce((select min(r.reserved_at) from reservation r where r.contact_id = c.id), c.ended_at)
                                as reserved_at
                        from contact c order by c.since, c.id""")
                .map((row, context) -> new Served(
                        row.getString("call_sid"),
                        row.getString("caller"),
                        at(row.getObject("since", OffsetDateTime.class)),
                        at(row.getObject("reserved_at", OffsetDateTime.class)),
                        at(row.getObject("left_at", OffsetDateTime.class)),
                        row.getString("outcome")))
                .list());
    }

    private static List<Told> told(CallRig rig) {
        return rig.read(handle -> handle.createQuery("""
                        select call_sid, taken_at, answer from call_turn
                        where call_sid in (select call_sid from contact) order by taken_at""")
                .map((row, context) -> new Told(
                        row.getString("call_sid"),
                        at(row.getObject("taken_at", OffsetDateTime.class)),
                        row.getString("answer")))
                .list());
    }

    private static Instant at(OffsetDateTime time) {
        return time.toInstant();
    }
}
