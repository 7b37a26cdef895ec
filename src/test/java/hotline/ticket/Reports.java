package hotline.ticket;

import hotline.order.OrderNumber;
import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/** Reports for tests. */
final class Reports {
    static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
    static final PhoneNumber RINA = new PhoneNumber("+6281234567890");
    static final PhoneNumber BUDI = new PhoneNumber("+6281398765432");
    static final CallSid CALL = new CallSid("CA0123456789abcdef0123456789abcdef");
    static final Origin ORIGIN = new Origin(Channel.PHONE, Optional.of(CALL), Optional.of("f00d"));

    private Reports() {}

    /** A missing order that is known to be the caller's. */
    static NewTicket about(String order, PhoneNumber phone) {
        return new NewTicket(
                Category.MISSING_ORDER,
                Optional.of(new NewTicket.AboutOrder(OrderNumber.of(order), true)),
                Optional.of(DesiredOutcome.REFUND),
                Optional.of(phone),
                Language.INDONESIAN,
                ORIGIN);
    }

    /** A missing order whose number was typed and could not be checked. */
    static NewTicket unshown(String order, Optional<PhoneNumber> phone) {
        return new NewTicket(
                Category.MISSING_ORDER,
                Optional.of(new NewTicket.AboutOrder(OrderNumber.of(order), false)),
                Optional.empty(),
                phone,
                Language.INDONESIAN,
                ORIGIN);
    }

    static NewTicket of(Category category, Optional<NewTicket.AboutOrder> order, PhoneNumber phone) {
        return new NewTicket(category, order, Optional.empty(), Optional.of(phone), Language.ENGLISH, ORIGIN);
    }

    static NewTicket wanting(NewTicket report, Optional<DesiredOutcome> outcome) {
        return new NewTicket(
                report.category(), report.order(), outcome, report.phone(), report.language(), report.origin());
    }
}
