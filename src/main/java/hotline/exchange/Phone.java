package hotline.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A phone that is not Hotline's: a caller's, an agent's. It can be driven by hand, from a page, a terminal or a test, or be left
 * to its {@link Habit}. Safe to use from any thread; in virtual time everything it does has had its effect when the method
 * returns, and no time has passed.
 */
public final class Phone {
    /** What the phone is doing. */
    public enum State {
        /** On the hook. */
        IDLE,
        /** It has dialed, and waits for an answer. */
        DIALING,
        /** Someone calls it. */
        RINGING,
        /** Connected. */
        TALKING
    }

    /** What it does by itself when it is rung. */
    public enum Habit {
        /** Rings until someone answers it. */
        BY_HAND,
        /** A person answers after a while. */
        ANSWERS,
        /** A machine answers after a while, and never presses a key. */
        VOICEMAIL,
        /** Rings for ever. */
        NEVER_ANSWERS,
        /** Always busy. */
        BUSY,
        /** Switched off, or there is no such number. */
        UNREACHABLE
    }

    private final Network network;
    private final String number;
    private final List<Heard> heard = new ArrayList<>();
    private final List<TextMessage> messages = new ArrayList<>();
    private final List<Consumer<PhoneEvent>> listeners = new CopyOnWriteArrayList<>();
    private State state = State.IDLE;
    private Habit habit = Habit.BY_HAND;
    private Duration answersAfter = Duration.ofSeconds(3);
    private boolean landline;
    private @Nullable CallLeg leg;
    private @Nullable Runnable whenAnswered;
    private Timeline.@Nullable Timer habitTimer;
    private @Nullable String otherEnd;
    private @Nullable Instant since;
    private @Nullable CallStatus lastOutcome;

    Phone(Network network, String number) {
        this.network = network;
        this.number = number;
    }

    /** What the phone does when it is rung; a machine or person answers after so long. */
    public Phone habit(Habit newHabit, Duration after) {
        return act(() -> {
            habit = newHabit;
            answersAfter = after;
        });
    }

    /** A phone that cannot show text messages: they end undelivered (https://www.twilio.com/docs/api/errors/30006). */
    public Phone landline() {
        return act(() -> {
            landline = true;
        });
    }

    /**
     * Dials.
     *
     * @throws IllegalStateException where the phone is in use
     */
    public Phone dial(String to) {
        return act(() -> {
            if (state != State.IDLE) {
                throw new IllegalStateException(number + " cannot dial: it is " + state);
            }
            state = State.DIALING;
            otherEnd = to;
            since = network.timeline.now();
            lastOutcome = null;
            changed();
            new IncomingCall(network, this, to).begin();
        });
    }

    /**
     * Presses keys, one after the other. Keys pressed while the network fetches what to do next go unheard, as on a real line.
     *
     * @param keys of 0-9, * and #
     */
    public Phone press(String keys) {
        if (!keys.matches("[0-9*#]*")) {
            throw new IllegalArgumentException("not keys of a phone: " + keys);
        }
        return act(() -> {
            for (int i = 0; i < keys.length(); i++) {
                if (leg != null && state == State.TALKING) {
                    leg.key(keys.charAt(i));
                }
            }
        });
    }

    /** The person at this phone says something. */
    public Phone say(String words) {
        return act(() -> {
            if (leg != null && state == State.TALKING) {
                network.log.add(CallLine.Kind.INPUT, leg.sid(), number, "says: " + words);
                leg.spoken(words);
            }
        });
    }

    /** Answers a call that rings; does nothing otherwise. */
    public Phone answer() {
        return act(this::pickUp);
    }

    /** Refuses a call that rings: the other end hears that the line is busy. */
    public Phone reject() {
        return act(() -> {
            if (state == State.RINGING && leg != null) {
                leg.end(CallStatus.BUSY);
            }
        });
    }

    /** Hangs up; does nothing to a phone on the hook. */
    public Phone hangUp() {
        return act(() -> {
            if (state == State.RINGING && leg != null) {
                leg.end(CallStatus.BUSY);
            } else if (leg != null) {
                leg.end(state == State.TALKING ? CallStatus.COMPLETED : CallStatus.NO_ANSWER);
            } else {
                onHook(CallStatus.NO_ANSWER);
            }
        });
    }

    /** Sends a text message. */
    public Phone text(String to, String body) {
        return act(() -> network.messages.fromPhone(this, to, body));
    }

    /** All that was heard, oldest first, over all calls. */
    public List<Heard> heard() {
        return look(() -> List.copyOf(heard));
    }

    /** The words that Hotline's voice spoke, oldest first. */
    public List<String> words() {
        return look(() -> heard.stream()
                .filter(h -> h.kind() == Heard.Kind.SPEECH)
                .map(Heard::text)
                .toList());
    }

