package hotline.rehearsal;

import hotline.phone.CallSid;
import hotline.rehearsal.Outcome.Expectation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What came of a call, compared with what its example expects. */
final class Aftermath {
    private final Stage stage;
    private final List<String> calls;
    private final String stoodAt;

    Aftermath(Stage stage, Line line) {
        this.stage = stage;
        this.stoodAt = line.stoodAt();
        this.calls = line.legs().stream().map(CallSid::value).toList();
    }

    void compare(Example example) throws UnexpectedException {
        Map<String, String> found = found();
        for (Map.Entry<String, Expectation> fact :
                new TreeMap<>(example.outcome().facts()).entrySet()) {
            String is = found.getOrDefault(fact.getKey(), Outcome.NONE);
            Expectation expected = fact.getValue();
            if (!isAsExpected(expected.value(), is)) {
                throw new UnexpectedException(
                        expected.place(), "then " + fact.getKey() + ": " + expected.value(), List.of(is));
            }
        }
        if (example.outcome().sms().isPresent()) {
            compare(example.outcome().sms().get());
        }
    }

    private static boolean isAsExpected(String expected, String is) {
        boolean isThere = !is.equals(Outcome.NONE);
        boolean isAny = expected.equals("yes") || expected.equals(Expected.ANY);
        return isAny ? isThere : expected.equals(is);
    }

    /** By name, as in {@link Outcome#facts()}. */
    Map<String, String> found() {
        return stage.read(this::facts);
    }

    /** The names of the text messages, oldest first. */
    List<String> sent() {
        return stage.read(handle -> handle.createQuery("select template from message order by created_at, once_key")
                .mapTo(String.class)
                .list());
    }

    private void compare(Outcome.Messages expected) throws UnexpectedException {
        List<String> sent = sent();
        if (!sent.equals(expected.names())) {
            throw new UnexpectedException(
                    expected.place(), "then sms: " + shown(expected.names()), List.of(shown(sent)));
        }
    }

    private static String shown(List<String> names) {
        return names.isEmpty() ? Outcome.NONE : String.join(", ", names);
    }

    private Map<String, String> facts(Handle handle) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.putAll(row(handle, """
                        select t.category as category, t.order_number as "order", t.status as status,
                            t.desired_outcome as "desired-outcome", t.number as number
                        from tickets t join call c on c.ticket = t.number
                        where c.call_sid in (<calls>) order by c.started_at desc limit 1""", "ticket"));
        facts.putAll(row(handle, """
                        select caller as "to", topic as topic from contact c
                        where (kind = 'callback' or exists (select 1 from callback_attempt a where a.contact_id = c.id))
                            and call_sid in (<calls>) and (outcome is null or outcome <> 'canceled')
                        order by waiting_from desc limit 1""", "callback"));
        facts.putAll(row(
                handle, "select seconds as seconds from voicemail where call_sid in (<calls>) limit 1", "voicemail"));
        facts.putAll(row(handle, """
                        select language as language from call
                        where call_sid in (<calls>) order by started_at desc limit 1""", ""));
        facts.put("at", stoodAt);
        facts.putAll(row(handle, """
                        select a.name as agent from contact c join agent a on a.username = c.username
                        where c.call_sid in (<calls>) and c.connected_at is not null
                        order by c.connected_at desc limit 1""", ""));
        facts.putAll(row(handle, """
                        select r.score as rating from rating r join contact c on c.id = r.contact_id
                        where c.call_sid in (<calls>) and r.score is not null limit 1""", ""));
        return facts;
    }

    /** The columns of the first row as facts, and that there is one. */
    private Map<String, String> row(Handle handle, String sql, String thing) {
        Map<String, String> facts = new LinkedHashMap<>();
        Optional<Map<String, Object>> row = new ArrayList<>(handle.createQuery(sql)
                        .bindList("calls", calls)
                        .mapToMap()
                        .list())
                .stream().findFirst();
        if (row.isPresent() && !thing.isEmpty()) {
            facts.put(thing, "yes");
        }
        row.ifPresent(columns -> columns.forEach((name, value) -> {
            if (value != null) {
                facts.put(thing.isEmpty() ? name : thing + "." + name, value.toString());
            }
        }));
        return facts;
    }
}
