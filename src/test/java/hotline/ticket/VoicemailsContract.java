package hotline.ticket;

import static hotline.ticket.Reports.CALL;
import static hotline.ticket.Reports.NOON;
import static hotline.ticket.Reports.RINA;
import static hotline.ticket.Reports.about;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.phone.Language;
import hotline.store.Changes;
import hotline.store.Database;
import hotline.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VoicemailsContract {
    private Database database;
    private Writer writer;
    private Changes changes;
    private Voicemails voicemails;
    private TicketNumber ticket;

    abstract Database open();

    @BeforeAll
    void start() {
        database = open();
        writer = new Writer(database, Duration.ofSeconds(20));
        changes = Changes.of(database, writer);
        voicemails = new Voicemails(changes);
        Tickets tickets = new Tickets(CasePolicy.DEFAULTS, 3, new Random(7), changes);
        ticket = writer.write(handle -> tickets.open(handle, about("240512ABCDEFGH", RINA), NOON))
                .number();
    }

    @BeforeEach
    void empty() {
        writer.write(handle -> handle.execute("delete from voicemail"));
    }

    @AfterAll
    void stop() {
        changes.close();
        writer.close();
        database.close();
    }

    private boolean keeps(String url, Instant at) {
        NewVoicemail message = new NewVoicemail(
                ticket,
                Optional.empty(),
                CALL,
                Optional.of(RINA),
                Language.INDONESIAN,
                "missing-order",
                url,
                12,
                "f00d");
        return writer.write(handle -> voicemails.keep(handle, message, at));
    }

    private List<Voicemail> unheard() {
        return database.read(handle -> voicemails.listUnheard(handle, 10));
    }

    private boolean hears(UUID id, String username, Instant at) {
        return writer.write(handle -> voicemails.heard(handle, id, username, at));
    }

    @Test
    void a_message_is_kept_once_however_often_it_is_told_of() {
        assertThat(keeps("https://carrier/RE1", NOON)).isTrue();
        assertThat(keeps("https://carrier/RE1", NOON.plusSeconds(3))).isFalse();

        assertThat(unheard()).singleElement().satisfies(message -> {
            assertThat(message.ticket()).isEqualTo(ticket);
            assertThat(message.caller()).contains(RINA);
            assertThat(message.language()).isEqualTo(Language.INDONESIAN);
            assertThat(message.topic()).isEqualTo("missing-order");
            assertThat(message.url()).isEqualTo("https://carrier/RE1");
            assertThat(message.seconds()).isEqualTo(12);
            assertThat(message.createdAt()).isEqualTo(NOON);
            assertThat(message.heardAt()).isEmpty();
        });
    }

    @Test
    void the_consent_and_the_words_it_was_given_to_are_kept() {
        keeps("https://carrier/RE1", NOON);

        assertThat(database.<Instant>read(handle -> handle.createQuery("select consented_at from voicemail")
                        .mapTo(Instant.class)
                        .one()))
                .isEqualTo(NOON.minusSeconds(12));
        assertThat(database.<String>read(handle -> handle.createQuery("select flow_version from voicemail")
                        .mapTo(String.class)
                        .one()))
                .isEqualTo("f00d");
    }

    @Test
    void messages_are_worked_in_the_order_in_which_they_came_and_heard_once() {
        keeps("https://carrier/RE2", NOON.plusSeconds(60));
        keeps("https://carrier/RE1", NOON);
        List<Voicemail> both = unheard();
        assertThat(both).extracting(Voicemail::url).containsExactly("https://carrier/RE1", "https://carrier/RE2");

        UUID first = both.get(0).id();
        assertThat(hears(first, "ani", NOON.plusSeconds(90))).isTrue();
        assertThat(hears(first, "budi", NOON.plusSeconds(91))).isFalse();

        assertThat(unheard()).extracting(Voicemail::url).containsExactly("https://carrier/RE2");
        Voicemail heard =
                database.read(handle -> voicemails.find(handle, first)).orElseThrow();
        assertThat(heard.heardBy()).contains("ani");
        assertThat(heard.heardAt()).contains(NOON.plusSeconds(90));
        assertThat(database.<List<Voicemail>>read(handle -> voicemails.listOf(handle, ticket)))
                .extracting(Voicemail::url)
                .containsExactly("https://carrier/RE2", "https://carrier/RE1");
    }

    @Test
    void a_message_that_does_not_exist_is_not_heard() {
        assertThat(hears(UUID.randomUUID(), "ani", NOON)).isFalse();
        assertThat(database.<Optional<Voicemail>>read(handle -> voicemails.find(handle, UUID.randomUUID())))
                .isEmpty();
    }
}
