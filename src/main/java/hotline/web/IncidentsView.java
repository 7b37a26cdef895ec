package hotline.web;

import hotline.incident.Incident;
import hotline.incident.NewIncident;
import hotline.phone.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What callers are told besides the flows, now and in the last days.
 *
 * @param languages that are spoken, the main one first
 * @param topics that callers can choose
 */
public record IncidentsView(
        Texts texts,
        String formToken,
        Instant now,
        ZoneId zone,
        List<Language> languages,
        List<String> topics,
        List<Incident> incidents) {
    /** How long one may last at most, in hours. */
    static final int MOST_HOURS = 72;

    /** How long one lasts if nothing else is said, in hours. */
    public static final int USUAL_HOURS = 4;

    public IncidentsView {
        incidents = List.copyOf(incidents);
    }

    public int longest() {
        return NewIncident.LONGEST_WORDS;
    }

    public List<Incident> on() {
        return incidents.stream().filter(one -> one.isOn(now)).toList();
    }

    public List<Incident> over() {
        return incidents.stream().filter(one -> !one.isOn(now)).toList();
    }

    public List<Integer> hours() {
        return List.of(1, 2, USUAL_HOURS, 8, 24, MOST_HOURS);
    }

    public String topic(String topic) {
        return texts.getOr("topic." + topic, topic);
    }

    public String spoken(Language language) {
        return texts.getOr("spoken." + language.code(), language.code());
    }

    /** A moment by the shop's clock. */
    public String at(Instant moment) {
        return Amounts.moment(moment, zone, texts.language().locale());
    }

    /** What is said, in all languages, the main one first. */
    public List<String> words(Incident incident) {
        return languages.stream()
                .filter(incident.words()::containsKey)
                .map(language -> spoken(language) + ": " + incident.words().get(language))
                .toList();
    }
}
