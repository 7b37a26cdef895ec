package hotline.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The network's side of a {@link Phone}: its line, what it does by itself, and what it has heard. Touched inside the timeline. */
final class Handset {
    private final Network network;
    private final String number;
    private final List<Heard> heard = new ArrayList<>();
    private final List<TextMessage> messages = new ArrayList<>();
    private final List<Consumer<PhoneEvent>> listeners = new CopyOnWriteArrayList<>();
    private Phone.State state = Phone.State.IDLE;
    private Phone.Habit habit = Phone.Habit.BY_HAND;
    private Duration answersAfter = Duration.ZERO;
    private boolean landline;
    private @Nullable CallLeg leg;
    private @Nullable Runnable whenAnswered;
    private Timeline.@Nullable Timer habitTimer;
    private @Nullable String otherEnd;
    private String voiceQuery = "";
    private @Nullable Instant since;
    private @Nullable CallStatus lastOutcome;

    Handset(Network network, String number) {
        this.network = network;
        this.number = number;
    }

    void habit(Phone.Habit newHabit, Duration after) {
        habit = newHabit;
        answersAfter = after;
    }

    void landline() {
        landline = true;
    }

    void dial(String to, String query) {
        if (state != Phone.State.IDLE) {
            throw new IllegalStateException(number + " cannot dial: it is " + state);
        }
        state = Phone.State.DIALING;
        otherEnd = to;
        voiceQuery = query;
        since = network.timeline.now();
        lastOutcome = null;
        changed();
        new IncomingCall(network, this, to, query).begin();
    }

    /** The number it dialed is Hotline's, and the call has a name. */
    void dials(CallLeg outgoing) {
        leg = outgoing;
    }

    void press(char key) {
        if (leg != null && state == Phone.State.TALKING) {
            leg.key(key);
        }
    }

    void say(String words) {
        if (leg != null && state == Phone.State.TALKING) {
            network.log.add(CallLine.Kind.INPUT, leg.sid(), number, "says: " + words);
            leg.spoken(words);
        }
    }

    /** Why it cannot even ring; null where it can. */
    @Nullable
    CallStatus refusal() {
        if (habit == Phone.Habit.UNREACHABLE || !(Network.isPhoneNumber(number) || number.contains(":"))) {
            return CallStatus.FAILED;
        }
        return habit == Phone.Habit.BUSY || state != Phone.State.IDLE ? CallStatus.BUSY : null;
    }

    void rings(CallLeg incoming, Runnable answered) {
        leg = incoming;
        whenAnswered = answered;
        state = Phone.State.RINGING;
        otherEnd = incoming.from();
        since = network.timeline.now();
        network.log.add(CallLine.Kind.RING, incoming.sid(), number, "rings, showing " + incoming.from());
        changed();
        if (habit == Phone.Habit.ANSWERS || habit == Phone.Habit.VOICEMAIL) {
            habitTimer = network.timeline.after(answersAfter, this::pickUp);
        }
    }

    void pickUp() {
        if (state == Phone.State.RINGING && leg != null && whenAnswered != null) {
            Runnable then = whenAnswered;
            lineOpens(leg);
            then.run();
        }
    }

    void hangUp() {
        if (leg == null) {
            onHook(CallStatus.NO_ANSWER);
            return;
        }
        switch (state) {
            case RINGING -> leg.end(CallStatus.BUSY);
            case TALKING -> leg.end(CallStatus.COMPLETED);
            case IDLE, DIALING -> leg.end(CallStatus.NO_ANSWER);
        }
    }

    void lineOpens(CallLeg opened) {
        leg = opened;
        state = Phone.State.TALKING;
        since = network.timeline.now();
        changed();
    }

    void lineCloses(CallLeg closed) {
        if (leg == closed) {
            onHook(closed.status());
        }
    }

    /** Whether it still waits for a number where no one is. */
    boolean isOn(String dialed) {
        return state == Phone.State.DIALING && leg == null && dialed.equals(otherEnd);
    }

    void onHook(CallStatus outcome) {
        if (habitTimer != null) {
            habitTimer.cancel();
        }
        leg = null;
        whenAnswered = null;
        state = Phone.State.IDLE;
        since = null;
        lastOutcome = outcome;
        voiceQuery = "";
        changed();
    }

    /** Something sounds; the number that comes back names it when it has been heard to its end. */
    long hears(Heard.Kind kind, String speaker, String text, @Nullable String language, @Nullable String audio) {
        boolean atOnce = kind == Heard.Kind.TONE || kind == Heard.Kind.PERSON;
        Heard sound =
                new Heard(heard.size() + 1L, network.timeline.now(), kind, speaker, text, language, audio, atOnce);
        heard.add(sound);
        String who = kind == Heard.Kind.TONE ? "" : speaker + ": ";
        network.log.add(CallLine.Kind.HEAR, leg == null ? "" : leg.sid(), number, who + text);
        tell(new PhoneEvent(PhoneEvent.Kind.HEARD, sound));
        return sound.id();
    }

    void heardInFull(long id) {
        Heard sound = heard.get((int) id - 1).toTheEnd();
        heard.set((int) id - 1, sound);
        tell(new PhoneEvent(PhoneEvent.Kind.HEARD_IN_FULL, sound));
    }

    void shows(TextMessage message) {
        messages.add(message);
        tell(new PhoneEvent(PhoneEvent.Kind.MESSAGE, message));
    }

    /** Its state, or whether keys are awaited, is another one now. */
    void changed() {
        tell(new PhoneEvent(PhoneEvent.Kind.STATE, state));
    }

    private void tell(PhoneEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    void listen(Consumer<PhoneEvent> listener) {
        listeners.add(listener);
    }

    void unlisten(Consumer<PhoneEvent> listener) {
        listeners.remove(listener);
    }

    String number() {
        return number;
    }

    Phone.State state() {
        return state;
    }

    boolean isMachine() {
        return habit == Phone.Habit.VOICEMAIL;
    }

    boolean isLandline() {
        return landline;
    }

    boolean isAwaited() {
        return leg != null && leg.awaitsKeys();
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    List<TextMessage> messages() {
        return List.copyOf(messages);
    }

    Optional<CallLeg> leg() {
        return Optional.ofNullable(leg);
    }

    Optional<String> otherEnd() {
        return Optional.ofNullable(otherEnd);
    }

    /** What the call that it makes has added to the address; empty if nothing. */
    String voiceQuery() {
        return voiceQuery;
    }

    Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    Optional<CallStatus> lastOutcome() {
        return Optional.ofNullable(lastOutcome);
    }
}
