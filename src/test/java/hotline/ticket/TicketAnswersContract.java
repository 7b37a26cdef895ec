package hotline.ticket;

import static hotline.ticket.Reports.BUDI;
import static hotline.ticket.Reports.NOON;
import static hotline.ticket.Reports.RINA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.flow.Answer;
import hotline.flow.Question;
import hotline.order.LookUpLimits;
import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.store.Changes;
import hotline.store.Database;
import hotline.store.Writer;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TicketAnswersContract {
    private final TicketAnswers answers = new TicketAnswers(
            new Tickets(CasePolicy.DEFAULTS, 10, new Random(7), Changes.NONE),
            CasePolicy.DEFAULTS,
            new LookUpLimits(LookUpLimits.Settings.DEFAULTS),
            ZoneId.of("Asia/Jakarta"));
    private Database database;
    private Writer writer;

    abstract Database open();

    @BeforeAll
    void start() {
        database = open();
        writer = new Writer(database, Duration.ofSeconds(20));
    }

    @BeforeEach
    void empty() {
        writer.write(handle -> {
            handle.execute("delete from ticket_history");
            handle.execute("delete from tickets");
            handle.execute("delete from missed_look_ups");
            return true;
        });
    }

    @AfterAll
    void stop() {
        writer.close();
        database.close();
    }

    @Test
    void a_ticket_is_opened_and_then_added_to() {
        Answer opened = report("A1", RINA, Optional.of("A1"));
        assertThat(opened.exit()).isEqualTo("opened");
        assertThat(opened.facts())
                .containsEntry("ticket.status", "open")
                .containsEntry("ticket.category", "defective-return")
                .containsEntry("ticket.order", "A1")
                .containsEntry("ticket.desired-outcome", "store-credit")
                .containsEntry("ticket.opened", "2026-11-22")
                .containsEntry("ticket.updated", "2026-11-22")
                .containsEntry("ticket.due", "2026-11-27")
                .containsEntry("ticket.evidence-due", "2026-11-25")
                .doesNotContainKey("ticket.agent");
        assertThat(opened.facts().get("ticket.number")).matches("[1-9][0-9]{8}");
        Answer added = report("A1", BUDI, Optional.of("A1"));
        assertThat(added.exit()).isEqualTo("added");
        assertThat(added.facts()).containsEntry("ticket.number", opened.facts().get("ticket.number"));
    }

    @Test
    void a_number_that_was_only_typed_makes_a_ticket_of_its_own() {
        report("A1", RINA, Optional.of("A1"));
        assertThat(report("A1", BUDI, Optional.empty()).exit()).isEqualTo("opened");
        assertThat(report("A1", BUDI, Optional.of("A2")).exit()).isEqualTo("added");
    }

    @Test
    void a_caller_hears_of_their_own_ticket_and_anybody_of_one_whose_number_they_know() {
        String number = report("A1", RINA, Optional.of("A1")).facts().get("ticket.number");
        assertThat(newest(Optional.of(RINA)).facts()).containsEntry("ticket.number", number);
        assertThat(newest(Optional.of(BUDI))).isEqualTo(Answer.of("none"));
        assertThat(newest(Optional.empty())).isEqualTo(Answer.of("none"));
        assertThat(find(number).facts()).containsEntry("ticket.status", "open");
    }

    @Test
    void trying_ticket_numbers_comes_to_an_end() {
        for (int i = 0; i < 5; i++) {
            assertThat(find("12345678" + i)).isEqualTo(Answer.of("not-found"));
        }
        assertThat(find("123456789")).isEqualTo(Answer.of("too-many"));
    }

    @Test
    void what_cannot_be_a_category_is_a_mistake_of_the_flow() {
        assertThatThrownBy(() -> writer.write(handle -> answers.open(
                        handle,
                        new Question.OpenTicket("Lost parcels", Optional.empty(), Optional.empty()),
                        asking(RINA, Optional.empty()),
                        NOON)))
                .hasMessage("no such category: Lost parcels");
    }

    private Answer report(String order, PhoneNumber caller, Optional<String> theirs) {
        Question.OpenTicket question =
                new Question.OpenTicket("defective-return", Optional.of(order), Optional.of("store-credit"));
        return writer.write(handle -> answers.open(handle, question, asking(caller, theirs), NOON));
    }

    private Answer find(String number) {
        return writer.write(
                handle -> answers.find(handle, new Question.FindTicket(number), asking(BUDI, Optional.empty()), NOON));
    }

    private Answer newest(Optional<PhoneNumber> caller) {
        return database.read(handle -> answers.newest(handle, caller));
    }

    private static TicketAnswers.Asking asking(PhoneNumber caller, Optional<String> theirs) {
        return new TicketAnswers.Asking(
                new CallSid("CA1"), Optional.of(caller), Language.ENGLISH, Optional.of("f00d"), theirs);
    }
}
