package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.exchange.Phone;
import hotline.incident.Incident;
import hotline.incident.NewIncident;
import hotline.phone.Language;
import hotline.store.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A courier is late, and a supervisor has everybody told who rings about it. */
class IncidentCallTest {
    private static final String ID = "Pengiriman JNE ke Bandung terlambat dua hari.";
    private static final String EN = "JNE parcels to Bandung are two days late.";
    private static final String OTHER_CALLER = "+6281298760001";

    private CallRig rig;

    private void start(String database) {
        rig = CallRig.start(database.equals("H2") ? TestDatabase.h2Url() : TestDatabase.postgresUrl(), Map.of());
        rig.openShop();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private UUID switchOn(String topic, Duration length) {
        return rig.write(handle -> rig.core()
                .incidents()
                .switchOn(
                        handle,
                        new NewIncident(
                                topic,
                                Map.of(Language.INDONESIAN, ID, Language.ENGLISH, EN),
                                rig.now().plus(length),
                                "sari"),
                        rig.now()));
    }

    private Incident incident() {
        List<Incident> all =
                rig.read(handle -> rig.core().incidents().list(handle, rig.now().minus(Duration.ofDays(1))));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private Phone call(String from, String... keys) {
        Phone phone = rig.exchange().phone(from).dial(CallRig.HOTLINE);
        for (String key : keys) {
            rig.listen(phone);
            phone.press(key);
        }
        rig.listen(phone);
        return phone;
    }

    private static String heard(Phone phone) {
        return String.join(" ", phone.words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void who_chooses_the_topic_is_told_once_in_their_language_and_it_is_counted_whom_that_helped(String database) {
        start(database);
        switchOn("missing-order", Duration.ofHours(4));
        Phone helped = call(OTHER_CALLER, "9", "1");
        assertThat(heard(helped)).contains(EN).doesNotContain(ID);
        helped.hangUp();
        rig.pass(Duration.ofMinutes(1));

        Phone reporter = call(CallRig.CALLER, "1");
        assertThat(heard(reporter)).contains(ID);
        reporter.press("1");
        rig.listen(reporter);
        reporter.press("1");
        rig.pass(Duration.ofMinutes(1));
        assertThat(rig.tickets()).hasSize(1);
        reporter.hangUp();
        rig.pass(Duration.ofMinutes(1));
        assertThat(reporter.words().stream().filter(words -> words.contains(ID)))
                .hasSize(1);

        assertThat(incident().heard()).isEqualTo(2);
        assertThat(incident().contained()).isEqualTo(1);
        assertThat(events()).containsExactly("missing-order", "missing-order");
    }

    private List<String> events() {
        return rig.read(handle -> handle.createQuery("select detail from call_event where kind = 'incident'")
                .mapTo(String.class)
                .list());
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void nobody_is_told_about_another_topic_or_when_it_is_over(String database) {
        start(database);
        UUID id = switchOn("missing-order", Duration.ofHours(4));
        Phone other = call(OTHER_CALLER, "2");
        assertThat(heard(other)).doesNotContain(ID);
        other.hangUp();
        assertThat((boolean) rig.write(handle -> rig.core().incidents().end(handle, id, "sari", rig.now())))
                .isTrue();
        Phone late = call(CallRig.CALLER, "1");
        assertThat(heard(late)).doesNotContain(ID);
        late.hangUp();
        assertThat(incident().heard()).isZero();
        assertThat(incident().endedBy()).contains("sari");
        assertThat((boolean) rig.write(handle -> rig.core().incidents().end(handle, id, "ani", rig.now())))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void it_ends_by_itself_and_a_newer_one_takes_its_place(String database) {
        start(database);
        switchOn("missing-order", Duration.ofMinutes(10));
        rig.pass(Duration.ofMinutes(11));
        Phone late = call(CallRig.CALLER, "1");
        assertThat(heard(late)).doesNotContain(ID);
        late.hangUp();

        UUID first = switchOn("missing-order", Duration.ofHours(4));
        UUID second = switchOn("missing-order", Duration.ofHours(4));
        List<Incident> on =
                rig.read(handle -> rig.core().incidents().list(handle, rig.now().plusSeconds(1)));
        assertThat(on).extracting(Incident::id).containsExactly(second).doesNotContain(first);
        assertThat(on).allMatch(incident -> incident.isOn(rig.now()));
    }
}
