package hotline.message;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.TestClock;
import hotline.message.Sending.NotSent;
import hotline.message.Sending.Sent;
import hotline.phone.CarrierRequest;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.store.Carrier;
import hotline.store.Database;
import hotline.store.Outbox;
import hotline.store.OutboxWorker;
import hotline.store.Reply;
import hotline.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MessagesContract {
    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
    private static final PhoneNumber BUDI = new PhoneNumber("+6281234567890");
    private static final PhoneNumber OWN = new PhoneNumber("+62215550001");
    private static final PhoneNumber LANDLINE = new PhoneNumber("+62215557777");
    private static final Set<String> TEMPLATES = Set.of("ticket-opened", "opted-out", "opted-in", "help", "not-read");

    private static final List<String> TABLES =
            List.of("message", "opt_out", "inbound_message", "last_reply", "confirmation", "outbox");

    private static final Duration SOME_TIME = Duration.ofSeconds(30);

    private final TestClock clock = TestClock.pinned(NOON);
    private final List<CarrierRequest> sent = new ArrayList<>();
    private final OptOuts optOuts = new OptOuts();
    private final Outbox outbox = new Outbox();
    private Reply reply = new Reply.Done("SM1");
    private Database database;
    private Writer writer;
    private OutboxWorker worker;
    private Messages messages;
    private Inbox inbox;

    abstract String url();

    @BeforeAll
    void open() {
        database = Database.open(url());
        writer = new Writer(database, Duration.ofSeconds(20));
        Carrier carrier = new Carrier() {
            @Override
            public Reply send(String key, CarrierRequest request) {
                sent.add(request);
                return reply;
            }

            @Override
            public Reply lookUp(String key, CarrierRequest request) {
                return reply;
            }
        };
        worker = new OutboxWorker(database, writer, outbox, carrier, clock);
        MessageTexts texts = (template, language, values) -> {
            assertThat(TEMPLATES).contains(template);
            return template + " " + language + " " + values;
        };
        Reach reach = number -> number.equals(LANDLINE) ? Optional.of("landline") : Optional.empty();
        messages = new Messages(texts, reach, optOuts, outbox, clock);
        inbox = new Inbox(texts, optOuts, OWN::equals, () -> Language.INDONESIAN);
    }

    @AfterAll
    void close() {
        worker.close();
        writer.close();
        database.close();
    }

    @BeforeEach
    void start_afresh() {
        writer.write(h -> {
            for (String table : TABLES) {
                h.execute("delete from " + table);
            }
            return true;
        });
        sent.clear();
        clock.pin(NOON);
        reply = new Reply.Done("SM1");
    }

    private Sending sends(PhoneNumber to, Language language, String onceKey) {
        NewMessage message = new NewMessage("ticket-opened", to, language, Map.of("number", "123456782"), onceKey);
        return writer.write(h -> messages.send(h, message, clock.instant()));
    }

    private Optional<String> gets(String messageSid, PhoneNumber from, String body) {
        return writer.write(h -> inbox.receive(h, messageSid, Optional.of(from), body, clock.instant()));
    }

    private void isTold(UUID id, String status, String errorCode) {
        writer.write(h -> {
            messages.delivered(h, id, status, Optional.of(errorCode).filter(code -> !code.isEmpty()), clock.instant());
            return true;
        });
    }

    private DeliveryState state(UUID id) {
        return database.read(h -> messages.findState(h, id)).orElseThrow();
    }

    private boolean isOptedOut(PhoneNumber number) {
        return database.read(h -> optOuts.contains(h, number));
    }

    @Test
    void a_message_leaves_once_in_the_language_of_its_reader() {
        Sending first = sends(BUDI, Language.ENGLISH, "ticket-opened:1");
        assertThat(sends(BUDI, Language.ENGLISH, "ticket-opened:1")).isEqualTo(first);
        worker.runDue();
        UUID id = ((Sent) first).message();
        assertThat(sent)
                .containsExactly(new CarrierRequest.Text(
                        BUDI.e164(),
                        "ticket-opened en {number=123456782}",
                        "/twilio/message/" + id + "/status",
                        14_400));
        assertThat(state(id)).isEqualTo(DeliveryState.ACCEPTED);
    }

    @Test
    void who_cannot_or_does_not_want_to_get_it_is_sent_nothing() {
        assertThat(sends(LANDLINE, Language.ENGLISH, "a")).isEqualTo(new NotSent("landline"));
        gets("SM-in-1", BUDI, "STOP");
        assertThat(sends(BUDI, Language.ENGLISH, "b")).isEqualTo(new NotSent("opted-out"));
    }

    @Test
    void who_opts_out_while_a_message_is_on_its_way_does_not_get_it() {
        UUID id = ((Sent) sends(BUDI, Language.ENGLISH, "a")).message();
        gets("SM-in-1", BUDI, "berhenti");
        worker.runDue();
        assertThat(sent).isEmpty();
        assertThat(state(id)).isEqualTo(DeliveryState.CANCELED);
    }

    @Test
    void the_delivery_moves_forward_only() {
        UUID id = ((Sent) sends(BUDI, Language.ENGLISH, "a")).message();
        isTold(id, "sent", "");
        isTold(id, "queued", "");
        assertThat(state(id)).isEqualTo(DeliveryState.SENT);
        isTold(id, "delivered", "");
        isTold(id, "undelivered", "30003");
        isTold(id, "sent", "");
        isTold(id, "what-the-carrier-added-since", "");
        assertThat(state(id)).isEqualTo(DeliveryState.DELIVERED);
        isTold(UUID.randomUUID(), "delivered", "");
    }

    @Test
    void what_the_carrier_refuses_has_failed_and_who_opted_out_there_has_opted_out() {
        reply = new Reply.Refused(21610, "Attempt to send to unsubscribed recipient");
        UUID id = ((Sent) sends(BUDI, Language.ENGLISH, "a")).message();
        worker.runDue();
        assertThat(state(id)).isEqualTo(DeliveryState.FAILED);
        assertThat(isOptedOut(BUDI)).isTrue();
    }

    @Test
    void an_outage_of_the_carrier_delays_a_message_for_as_long_as_it_is_valid() {
        reply = new Reply.Later(Duration.ofMinutes(1), "no connection");
        UUID late = ((Sent) sends(BUDI, Language.ENGLISH, "a")).message();
        passes(Duration.ofHours(3));
        assertThat(state(late)).isEqualTo(DeliveryState.WAITING);
        reply = new Reply.Done("SM1");
        passes(Duration.ofMinutes(2));
        assertThat(state(late)).isEqualTo(DeliveryState.ACCEPTED);
    }

    @Test
    void a_message_that_the_carrier_never_took_has_failed_without_a_code_of_the_carriers() {
        reply = new Reply.Later(Duration.ofMinutes(1), "no connection");
        UUID id = ((Sent) sends(BUDI, Language.ENGLISH, "a")).message();
        passes(Duration.ofHours(4).plusMinutes(1));
        assertThat(state(id)).isEqualTo(DeliveryState.FAILED);
        List<Messages.Written> written = database.read(h -> messages.listByKeys(h, List.of("a")));
        assertThat(written).extracting(Messages.Written::errorCode).containsExactly(Optional.empty());
    }

    private void passes(Duration length) {
        for (Instant end = clock.instant().plus(length); clock.instant().isBefore(end); clock.tick(SOME_TIME)) {
            worker.runDue();
        }
    }

    @Test
    void a_message_that_comes_in_is_answered_once() {
        assertThat(gets("SM-in-1", BUDI, "Di mana paket saya?")).contains("not-read id {}");
        assertThat(gets("SM-in-1", BUDI, "Di mana paket saya?")).contains("not-read id {}");
        clock.tick(Duration.ofMinutes(9));
        assertThat(gets("SM-in-2", BUDI, "Halo?")).isEmpty();
        assertThat(gets("SM-in-2", BUDI, "Halo?")).isEmpty();
        clock.tick(Duration.ofMinutes(1));
        assertThat(gets("SM-in-3", BUDI, "Halo?")).isPresent();
    }

    @Test
    void our_own_numbers_and_names_are_not_answered() {
        assertThat(gets("SM-in-1", OWN, "hello")).isEmpty();
        Optional<String> toName =
                writer.write(h -> inbox.receive(h, "SM-in-2", Optional.empty(), "hello", clock.instant()));
        assertThat(toName).isEmpty();
    }

    @Test
    void opting_out_and_in_is_understood_in_both_languages() {
        assertThat(gets("SM-in-1", BUDI, " Berhenti! ")).contains("opted-out id {}");
        assertThat(isOptedOut(BUDI)).isTrue();
        gets("SM-in-2", BUDI, "mulai");
        assertThat(isOptedOut(BUDI)).isFalse();
        gets("SM-in-3", BUDI, "stop please");
        assertThat(isOptedOut(BUDI)).isTrue();
        gets("SM-in-4", BUDI, "START");
        gets("SM-in-5", BUDI, "BATAL");
        assertThat(isOptedOut(BUDI)).isTrue();
    }

    @Test
    void who_opts_out_or_in_is_told_so_however_recently_they_were_answered() {
        assertThat(gets("SM-in-1", BUDI, "Di mana paket saya?")).contains("not-read id {}");
        clock.tick(Duration.ofSeconds(20));
        assertThat(gets("SM-in-2", BUDI, "BERHENTI")).contains("opted-out id {}");
        assertThat(gets("SM-in-2", BUDI, "BERHENTI")).contains("opted-out id {}");
        clock.tick(Duration.ofSeconds(20));
        assertThat(gets("SM-in-3", BUDI, "mulai")).contains("opted-in id {}");
    }

    @Test
    void a_stop_that_stops_nothing_more_is_not_confirmed_again() {
        assertThat(gets("SM-in-1", BUDI, "STOP")).contains("opted-out id {}");
        clock.tick(Duration.ofMinutes(9));
        assertThat(gets("SM-in-2", BUDI, "STOP")).isEmpty();
        assertThat(gets("SM-in-3", BUDI, "OK, thanks")).isEmpty();
        clock.tick(Duration.ofMinutes(1));
        assertThat(gets("SM-in-4", BUDI, "STOP")).contains("opted-out id {}");
        assertThat(gets("SM-in-5", BUDI, "STOP")).isEmpty();
    }

    @Test
    void a_machine_that_opts_out_and_in_for_ever_is_soon_answered_no_more() {
        List<Optional<String>> replies = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clock.tick(Duration.ofSeconds(2));
            replies.add(gets("SM-in-" + i, BUDI, i % 2 == 0 ? "STOP" : "START"));
        }
        assertThat(replies.subList(0, 4)).allSatisfy(reply -> assertThat(reply).isPresent());
        assertThat(replies.subList(4, 20)).allSatisfy(reply -> assertThat(reply).isEmpty());
        assertThat(isOptedOut(BUDI)).isFalse();

        clock.tick(Duration.ofHours(1));
        assertThat(gets("SM-in-later", BUDI, "STOP")).contains("opted-out id {}");
    }

    @Test
    void one_number_uses_up_the_confirmations_of_no_other() {
        for (int i = 0; i < 6; i++) {
            gets("SM-in-" + i, BUDI, i % 2 == 0 ? "STOP" : "START");
        }
        assertThat(gets("SM-in-other", LANDLINE, "STOP")).contains("opted-out id {}");
        assertThat(gets("SM-in-own", OWN, "STOP")).isEmpty();
    }

    @Test
    void who_wants_an_order_canceled_has_not_opted_out() {
        gets("SM-in-1", BUDI, "batal pesanan saya");
        assertThat(isOptedOut(BUDI)).isFalse();
    }

    @Test
    void the_answer_is_in_the_language_of_the_word_or_of_the_last_message() {
        sends(BUDI, Language.ENGLISH, "a");
        assertThat(gets("SM-in-1", BUDI, "where is it?")).contains("not-read en {}");
        clock.tick(Duration.ofMinutes(10));
        assertThat(gets("SM-in-2", BUDI, "bantuan")).contains("help id {}");
    }

    @Test
    void what_was_written_is_not_kept() {
        gets("SM-in-1", BUDI, "4111 1111 1111 1111");
        String row = database.read(h ->
                h.createQuery("select * from inbound_message").mapToMap().one().toString());
        assertThat(row).doesNotContain("4111");
    }
}
