package hotline.rehearsal;

import hotline.agent.Presence;
import hotline.exchange.Phone;
import hotline.flow.Place;
import hotline.flow.Question;
import hotline.flow.VoiceFlows;
import hotline.phone.CallSid;
import hotline.phone.PhoneNumber;
import hotline.queue.OpenCallbacks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The agents of an example, and the other caller with whom a busy one speaks. */
final class Crew {
    private static final String OTHER_CALLER = "+628135555000";
    private static final CallSid ELSEWHERE = new CallSid("CA-elsewhere");
    private static final Duration LONGEST_RING = Duration.ofMinutes(3);
    private static final Duration LONGEST_UNTIL_CALLBACK = Duration.ofHours(24);
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private final Stage stage;
    private final Line line;
    private final List<Setting.Cast> cast = new ArrayList<>();
    private final List<Phone> others = new ArrayList<>();

    Crew(Stage stage, Line line) {
        this.stage = stage;
        this.line = line;
    }

    /** The busy ones speak with somebody else before the example begins. */
    void takePlaces(List<Setting.Cast> agents, Given given) throws UnexpectedException {
        cast.addAll(agents);
        for (Setting.Cast agent : cast) {
            if (agent.busy()) {
                Phone other = stage.phone(OTHER_CALLER + (others.size() + 1));
                other.dial(given.dialled().number().e164());
                stage.until(other::isAwaited, LONGEST_RING);
                other.press("0");
                others.add(other);
                takeCall(new Place("", 1, 1));
            }
        }
        stage.parts().ear().forget();
    }

    void perform(Move.Do move) throws UnexpectedException {
        switch (move.deed()) {
            case HANG_UP -> line.hangUp();
            case RING_AGAIN -> line.dial();
            case ANSWER -> line.answer(move.place(), LONGEST_UNTIL_CALLBACK);
            case AGENT_ANSWERS -> takeCall(move.place());
            case AGENT_REFUSES -> ringing(move.place()).reject();
            case AGENT_HANGS_UP -> endConversation(move.place());
            case AGENT_IS_CUT_OFF -> talking(move.place()).hangUp();
            case AGENT_IS_FREE -> freeAgent();
            case AGENTS_GO_HOME -> cast.forEach(this::goHome);
            case CALLBACK_IS_BOOKED -> bookCallback();
            case CALLBACK_IS_CANCELED -> cancelCallback();
        }
        stage.pass(MOMENT);
        line.look();
    }

    private void takeCall(Place place) throws UnexpectedException {
        Phone phone = ringing(place);
        phone.answer();
        stage.until(phone::isAwaited, MOMENT);
        phone.press("1");
        stage.pass(MOMENT);
    }

    private Phone ringing(Place place) throws UnexpectedException {
        if (!stage.until(() -> phones().stream().anyMatch(Phone::isRinging), LONGEST_RING)) {
            throw new UnexpectedException(place, "an agent's phone rings", List.of("no agent was rung"));
        }
        return phones().stream().filter(Phone::isRinging).findFirst().orElseThrow();
    }

    private Phone talking(Place place) throws UnexpectedException {
        Optional<Phone> phone = phones().stream().filter(Phone::isTalking).findFirst();
        if (phone.isEmpty()) {
            throw new UnexpectedException(place, "an agent is on the phone", List.of("no agent spoke with anybody"));
        }
        return phone.get();
    }

    private List<Phone> phones() {
        return cast.stream().map(agent -> stage.phone(agent.phone().e164())).toList();
    }

    private void endConversation(Place place) throws UnexpectedException {
        String phone = talking(place).number();
        cast.stream()
                .filter(agent -> agent.phone().e164().equals(phone))
                .forEach(agent -> stage.write(
                        handle -> stage.parts().acd().controls().hangUp(handle, agent.username(), stage.now())));
    }

    private void freeAgent() {
        others.forEach(Phone::hangUp);
        stage.pass(MOMENT);
        cast.stream()
                .filter(Setting.Cast::busy)
                .forEach(agent -> stage.write(handle -> stage.parts()
                        .acd()
                        .desk()
                        .endWrapUp(handle, agent.username(), "resolved", Optional.empty(), stage.now())));
    }

    private void goHome(Setting.Cast agent) {
        stage.write(handle -> stage.parts()
                .acd()
                .desk()
                .setPresence(handle, agent.username(), Presence.OFFLINE, Optional.empty(), stage.now()));
    }

    /** Not at the instant at which the caller came, or nobody could tell who was first. */
    private void bookCallback() {
        stage.pass(MOMENT);
        Question.BookCallback wish = new Question.BookCallback(
                VoiceFlows.OTHER, VoiceFlows.OTHER, line.caller().map(PhoneNumber::e164), Map.of());
        stage.write(handle -> stage.parts()
                .acd()
                .callbacks()
                .book(
                        handle,
                        ELSEWHERE,
                        wish,
                        Optional.empty(),
                        stage.parts().flows().languages().get(0),
                        stage.now()));
    }

    private void cancelCallback() {
        OpenCallbacks.Ringing caller = new OpenCallbacks.Ringing(ELSEWHERE, line.caller(), false);
        stage.write(handle -> stage.parts().acd().openCallbacks().cancel(handle, caller, stage.now()));
    }
}
