package hotline.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** Makes the reports of a shop. Reads whatever it is asked for at that moment: nothing is added up beforehand. */
public final class Reports {
    private final ZoneId zone;
    private final ReportRules rules;

    /** @param zone where the shop is: its days and hours are meant */
    public Reports(ZoneId zone, ReportRules rules) {
        this.zone = zone;
        this.rules = rules;
    }

    public ZoneId zone() {
        return zone;
    }

    public ReportRules rules() {
        return rules;
    }

    /** The day that it is where the shop is. */
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /** The figures of a period, as far as it is over. */
    public Report read(Handle handle, Period period, Grouping by, Instant now) {
        Tally total = new Tally(rules);
        Map<String, Tally> groups = new LinkedHashMap<>();
        by.always(period).forEach(key -> groups.put(key, new Tally(rules)));
        Groups all = new Groups(total, groups);
        Rows.contacts(handle, period.from(), period.to(), contact -> {
            total.add(contact);
            by.of(contact, zone).ifPresent(key -> all.get(key).add(contact));
        });
        addCalls(handle, period, by, all);
        Rows.agentTimes(handle, period.from(), end(period, now), time -> {
            total.add(time);
            time.byHours(zone)
                    .forEach(piece -> by.ofTime(piece.username(), piece.begin(), zone)
                            .ifPresent(key -> all.get(key).add(piece)));
        });
        return new Report(period, by, total.figures(), rows(by, groups));
    }

    private static Instant end(Period period, Instant now) {
        return now.isBefore(period.to()) ? now : period.to();
    }

    /** The groups as they come up. */
    private final class Groups {
        private final Tally total;
        private final Map<String, Tally> tallies;

        Groups(Tally total, Map<String, Tally> tallies) {
            this.total = total;
            this.tallies = tallies;
        }

        Tally get(String key) {
            return tallies.computeIfAbsent(key, k -> new Tally(rules));
        }

        void add(Optional<String> key, CountedCalls counted) {
            total.add(counted);
            key.ifPresent(k -> get(k).add(counted));
        }
    }

    private void addCalls(Handle handle, Period period, Grouping by, Groups groups) {
        Rows.turnedAway(handle, period.from(), period.to(), call -> {
            Optional<CountedCalls> why = call.answer().flatMap(CountedCalls::find);
            why.ifPresent(counted -> groups.add(by.of(call, zone), counted));
        });
        Rows.calls(handle, period.from(), period.to(), call -> {
            // A queue's containment would leave out all who never asked for it.
            Optional<String> key = by == Grouping.QUEUE ? Optional.empty() : by.of(call, zone);
            groups.add(key, CountedCalls.ALL);
            if (CountedCalls.CONTAINED.counts(call)) {
                groups.add(key, CountedCalls.CONTAINED);
            }
        });
    }

    private static List<Report.Row> rows(Grouping by, Map<String, Tally> groups) {
        List<Report.Row> rows = new ArrayList<>();
        groups.forEach((key, tally) -> rows.add(new Report.Row(key, tally.figures())));
        if (by != Grouping.HOUR && by != Grouping.DAY) {
            rows.sort(Comparator.comparingInt((Report.Row row) -> -row.figures().count(Counted.OFFERED))
                    .thenComparing(Report.Row::key));
        }
        return rows;
    }

    /**
     * The contacts behind a figure, newest first.
     *
     * @param key the group; all of them if empty
     */
    public List<ReportedContact> listContacts(
            Handle handle, Period period, Counted counted, Grouping by, Optional<String> key, int limit) {
        List<ReportedContact> found = new ArrayList<>();
        Predicate<ReportedContact> wanted = contact -> counted.counts(contact, rules)
                && (key.isEmpty() || by.of(contact, zone).equals(key));
        Rows.contacts(handle, period.from(), period.to(), contact -> {
            if (found.size() < limit && wanted.test(contact)) {
                found.add(contact);
            }
        });
        return found;
    }

    /** The calls behind a figure, newest first. */
    public List<ReportedCall> listCalls(
            Handle handle, Period period, CountedCalls counted, Grouping by, Optional<String> key, int limit) {
        List<ReportedCall> found = new ArrayList<>();
        Predicate<ReportedCall> wanted = call ->
                counted.counts(call) && (key.isEmpty() || by.of(call, zone).equals(key));
        Consumer<ReportedCall> reader = call -> {
            if (found.size() < limit && wanted.test(call)) {
                found.add(call);
            }
        };
        if (counted.isTurnedAway()) {
            Rows.turnedAway(handle, period.from(), period.to(), reader);
        } else {
            Rows.calls(handle, period.from(), period.to(), reader);
        }
        return found;
    }

    /**
     * The agents' time behind their occupancy, newest first: in pieces of an hour each where a group is of hours or days.
     *
     * @param key the group; all of them if empty
     */
    public List<AgentTime> listTimes(
            Handle handle, Period period, Grouping by, Optional<String> key, Instant now, int limit) {
        List<AgentTime> found = new ArrayList<>();
        boolean whole = key.isEmpty() || by == Grouping.AGENT;
        Rows.agentTimes(
                handle,
                period.from(),
                end(period, now),
                time -> (whole ? List.of(time) : time.byHours(zone))
                        .stream()
                                .filter(piece -> key.isEmpty()
                                        || by.ofTime(piece.username(), piece.begin(), zone)
                                                .equals(key))
                                .limit(limit - found.size())
                                .forEach(found::add));
        return found;
    }

    /** What happened in the last hours, in slices of which the last is the one that runs. */
    public List<Recent> listRecent(Handle handle, int slices, Duration slice, Instant now) {
        long length = slice.toSeconds();
        long first = Math.floorDiv(now.getEpochSecond(), length) - slices + 1;
        int[][] counts = new int[slices][3];
        Instant begin = Instant.ofEpochSecond(first * length);
        Rows.contacts(handle, begin, now.plusNanos(1), contact -> {
            int[] count = counts[(int) (Math.floorDiv(contact.askedAt().getEpochSecond(), length) - first)];
            count[0] += Counted.ANSWERED.counts(contact, rules) ? 1 : 0;
            count[1] += contact.gaveUp() && !contact.isCallback() ? 1 : 0;
            count[2] += contact.isCallback() ? 1 : 0;
        });
        List<Recent> recent = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            recent.add(new Recent(begin.plus(slice.multipliedBy(i)), counts[i][0], counts[i][1], counts[i][2]));
        }
        return recent;
    }
}
