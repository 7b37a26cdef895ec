package hotline.web;

import hotline.report.AgentTime;
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
import java.util.stream.Stream;

/**
 * The contacts, calls or agents' times behind a figure.
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
        List<AgentTime> times,
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

    public boolean isEmpty() {
        return contacts.isEmpty() && calls.isEmpty() && times.isEmpty();
    }

    /** How much of the agents' time they were on calls or finishing up, in words. */
    public String busyOfAll() {
        return texts.get(
                "behind.times-sum",
                length(Optional.of(sum(times.stream().filter(AgentTime::isBusy)))),
                length(Optional.of(sum(times.stream()))));
    }

    private static Duration sum(Stream<AgentTime> times) {
        return times.map(AgentTime::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** A ticket's number as people read it. */
    public String inThrees(String ticket) {
        return TicketNumber.find(ticket).map(TicketNumber::inThrees).orElse(ticket);
    }
}
