package hotline.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** By what the figures of a report are split. Each contact, call and stretch of an agent's time belongs to one group at most. */
public enum Grouping {
    /** The hour of the day, {@code 00} to {@code 23}, all days of the period together. */
    HOUR,
    /** The date, as {@code 2026-11-23}. */
    DAY,
    /** The skill. */
    QUEUE,
    /** The username of the agent who took it. */
    AGENT,
    /** What the caller rang about; empty when they did not say. */
    TOPIC;

    /** The word of addresses and texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The grouping of this word, if there is one. */
    public static Optional<Grouping> find(String word) {
        return Arrays.stream(values()).filter(by -> by.word().equals(word)).findFirst();
    }

    Optional<String> of(ReportedContact contact, ZoneId zone) {
        return switch (this) {
            case HOUR, DAY -> ofTime(contact.askedAt(), zone);
            case QUEUE -> Optional.of(contact.skill());
            case AGENT -> contact.agent();
            case TOPIC -> Optional.of(contact.topic());
        };
    }

    Optional<String> of(ReportedCall call, ZoneId zone) {
        return switch (this) {
            case HOUR, DAY -> ofTime(call.at(), zone);
            case QUEUE -> call.skill();
            case AGENT -> Optional.empty();
            case TOPIC -> Optional.of(call.topic());
        };
    }

    /** The group of an agent's time that begins then and lasts to the end of the hour at most. */
    Optional<String> ofTime(String username, Instant begin, ZoneId zone) {
        return switch (this) {
            case HOUR, DAY -> ofTime(begin, zone);
            case AGENT -> Optional.of(username);
            case QUEUE, TOPIC -> Optional.empty();
        };
    }

    private Optional<String> ofTime(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        return Optional.of(
                this == HOUR
                        ? "%02d".formatted(local.getHour())
                        : local.toLocalDate().toString());
    }

    /** The groups that are shown even when nothing happened in them. */
    List<String> always(Period period) {
        return switch (this) {
            case HOUR -> IntStream.range(0, 24).mapToObj("%02d"::formatted).toList();
            case DAY ->
                period.first()
                        .datesUntil(period.last().plusDays(1))
                        .map(LocalDate::toString)
                        .toList();
            case QUEUE, AGENT, TOPIC -> List.of();
        };
    }
}
