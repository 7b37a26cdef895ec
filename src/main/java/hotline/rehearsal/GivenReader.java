package hotline.rehearsal;

import hotline.flow.DialledNumber;
import hotline.flow.Nearest;
import hotline.flow.Problems;
import hotline.flow.QueueRules;
import hotline.flow.Ref;
import hotline.flow.Rule;
import hotline.flow.Section;
import hotline.flow.Tree;
import hotline.flow.VoiceFlows;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the part {@code given} of an example: the world in which the call is made. What is left out is as on any day. */
final class GivenReader {
    /** Who calls unless said otherwise; an Indonesian mobile number. */
    static final PhoneNumber USUAL_CALLER = new PhoneNumber("+6281234567890");

    /** A working Monday morning. */
    static final LocalDateTime USUAL_TIME = LocalDateTime.parse("2026-11-23T10:00");

    private static final String DOWN = "unavailable";

    private final VoiceFlows flows;
    private final Problems problems;
    private final Words words;

    GivenReader(VoiceFlows flows, Problems problems) {
        this.flows = flows;
        this.problems = problems;
        this.words = new Words(problems);
    }

    Given read(Optional<Section> given) {
        return given.map(this::read)
                .orElseGet(() -> new Given(
                        Optional.of(USUAL_CALLER),
                        flows.numbers().get(0),
                        USUAL_TIME.atZone(flows.numbers().get(0).zone()).toInstant(),
                        false,
                        false,
                        0,
                        VoiceFlows.OTHER,
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private Given read(Section section) {
        Optional<PhoneNumber> caller = words.caller(section, "caller", Optional.of(USUAL_CALLER));
        DialledNumber dialled = dialled(section);
        LocalDateTime at = words.time(section, "at").orElse(USUAL_TIME);
        Instant instant = at.atZone(dialled.zone()).toInstant();
        LocalDate today = LocalDate.ofInstant(instant, shopZone());
        boolean optedOut = words.yes(section, "opted-out");
        Map.Entry<String, Integer> waiting = waiting(section);
        boolean down = section.tree("orders")
                .filter(tree -> tree instanceof Tree.Text text && text.value().equals(DOWN))
                .isPresent();
        List<GivenOrder> orders =
                down ? List.of() : new CaseReader(flows, problems).orders(section.sections("orders"), caller, today);
        List<GivenTicket> tickets = new CaseReader(flows, problems).tickets(section.sections("tickets"), caller, today);
        List<GivenAgent> agents = agents(section.sections("agents"));
        section.close();
        return new Given(
                caller,
                dialled,
                instant,
                down,
                optedOut,
                waiting.getValue(),
                waiting.getKey(),
                orders,
                tickets,
                agents);
    }

    private ZoneId shopZone() {
        return flows.numbers().get(0).zone();
    }

    /** The number of the hotline that is rung: the one that is named, or the first one that speaks the language. */
    private DialledNumber dialled(Section section) {
        Optional<Ref> number = section.findText("dialled");
        Optional<Ref> language = section.findText("language");
        List<String> known = flows.numbers().stream()
                .map(DialledNumber::number)
                .map(PhoneNumber::e164)
                .toList();
        if (number.isPresent() && !known.contains(number.get().name())) {
            problems.add(
                    Rule.WRONG_VALUE,
                    number.get().place(),
                    "`" + number.get() + "` is not a number of the hotline"
                            + Nearest.hint(number.get().name(), known));
        }
        List<String> languages = flows.numbers().stream()
                .map(one -> one.language().code())
                .distinct()
                .toList();
        if (language.isPresent() && !languages.contains(language.get().name())) {
            problems.add(
                    Rule.WRONG_VALUE,
                    language.get().place(),
                    "no number of the hotline begins in `" + language.get() + "`"
                            + Nearest.hint(language.get().name(), languages));
        }
        return flows.numbers().stream()
                .filter(one -> number.isEmpty()
                        || one.number().e164().equals(number.get().name()))
                .filter(one -> language.isEmpty()
                        || one.language().code().equals(language.get().name()))
                .findFirst()
                .orElse(flows.numbers().get(0));
    }

    private Map.Entry<String, Integer> waiting(Section section) {
        Map<Ref, Ref> pairs = section.pairs("waiting");
        pairs.keySet().stream()
                .skip(1)
                .forEach(queue -> problems.add(
                        Rule.WRONG_VALUE,
                        queue.place(),
                        "others can wait in one queue only; take `" + queue + "` out"));
        return pairs.entrySet().stream()
                .findFirst()
                .map(pair -> Map.entry(
                        words.oneOf(pair.getKey(), "queue", queues()),
                        words.number(pair.getValue(), "how many wait", 500)))
                .orElse(Map.entry(VoiceFlows.OTHER, 0));
    }

    private List<String> queues() {
        return flows.queues().stream().map(QueueRules::skill).toList();
    }

    private List<GivenAgent> agents(List<Section> sections) {
        List<GivenAgent> agents = new ArrayList<>();
        for (Section section : sections) {
            String name = section.text("name", "what callers are told").name();
            Optional<PhoneNumber> phone = words.caller(section, "phone", Optional.empty());
            List<String> skills = new ArrayList<>();
            section.texts("skills").forEach(skill -> skills.add(words.oneOf(skill, "queue", queues())));
            List<Language> languages = new ArrayList<>();
            List<String> codes = flows.languages().stream().map(Language::code).toList();
            section.texts("languages").stream()
                    .map(code -> words.oneOf(code, "language", codes))
                    .filter(codes::contains)
                    .forEach(code -> languages.add(new Language(code)));
            boolean busy = words.yes(section, "busy");
            section.close();
            agents.add(new GivenAgent(
                    name,
                    phone,
                    skills.isEmpty() ? queues() : skills,
                    languages.isEmpty() ? flows.languages() : languages,
                    busy));
        }
        return agents;
    }
}
