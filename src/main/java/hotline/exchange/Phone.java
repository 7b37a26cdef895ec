package hotline.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
    private final Handset handset;

    Phone(Network network, Handset handset) {
        this.network = network;
        this.handset = handset;
    }

    /** What the phone does when it is rung; a machine or person answers after so long. */
    public Phone habit(Habit habit, Duration after) {
        return act(() -> handset.habit(habit, after));
    }

    /** A phone that cannot show text messages: they end undelivered (https://www.twilio.com/docs/api/errors/30006). */
    public Phone landline() {
        return act(handset::landline);
    }

    /**
     * Dials.
     *
     * @throws IllegalStateException where the phone is in use
     */
    public Phone dial(String to) {
        return dial(to, "");
    }

    /**
     * Dials a number as if its "a call comes in" were set to an address with this query; its other addresses stay.
     *
     * @param voiceQuery as {@code name=value}; nothing is added if it is empty
     * @throws IllegalArgumentException for what is no query of letters, digits, colons, and hyphens
     * @throws IllegalStateException where the phone is in use
     */
    public Phone dial(String to, String voiceQuery) {
        if (!voiceQuery.matches("([a-z]+=[A-Za-z0-9:-]*(&(?=.)|$))*")) {
            throw new IllegalArgumentException("not a query of plain names and values: " + voiceQuery);
        }
        return act(() -> handset.dial(to, voiceQuery));
    }

    /**
     * Presses keys, one after the other. Keys pressed while the network fetches what to do next go unheard, as on a real line.
     *
     * @param keys of 0-9, * and #
     * @throws IllegalArgumentException for any other
     */
    public Phone press(String keys) {
        if (!keys.matches("[0-9*#]*")) {
            throw new IllegalArgumentException("not keys of a phone: " + keys);
        }
        return act(() -> {
            for (int i = 0; i < keys.length(); i++) {
                handset.press(keys.charAt(i));
            }
        });
    }

    /** The person at this phone says something. */
    public Phone say(String words) {
        return act(() -> handset.say(words));
    }

    /** Answers a call that rings; does nothing otherwise. */
    public Phone answer() {
        return act(handset::pickUp);
    }

    /** Refuses a call that rings, so that the other end finds the line busy; does nothing otherwise. */
    public Phone reject() {
        return act(() -> {
            if (handset.state() == State.RINGING) {
                handset.hangUp();
            }
        });
    }

    /** Hangs up, or refuses a call that rings; does nothing to a phone on the hook. */
    public Phone hangUp() {
        return act(() -> {
            if (handset.state() != State.IDLE) {
                handset.hangUp();
            }
        });
    }

    /** Sends a text message. */
    public Phone text(String to, String body) {
        return act(() -> network.messages.fromPhone(handset, to, body));
    }

    /** All that was heard, oldest first, over all calls. */
    public List<Heard> heard() {
        return look(handset::heard);
    }

    /** The words that were spoken by a synthesized voice, oldest first. */
    public List<String> words() {
        return heard().stream()
                .filter(sound -> sound.kind() == Heard.Kind.SPEECH)
                .map(Heard::text)
                .toList();
    }

    /** Messages received and sent, oldest first. */
    public List<TextMessage> messages() {
        return look(handset::messages);
    }

    /** The number, or {@code client:…} or {@code sip:…}. */
    public String number() {
        return handset.number();
    }

    /** What it is doing. */
    public State state() {
        return look(handset::state);
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
        return look(handset::isAwaited);
    }

    /** Who is at the other end, or was: the number dialed, or the number shown while ringing. */
    public Optional<String> otherEnd() {
        return look(handset::otherEnd);
    }

    /** The query that the call it makes was dialed with; empty if none, or it makes no call. */
    public String voiceQuery() {
        return look(handset::voiceQuery);
    }

    /** Since when the phone has been in its state, on a call. */
    public Optional<Instant> since() {
        return look(handset::since);
    }

    /** SID of the call it is on. */
    public Optional<String> callSid() {
        return look(() -> handset.leg().map(CallLeg::sid));
    }

    /** How its last call ended, as Twilio says it: completed, busy, no-answer, canceled, failed. */
    public Optional<String> lastOutcome() {
        return look(() -> handset.lastOutcome().map(CallStatus::text));
    }

    /** Tells of everything that this phone shows, as it happens; called inside the network, so it must be quick. */
    void listen(Consumer<PhoneEvent> listener) {
        handset.listen(listener);
    }

    void unlisten(Consumer<PhoneEvent> listener) {
        handset.unlisten(listener);
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
