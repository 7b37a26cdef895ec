package hotline.rehearsal;

import hotline.exchange.Phone;
import hotline.flow.Passed;
import hotline.flow.Place;
import hotline.phone.CallSid;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The caller's line: what they do, and what they have heard since they last did something. */
final class Line {
    /** Longest sentence, and the longest time until keys are expected. */
    private static final Duration LONGEST_PROMPT = Duration.ofMinutes(2);

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(3);
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Stage stage;
    private final Given given;
    private final Set<CallSid> legs = new LinkedHashSet<>();
    private int heardBefore;
    private int matched;
    private boolean mayPassOver;

    Line(Stage stage, Given given) {
        this.stage = stage;
        this.given = given;
    }

    Optional<PhoneNumber> caller() {
        return given.caller();
    }

    private Phone phone() {
        return stage.phone(Performance.shown(given.caller()).e164());
    }

    void dial() {
        int before = turns().size();
        phone().dial(given.dialled().number().e164());
        look();
        awaitTurnAfter(before);
    }

    void hangUp() {
        if (!phone().isIdle()) {
            phone().callSid().map(CallSid::new).ifPresent(stage.parts().ear()::isOver);
            phone().hangUp();
        }
        stage.pass(MOMENT);
    }

    void answer(Place place, Duration limit) throws UnexpectedException {
        if (!stage.until(phone()::isRinging, limit)) {
            throw new UnexpectedException(place, "the hotline calls back", List.of("nobody rang"));
        }
        int before = turns().size();
        phone().answer();
        look();
        awaitTurnAfter(before);
    }

    void press(Move.Press press) throws UnexpectedException {
        if (!stage.until(() -> phone().isAwaited() || phone().isIdle(), LONGEST_PROMPT) || phone().isIdle()) {
            throw new UnexpectedException(
                    press.place(),
                    press.words(),
                    List.of(phone().isIdle() ? "the call was over" : "no key was expected"));
        }
        int before = turns().size();
        phone().press(press.keys());
        look();
        awaitTurnAfter(before);
    }

    void sayNothing(Place place) throws UnexpectedException {
        if (phone().isIdle()) {
            throw new UnexpectedException(place, "say nothing", List.of("the call was over"));
        }
        awaitTurnAfter(turns().size());
    }

    void speak(Move.Speak speak) throws UnexpectedException {
        int sounds = phone().heard().size();
        boolean tone = stage.until(
                () -> phone().heard().stream()
                        .skip(Math.max(0, sounds - 1L))
                        .anyMatch(sound -> sound.text().equals("beep")),
                LONGEST_PROMPT);
        if (!tone) {
            throw new UnexpectedException(speak.place(), speak.words(), List.of("there was no tone to speak after"));
        }
        phone().say(speak.message());
        awaitTurnAfter(turns().size());
    }

    /** Lets time pass until the call has taken another turn or is over. */
    private void awaitTurnAfter(int before) {
        stage.until(() -> turns().size() > before || phone().isIdle(), LONGEST_SILENCE);
        look();
    }

    /** Keeps the name of the call that the phone is on. */
    void look() {
        phone().callSid().ifPresent(sid -> legs.add(new CallSid(sid)));
    }

    /** The sentences one after the other: the very next ones, unless others were at work. */
    void hear(Move.Hear hear) throws UnexpectedException {
        List<Spoken> all = all();
        List<Expected> wanted = hear.sentences();
        int last = mayPassOver ? all.size() - wanted.size() : matched;
        for (int start = matched; start <= last && start + wanted.size() <= all.size(); start++) {
            if (matches(wanted, all, start)) {
                matched = start + wanted.size();
                return;
            }
        }
        List<String> found = heard().stream()
                .map(spoken -> spoken + "  “" + spoken.text() + "”")
                .toList();
        throw new UnexpectedException(
                hear.place(), hear.words(), found.isEmpty() ? List.of("nothing was said") : found);
    }

    private static boolean matches(List<Expected> wanted, List<Spoken> all, int start) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).matches(all.get(start + i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * What follows is heard after what is done now.
     *
     * @param byOthers whether it is not the caller who acts, so that it is left open what is heard first
     */
    void forgetHeard(boolean byOthers) {
        mayPassOver = byOthers;
        heardBefore = all().size();
        matched = heardBefore;
    }

    /** What was heard since then. */
    List<Spoken> heard() {
        List<Spoken> all = all();
        return all.subList(Math.min(heardBefore, all.size()), all.size());
    }

    private List<Spoken> all() {
        List<Spoken> all = new ArrayList<>();
        turns().forEach(turn -> all.addAll(turn.said()));
        return all;
    }

    List<Ear.Taken> turns() {
        return stage.parts().ear().turns(legs);
    }

    Set<CallSid> legs() {
        return legs;
    }

    /** The step that the call entered last. */
    String stoodAt() {
        List<Passed> passed =
                turns().stream().flatMap(turn -> turn.passed().stream()).toList();
        return passed.isEmpty()
                ? "nowhere"
                : passed.get(passed.size() - 1).flow() + "/"
                        + passed.get(passed.size() - 1).step();
    }
}