    /** Messages received and sent, oldest first. */
    public List<TextMessage> messages() {
        return look(() -> List.copyOf(messages));
    }

    /** The number, or {@code client:…} or {@code sip:…}. */
    public String number() {
        return number;
    }

    /** What it is doing. */
    public State state() {
        return look(() -> state);
    }

    /** Whether someone calls it. */
    public boolean isRinging() {
        return state() == State.RINGING;
    }

    /** Whether it is connected. */
    public boolean isTalking() {
        return state() == State.TALKING;
    }

    /** Whether it is on the hook. */
    public boolean isIdle() {
        return state() == State.IDLE;
    }

    /** Whether Hotline waits for keys from this phone, a prompt still playing or not. */
    public boolean isAwaited() {
        return look(() -> leg != null && leg.awaitsKeys());
    }

    /** Who is, or would be, at the other end: the number dialed, or the number shown while ringing. */
    public Optional<String> otherEnd() {
        return look(() -> Optional.ofNullable(otherEnd));
    }

    /** Since when the phone has been in its state, on a call. */
    public Optional<Instant> since() {
        return look(() -> Optional.ofNullable(since));
    }

    /** SID of the call it is on. */
    public Optional<String> callSid() {
        return look(() -> Optional.ofNullable(leg).map(CallLeg::sid));
    }

    /** How its last call ended, as Twilio says it: completed, busy, no-answer, failed. */
    public Optional<String> lastOutcome() {
        return look(() -> Optional.ofNullable(lastOutcome).map(CallStatus::text));
    }

    /** Tells of everything that this phone shows, as it happens; called inside the network, so it must be quick. */
    void listen(Consumer<PhoneEvent> listener) {
        listeners.add(listener);
    }

    void unlisten(Consumer<PhoneEvent> listener) {
        listeners.remove(listener);
    }

    @Nullable
    CallStatus refusal() {
        if (habit == Habit.UNREACHABLE || !(Network.isPhoneNumber(number) || number.contains(":"))) {
            return CallStatus.FAILED;
        }
        return habit == Habit.BUSY || state != State.IDLE ? CallStatus.BUSY : null;
    }

    boolean isMachine() {
        return habit == Habit.VOICEMAIL;
    }

    boolean isLandline() {
        return landline;
    }

    void rings(CallLeg incoming, Runnable answered) {
        leg = incoming;
        whenAnswered = answered;
        state = State.RINGING;
        otherEnd = incoming.from();
        since = network.timeline.now();
        network.log.add(CallLine.Kind.RING, incoming.sid(), number, "rings, showing " + incoming.from());
        changed();
        if (habit == Habit.ANSWERS || habit == Habit.VOICEMAIL) {
            habitTimer = network.timeline.after(answersAfter, this::pickUp);
        }
    }

    private void pickUp() {
        if (state == State.RINGING && leg != null && whenAnswered != null) {
            Runnable then = whenAnswered;
            lineOpens(leg);
            then.run();
        }
    }

    /** The number it dialed is Hotline's, and the call has a name. */
    void dials(CallLeg outgoing) {
        leg = outgoing;
    }

    /** Whether it still waits for a number where no one is. */
    boolean isOn(String dialed) {
        return state == State.DIALING && leg == null && dialed.equals(otherEnd);
    }

    void lineOpens(CallLeg opened) {
        leg = opened;
        state = State.TALKING;
        since = network.timeline.now();
        changed();
    }

    void lineCloses(CallLeg closed) {
        if (leg == closed) {
            onHook(closed.status());
        }
    }

    void onHook(CallStatus outcome) {
        if (habitTimer != null) {
            habitTimer.cancel();
        }
        leg = null;
        whenAnswered = null;
        state = State.IDLE;
        since = null;
        lastOutcome = outcome;
        changed();
    }

    long hears(Heard.Kind kind, String speaker, String text, @Nullable String language, @Nullable String audio) {
        Heard sound = new Heard(
                heard.size() + 1L,
                network.timeline.now(),
                kind,
                speaker,
                text,
                language,
                audio,
                kind == Heard.Kind.TONE || kind == Heard.Kind.PERSON);
        heard.add(sound);
        String about = leg == null ? "" : leg.sid();
        String who = kind == Heard.Kind.TONE ? "" : speaker + ": ";
        network.log.add(CallLine.Kind.HEAR, about, number, who + text);
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

    private Phone act(Runnable deed) {
        network.timeline.inside(deed);
        network.settle();
        return this;
    }

    private <T> T look(Supplier<T> view) {
        return network.timeline.inside(view);
    }
}
