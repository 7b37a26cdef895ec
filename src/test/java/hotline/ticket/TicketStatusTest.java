package hotline.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicketStatusTest {
    @Test
    void what_is_closed_stays_closed() {
        for (TicketStatus next : TicketStatus.values()) {
            assertThat(TicketStatus.CLOSED.canBecome(next)).isFalse();
        }
    }

    @Test
    void whatever_is_not_closed_can_be() {
        for (TicketStatus status : TicketStatus.values()) {
            assertThat(status.canBecome(TicketStatus.CLOSED)).isEqualTo(status != TicketStatus.CLOSED);
        }
    }

    @Test
    void nothing_becomes_what_it_is_or_open_again() {
        for (TicketStatus status : TicketStatus.values()) {
            assertThat(status.canBecome(status)).isFalse();
            assertThat(status.canBecome(TicketStatus.OPEN)).isFalse();
        }
    }

    @Test
    void words_are_found_again() {
        for (TicketStatus status : TicketStatus.values()) {
            assertThat(TicketStatus.find(status.word())).contains(status);
        }
        assertThat(TicketStatus.find("lost")).isEmpty();
    }
}
