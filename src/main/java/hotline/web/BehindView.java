package hotline.web;

import hotline.report.ReportedCall;
import hotline.report.ReportedContact;
import hotline.ticket.TicketNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The contacts or calls behind a figure.
 *
 * @param title which they are
 * @param back the address of the report
 * @param isCut whether there are more than are shown
 */
public record BehindView(
        Texts texts,
        String title,
        String back,
        List<ReportedContact> contacts,
        List<ReportedCall> calls,
        boolean isCut,
        Map<String, String> names,
        ZoneId zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** A moment where the shop is. */
    public String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    public String topic(String topic) {
        return topic.isEmpty() ? texts.get("topic.none") : texts.getOr("topic." + topic, topic);
    }

    public String name(Optional<String> username) {
        return username.map(agent -> names.getOrDefault(agent, agent)).orElse("");
    }

    public String length(Optional<Duration> length) {
        return Amounts.time(length);
    }

    /** What became of a contact. */
    public String outcome(ReportedContact contact) {
        return contact.outcome()
                .map(word -> texts.getOr("ended." + word, word))
                .orElseGet(() -> texts.get(contact.isAnswered() ? "contact-state.connected" : "contact-state.waiting"));
    }

    /** A ticket's number as people read it. */
    public String inThrees(String ticket) {
        return TicketNumber.find(ticket).map(TicketNumber::inThrees).orElse(ticket);
    }
}
