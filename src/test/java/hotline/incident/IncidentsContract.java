package hotline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.store.Changes;
import hotline.store.Database;
import hotline.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What many ring about at once, on a database of either kind. */
abstract class IncidentsContract {
    static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");

    private static final CallSid CALL = new CallSid("CA1");

    Database database;
    Writer writer;
    private final Incidents incidents = new Incidents(Changes.NONE);

    abstract Database open();

    @BeforeEach
    void start() {
        database = open();
        writer = new Writer(database, Duration.ofSeconds(60));
    }

    @AfterEach
    void stop() {
        writer.close();
        database.close();
    }

    UUID switchOn(Handle handle, String topic, String by) {
        Map<Language, String> words = Map.of(Language.ENGLISH, "Parcels are late.");
        return incidents.switchOn(handle, new NewIncident(topic, words, NOON.plus(Duration.ofHours(1)), by), NOON);
    }

    List<Incident> list() {
        return database.read(handle -> incidents.list(handle, Instant.EPOCH));
    }

    private void hears(Instant at) {
        writer.write(handle -> {
            switchOn(handle, "late", "sari");
            handle.createUpdate("""
                            insert into call (call_sid, kind, turn, status, flow_version, language, started_at, ended_at)
                            values ('CA1', 'caller', 3, 'completed', 'v', 'en', :began, :ended)""")
                    .bind("began", at.minusSeconds(60))
                    .bind("ended", at.plusSeconds(60))
                    .execute();
            return incidents.announce(handle, "late", Language.ENGLISH, CALL, at);
        });
    }

    private void waits(Instant from) {
        writer.write(handle -> handle.createUpdate("""
                        insert into contact (id, kind, state, outcome, skill, topic, language, priority, since, waiting_from,
                            not_before, call_sid, attempts)
                        values (:id, 'live', 'done', 'abandoned', 'late', 'late', 'en', 0, :from, :from, :from, 'CA1', 0)""")
                .bind("id", UUID.randomUUID())
                .bind("from", from)
                .execute());
    }

    private static void openTicket(Handle handle) {
        handle.createUpdate("""
                        insert into tickets (number, category, status, language, channel, opened_at, due_at)
                        values ('1', 'late', 'open', 'en', 'phone', :early, :early)""").bind("early", NOON.minus(Duration.ofDays(1))).execute();
    }

    private void leavesMessage(Instant at) {
        writer.write(handle -> {
            openTicket(handle);
            return handle.createUpdate("""
                            insert into voicemail (id, ticket, call_sid, language, topic, recording_url, seconds, consented_at,
                                flow_version, created_at)
                            values (:id, '1', 'CA1', 'en', 'late', 'r', 9, :at, 'v', :at)""")
                    .bind("id", UUID.randomUUID())
                    .bind("at", at)
                    .execute();
        });
    }

    private int contained() {
        return list().get(0).contained();
    }

    @Test
    void who_hung_up_after_hearing_it_needed_nothing_more() {
        hears(NOON.plusSeconds(30));
        assertThat(contained()).isEqualTo(1);
    }

    @Test
    void who_hears_it_in_a_rehearsal_does_not_count() {
        hears(NOON.plusSeconds(30));
        writer.write(handle -> handle.execute("update call set rehearsal = true"));
        assertThat(contained()).isZero();
        assertThat(list().get(0).heard()).isZero();
    }

    @Test
    void a_wait_counts_only_after_the_announcement() {
        hears(NOON.plusSeconds(30));
        waits(NOON.plusSeconds(29));
        assertThat(contained()).isEqualTo(1);
        waits(NOON.plusSeconds(30));
        assertThat(contained()).isZero();
    }

    @Test
    void a_voice_message_before_the_announcement_does_not_count() {
        hears(NOON.plusSeconds(30));
        leavesMessage(NOON.plusSeconds(29));
        assertThat(contained()).isEqualTo(1);
    }

    @Test
    void a_voice_message_after_the_announcement_counts() {
        hears(NOON.plusSeconds(30));
        leavesMessage(NOON.plusSeconds(31));
        assertThat(contained()).isZero();
    }

    @Test
    void who_asked_for_a_human_in_vain_is_not_helped_by_it() {
        hears(NOON.plusSeconds(30));
        wishes(NOON.plusSeconds(29));
        assertThat(contained()).isEqualTo(1);
        wishes(NOON.plusSeconds(31));
        assertThat(contained()).isZero();
    }

    private void wishes(Instant at) {
        writer.write(handle -> handle.createUpdate("""
                        insert into human_wish (call_sid, asked_at, skill, topic, answer) values ('CA1', :at, 'late', 'late', 'closed')""").bind("at", at).execute());
    }

    @Test
    void who_added_to_a_ticket_is_not_helped_by_it() {
        hears(NOON.plusSeconds(30));
        writer.write(handle -> {
            openTicket(handle);
            return handle.createUpdate("""
                            insert into ticket_history (ticket, happened_at, kind, call_sid) values ('1', :at, 'reported', 'CA1')""").bind("at", NOON.plusSeconds(31)).execute();
        });
        assertThat(contained()).isZero();
    }

    @Test
    void who_booked_a_callback_is_not_helped_by_it_also_once_they_were_called_back() {
        hears(NOON.plusSeconds(30));
        happens("canceled");
        assertThat(contained()).isEqualTo(1);
        happens("booked");
        assertThat(contained()).isZero();
    }

    /** The contact of a callback that was made bears the call in which it was. */
    private void happens(String callback) {
        writer.write(handle -> handle.createUpdate("""
                        insert into call_event (call_sid, happened_at, kind, detail) values ('CA1', :at, 'callback', :detail)""")
                .bind("at", NOON.plusSeconds(31))
                .bind("detail", callback)
                .execute());
    }

    @Test
    void a_topic_has_one_at_most_and_one_that_ended_by_itself_is_in_nobodys_way() {
        UUID first = writer.write(handle -> switchOn(handle, "late", "sari"));
        UUID second = writer.write(handle -> switchOn(handle, "late", "budi"));
        assertThat(list())
                .filteredOn(one -> one.isOn(NOON))
                .extracting(Incident::id)
                .containsExactly(second);
        assertThat(list())
                .filteredOn(one -> one.id().equals(first))
                .allMatch(one -> one.endedBy().isPresent());
        Instant later = NOON.plus(Duration.ofHours(2));
        NewIncident next = new NewIncident("late", Map.of(), later.plusSeconds(60), "sari");
        UUID third = writer.write(handle -> incidents.switchOn(handle, next, later));
        assertThat(list())
                .filteredOn(one -> one.isOn(later))
                .extracting(Incident::id)
                .containsExactly(third);
        assertThat(list())
                .filteredOn(one -> one.id().equals(second))
                .allMatch(one -> one.endedBy().isEmpty());
        assertThat(writer.<Boolean>write(handle -> incidents.end(handle, third, "sari", later)))
                .isTrue();
    }
}
