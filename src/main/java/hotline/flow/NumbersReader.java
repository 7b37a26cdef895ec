package hotline.flow;

import hotline.flow.Tree.Field;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads voices.yaml and numbers.yaml: what is spoken, and what rings. */
final class NumbersReader {
    private static final String FORMAT = "1";

    private final Problems problems;

    NumbersReader(Problems problems) {
        this.problems = problems;
    }

    /** Languages, the main one first, each with who speaks it. */
    Map<Language, Voice> voices(Section section) {
        Map<Language, Voice> voices = new LinkedHashMap<>();
        VoicesReader reader = new VoicesReader(problems);
        format(section);
        for (Field field : section.rest()) {
            Ref code = new Ref(field.key().value(), field.key().place());
            reader.voice(section, field)
                    .ifPresent(voice -> language(code).ifPresent(language -> voices.put(language, voice)));
        }
        return voices;
    }

    /** The version of the language that the files are written in; the only one there has been is 1, and it need not be said. */
    private void format(Section section) {
        section.findText("format")
                .filter(version -> !version.name().equals(FORMAT))
                .ifPresent(version -> {
                    boolean newer = version.name().matches("[1-9][0-9]{0,5}");
                    problems.add(
                            newer ? Rule.NEWER_FORMAT : Rule.WRONG_VALUE,
                            version.place(),
                            newer ? Phrase.of("format.newer", version, FORMAT) : Phrase.of("format.wrong", version));
                });
    }

    /** The numbers of the hotline; the first serves for any other that is dialled. */
    Map<String, DialledNumber> numbers(Section section, List<Use> uses) {
        Map<String, DialledNumber> numbers = new LinkedHashMap<>();
        for (Section number : section.parts("what.number")) {
            Ref flow = number.text("flow", Phrase.of("means.number-flow"));
            Ref language = number.text("language", Phrase.of("means.number-language"));
            Ref zone = number.text("zone", Phrase.of("means.number-zone"));
            uses.add(new Use(Use.Kind.FLOW, flow));
            uses.add(new Use(Use.Kind.LANGUAGE, language));
            number.close();
            Optional<PhoneNumber> phone = phone(number.title());
            Optional<ZoneId> zoneId = zone(zone);
            Optional<Language> spoken = language(language);
            if (phone.isPresent() && zoneId.isPresent() && spoken.isPresent()) {
                numbers.put(
                        number.title().name(), new DialledNumber(phone.get(), flow.name(), spoken.get(), zoneId.get()));
            }
        }
        return numbers;
    }

    Optional<Language> language(Ref code) {
        if (code.name().matches("[a-z]{2}")) {
            return Optional.of(new Language(code.name()));
        }
        if (!code.name().isEmpty()) {
            problems.add(Rule.WRONG_VALUE, code.place(), Phrase.of("language.code", code));
        }
        return Optional.empty();
    }

    private Optional<PhoneNumber> phone(Ref text) {
        try {
            return Optional.of(new PhoneNumber(text.name()));
        } catch (IllegalArgumentException e) {
            problems.add(Rule.WRONG_PHONE_NUMBER, text.place(), Phrase.of("number.wrong", text));
            return Optional.empty();
        }
    }

    /** A place's zone. An offset, as {@code GMT+7}, is none: it would go wrong wherever clocks change in summer. */
    Optional<ZoneId> zone(Ref text) {
        if (ZoneId.getAvailableZoneIds().contains(text.name())) {
            return Optional.of(ZoneId.of(text.name()));
        }
        if (!text.name().isEmpty()) {
            Phrase hint = Zones.findMeant(text.name())
                    .map(zone -> Phrase.of("hint.near", zone))
                    .orElseGet(() -> Phrase.of("number.zone-form"));
            problems.add(Rule.UNKNOWN_ZONE, text.place(), Phrase.of("number.zone", text, hint));
        }
        return Optional.empty();
    }
}
