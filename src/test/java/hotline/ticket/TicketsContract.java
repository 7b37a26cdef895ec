package hotline.ticket;

import static hotline.ticket.Reports.BUDI;
import static hotline.ticket.Reports.CALL;
import static hotline.ticket.Reports.NOON;
import static hotline.ticket.Reports.RINA;
import static hotline.ticket.Reports.about;
import static hotline.ticket.Reports.unshown;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.order.OrderNumber;
import hotline.store.Changes;
import hotline.store.Database;
import hotline.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TicketsContract {
    private final Tickets tickets = new Tickets(CasePolicy.DEFAULTS, 3, new Random(7), Changes.NONE);
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
            return true;
        });
    }

    @AfterAll
    void stop() {
        writer.close();
        database.close();
    }

    @Test
    void a_report_becomes_a_ticket() {
        Opened opened = report(about("240512ABCDEFGH", RINA));
        assertThat(opened.added()).isFalse();
        assertThat(opened.dueAt()).isEqualTo(NOON.plus(Duration.ofDays(5)));
        Ticket ticket = get(opened.number());
        assertThat(ticket.category()).isEqualTo(Category.MISSING_ORDER);
        assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(ticket.order()).contains("240512ABCDEFGH");
        assertThat(ticket.phone()).contains(RINA);
        assertThat(ticket.desiredOutcome()).contains(DesiredOutcome.REFUND);
        assertThat(ticket.origin()).isEqualTo(Reports.ORIGIN);
        assertThat(ticket.openedAt()).isEqualTo(NOON);
        assertThat(ticket.history()).containsExactly(HistoryEntry.opened(Optional.of(CALL), NOON));
    }

    @Test
    void a_second_report_of_the_same_is_added() {
        Opened first = report(about("240512ABCDEFGH", RINA));
        Opened second = report(about("240512-abcdefgh", RINA), NOON.plusSeconds(60));
        assertThat(second).isEqualTo(new Opened(first.number(), first.dueAt(), true));
        assertThat(get(first.number()).history())
                .extracting(HistoryEntry::kind)
                .containsExactly(HistoryEntry.Kind.OPENED, HistoryEntry.Kind.ADDED);
        assertThat(list(TicketFilter.ALL)).hasSize(1);
    }

    @Test
    void another_category_or_another_order_is_another_ticket() {
        report(about("A1", RINA));
        assertThat(report(about("A2", RINA)).added()).isFalse();
        assertThat(report(Reports.of(Category.OTHER, Optional.empty(), RINA)).added())
                .isFalse();
    }

    @Test
    void whoever_has_shown_that_the_order_is_theirs_adds_to_its_ticket_from_any_phone() {
        Opened first = report(about("A1", RINA));
        assertThat(report(about("A1", BUDI))).isEqualTo(new Opened(first.number(), first.dueAt(), true));
    }

    @Test
    void whoever_has_shown_nothing_never_learns_of_a_strangers_ticket() {
        Opened rinas = report(about("A1", RINA));
        Opened budis = report(unshown("A1", Optional.of(BUDI)));
        assertThat(budis.added()).isFalse();
        assertThat(budis.number()).isNotEqualTo(rinas.number());
        assertThat(report(unshown("A1", Optional.of(BUDI))).number()).isEqualTo(budis.number());
        assertThat(report(unshown("A1", Optional.of(RINA))).number()).isEqualTo(rinas.number());
        assertThat(report(unshown("A1", Optional.empty())).added()).isFalse();
        assertThat(report(unshown("A1", Optional.empty())).added()).isFalse();
    }

    @Test
    void a_report_taken_while_orders_were_unavailable_is_found_again_by_its_caller() {
        Opened unchecked = report(unshown("A1", Optional.of(RINA)));
        assertThat(report(about("A1", RINA)).number()).isEqualTo(unchecked.number());
    }

    @Test
    void a_resolved_ticket_is_opened_again_and_a_closed_one_is_not() {
        Opened first = report(about("A1", RINA));
        move(first.number(), TicketStatus.RESOLVED);
        Instant later = NOON.plus(Duration.ofDays(9));
        Opened again = report(about("A1", RINA), later);
        assertThat(again).isEqualTo(new Opened(first.number(), later.plus(Duration.ofDays(5)), true));
        assertThat(get(first.number()).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(get(first.number()).dueAt()).isEqualTo(again.dueAt());
        move(first.number(), TicketStatus.CLOSED);
        assertThat(report(about("A1", RINA), later).number()).isNotEqualTo(first.number());
    }

    @Test
    void the_newest_wish_counts_and_no_wish_changes_nothing() {
        Opened opened = report(about("A1", RINA));
        report(Reports.wanting(about("A1", RINA), Optional.of(DesiredOutcome.REPLACEMENT)));
        report(Reports.wanting(about("A1", RINA), Optional.empty()));
        assertThat(get(opened.number()).desiredOutcome()).contains(DesiredOutcome.REPLACEMENT);
        HistoryEntry last = get(opened.number()).history().get(1);
        assertThat(last.note()).contains("refund → replacement");
        assertThat(last.wishes()).contains(List.of("refund", "replacement"));
    }

    @Test
    void a_number_that_opens_too_many_adds_to_its_newest() {
        report(about("A1", RINA));
        report(about("A2", RINA));
        Opened third = report(about("A3", RINA), NOON.plusSeconds(1));
        Opened fourth = report(about("A4", RINA), NOON.plusSeconds(2));
        assertThat(fourth).isEqualTo(new Opened(third.number(), third.dueAt(), true));
        assertThat(report(about("A5", BUDI)).added()).isFalse();
        assertThat(report(about("A4", RINA), NOON.plus(Duration.ofDays(2))).added())
                .isFalse();
    }

    @Test
    void a_ticket_is_moved_on_with_a_note_and_only_where_it_may_go() {
        TicketNumber number = report(about("A1", RINA)).number();
        assertThat(move(number, TicketStatus.IN_PROGRESS)).isEqualTo(Moved.MOVED);
        assertThat(move(number, TicketStatus.IN_PROGRESS)).isEqualTo(Moved.UNCHANGED);
        assertThat(move(number, TicketStatus.OPEN)).isEqualTo(Moved.NOT_ALLOWED);
        assertThat(move(number, TicketStatus.CLOSED)).isEqualTo(Moved.MOVED);
        assertThat(move(number, TicketStatus.RESOLVED)).isEqualTo(Moved.NOT_ALLOWED);
        assertThat(move(TicketNumber.random(new Random(1)), TicketStatus.CLOSED))
                .isEqualTo(Moved.NO_SUCH_TICKET);
        assertThat(get(number).history().subList(1, 3))
                .containsExactly(
                        HistoryEntry.moved(TicketStatus.IN_PROGRESS, Optional.of("note"), "ann", NOON),
                        HistoryEntry.moved(TicketStatus.CLOSED, Optional.of("note"), "ann", NOON));
    }

    @Test
    void notes_are_kept_without_card_numbers() {
        TicketNumber number = report(about("A1", RINA)).number();
        assertThat(note(number, "card 4111 1111 1111 1111 \0 " + "x".repeat(5000)))
                .isTrue();
        String note = get(number).history().get(1).note().orElseThrow();
        assertThat(note).startsWith("card [card number removed]").hasSize(4000);
        assertThat(note(TicketNumber.random(new Random(1)), "x")).isFalse();
    }

    @Test
    void the_agent_spoken_to_is_kept() {
        TicketNumber number = report(about("A1", RINA)).number();
        boolean kept = writer.write(handle -> tickets.spoke(handle, number, "Ann", Optional.of(CALL), NOON));
        assertThat(kept).isTrue();
        assertThat(get(number).agent()).contains("Ann");
        assertThat(get(number).history().get(1)).isEqualTo(HistoryEntry.spoke("Ann", Optional.of(CALL), NOON));
    }

    @Test
    void a_caller_finds_their_newest_ticket_that_is_not_closed() {
        Opened old = report(about("A1", RINA));
        Opened recent = report(about("A2", RINA), NOON.plusSeconds(5));
        report(about("B1", BUDI), NOON.plusSeconds(9));
        assertThat(openFor()).contains(recent.number());
        move(recent.number(), TicketStatus.CLOSED);
        assertThat(openFor()).contains(old.number());
        move(old.number(), TicketStatus.CLOSED);
        assertThat(openFor()).isEmpty();
    }

    @Test
    void tickets_are_listed_newest_first_page_by_page_even_when_many_are_of_one_moment() {
        List<TicketNumber> opened = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            opened.add(report(unshown("X" + i, Optional.empty()), NOON.plusSeconds(i / 3))
                    .number());
        }
        List<TicketNumber> listed = new ArrayList<>();
        Optional<TicketNumber> after = Optional.empty();
        for (List<Ticket> page = page(after); !page.isEmpty(); page = page(after)) {
            page.forEach(ticket -> listed.add(ticket.number()));
            after = Optional.of(page.get(page.size() - 1).number());
        }
        assertThat(listed).containsExactlyInAnyOrderElementsOf(opened).doesNotHaveDuplicates();
        assertThat(listed.get(0)).isEqualTo(opened.get(6));
        assertThat(get(listed.get(0)).history()).hasSize(1);
    }

    @Test
    void every_filter_filters() {
        TicketNumber rinas = report(about("240512-A", RINA)).number();
        TicketNumber budis = report(Reports.of(Category.OTHER, Optional.empty(), BUDI), NOON.plusSeconds(60))
                .number();
        move(budis, TicketStatus.RESOLVED);
        Optional<OrderNumber> order = OrderNumber.find("240512a");
        Optional<TicketStatus> resolved = Optional.of(TicketStatus.RESOLVED);
        Optional<Category> other = Optional.of(Category.OTHER);
        Optional<Instant> late = Optional.of(NOON.plusSeconds(60));
        var none = Optional.<TicketNumber>empty();
        assertThat(numbers(TicketFilter.ALL)).containsExactly(budis, rinas);
        assertThat(numbers(new TicketFilter(order, any(), any(), any(), any(), 5, none)))
                .containsExactly(rinas);
        assertThat(numbers(new TicketFilter(any(), Optional.of(RINA), any(), any(), any(), 5, none)))
                .containsExactly(rinas);
        assertThat(numbers(new TicketFilter(any(), any(), resolved, any(), any(), 5, none)))
                .containsExactly(budis);
        assertThat(numbers(new TicketFilter(any(), any(), any(), other, any(), 5, none)))
                .containsExactly(budis);
        assertThat(numbers(new TicketFilter(any(), any(), any(), any(), late, 5, none)))
                .containsExactly(budis);
    }

    private static <T> Optional<T> any() {
        return Optional.empty();
    }

    private List<Ticket> page(Optional<TicketNumber> after) {
        return list(new TicketFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 2, after));
    }

    private List<TicketNumber> numbers(TicketFilter filter) {
        return list(filter).stream().map(Ticket::number).toList();
    }

    private List<Ticket> list(TicketFilter filter) {
        return database.read(handle -> tickets.list(handle, filter));
    }

    private Optional<TicketNumber> openFor() {
        return database.read(handle -> tickets.findOpenFor(handle, RINA)).map(Ticket::number);
    }

    private Ticket get(TicketNumber number) {
        return database.read(handle -> tickets.find(handle, number)).orElseThrow();
    }

    private Opened report(NewTicket report) {
        return report(report, NOON);
    }

    private Opened report(NewTicket report, Instant now) {
        return writer.write(handle -> tickets.open(handle, report, now));
    }

    private Moved move(TicketNumber number, TicketStatus to) {
        return writer.write(handle -> tickets.moveTo(handle, number, to, Optional.of("note"), "ann", NOON));
    }

    private boolean note(TicketNumber number, String text) {
        return writer.write(handle -> tickets.note(handle, number, text, "ann", NOON));
    }
}
