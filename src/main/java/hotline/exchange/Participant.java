package hotline.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A call in a conference, and what it may do there. https://www.twilio.com/docs/voice/api/conference-participant-resource. */
final class Participant {
    private final Network network;
    private final Conference conference;
    private final CallLeg leg;
    private final ParticipantEntry entry;
    private final Consumer<ParticipantExit> whenOut;
    private final Instant createdAt;
    private boolean muted;
    private boolean onHold;
    private boolean endsConference;
    private boolean beepsOnExit;
    private @Nullable String coaches;
    private @Nullable Script sound;
    private boolean connected;

    /**
     * @param whenOut what the call does when the conference lets it go
     */
    Participant(
            Network network,
            Conference conference,
            CallLeg leg,
            ParticipantEntry entry,
            Consumer<ParticipantExit> whenOut) {
        this.network = network;
        this.conference = conference;
        this.leg = leg;
        this.entry = entry;
        this.whenOut = whenOut;
        this.createdAt = network.timeline.now();
        this.muted = entry.muted();
        this.endsConference = entry.endsConference();
        this.beepsOnExit = entry.beep().equals("true") || entry.beep().equals("onExit");
        this.coaches = entry.coaches();
    }

    void connected() {
        connected = true;
    }

    /** Music, or what Hotline wants it to hear, until the conference starts. */
    void await() {
        if (entry.waitUrl() != null) {
            play(new Webhook(entry.waitUrl(), entry.waitMethod(), List.of(), leg.sid()), ScriptScope.WAITING);
        } else if (!entry.silentWait()) {
            hears(Heard.Kind.TONE, "network", "music");
        }
    }

    void stopWaiting() {
        if (!onHold) {
            quiet();
        }
    }

    void hold(boolean hold, @Nullable Webhook music) {
        if (hold == onHold && music == null) {
            return;
        }
        boolean changed = hold != onHold;
        onHold = hold;
        quiet();
        if (hold && music != null) {
            play(music, ScriptScope.WAITING);
        } else if (hold) {
            hears(Heard.Kind.TONE, "network", "hold music");
        }
        if (changed) {
            conference.tell(hold ? "participant-hold" : "participant-unhold", this);
        }
    }

    void mute(boolean mute) {
        if (mute != muted) {
            muted = mute;
            conference.tell(mute ? "participant-mute" : "participant-unmute", this);
        }
    }

    void coach(boolean coaching, @Nullable String callSid) {
        coaches = coaching ? (callSid == null ? coaches : callSid) : null;
        conference.tell("participant-modify", this);
    }

    void endConferenceOnExit(boolean ends) {
        endsConference = ends;
        conference.tell("participant-modify", this);
    }

    void beepOnExit(boolean beeps) {
        beepsOnExit = beeps;
        conference.tell("participant-modify", this);
    }

    void announce(Webhook what) {
        play(what, ScriptScope.ANNOUNCEMENT);
    }

    private void play(Webhook what, ScriptScope scope) {
        quiet();
        Script script = new Script(
                network,
                leg,
                scope,
                List.of(
                        new Parameter("ConferenceSid", conference.sid()),
                        new Parameter("FriendlyName", conference.friendlyName())));
        sound = script;
        if (scope == ScriptScope.WAITING) {
            // "If the request to your waitUrl fails, the conference will not be fully established."
            script.whenBroken(() -> {
                if (!onHold) {
                    conference.leaves(this, ParticipantExit.ADD_FAILED);
                    out(ParticipantExit.ADD_FAILED);
                }
            });
        } else {
            script.whenDone(() -> conference.tell("announcement-end", this));
            script.whenBroken(() -> conference.tell("announcement-fail", this));
        }
        script.fetch(what);
    }

    private void quiet() {
        if (sound != null) {
            sound.interrupt();
            sound = null;
        }
    }

    void gone() {
        quiet();
        connected = false;
    }

    void out(ParticipantExit why) {
        whenOut.accept(why);
    }

    void hears(Heard.Kind kind, String speaker, String text) {
        leg.phone().hears(kind, speaker, text, null, null);
    }

    /** A coach is heard by the one who is coached, and by no one else. */
    boolean isMeantFor(Participant listener) {
        return coaches == null || coaches.equals(listener.leg.sid());
    }

    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("CallSid", leg.sid()));
        parameters.add(new Parameter("Muted", String.valueOf(muted)));
        parameters.add(new Parameter("Hold", String.valueOf(onHold)));
        parameters.add(new Parameter("Coaching", String.valueOf(coaches != null)));
        parameters.add(new Parameter("EndConferenceOnExit", String.valueOf(endsConference)));
        parameters.add(new Parameter("StartConferenceOnEnter", String.valueOf(entry.startsConference())));
        if (entry.label() != null) {
            parameters.add(new Parameter("ParticipantLabel", entry.label()));
        }
        return parameters;
    }

    CallLeg leg() {
        return leg;
    }

    @Nullable
    String label() {
        return entry.label();
    }

    boolean isConnected() {
        return connected;
    }

    boolean isMuted() {
        return muted;
    }

    boolean isOnHold() {
        return onHold;
    }

    @Nullable
    String coaches() {
        return coaches;
    }

    boolean startsConference() {
        return entry.startsConference();
    }

    boolean endsConference() {
        return endsConference;
    }

    boolean beepsOnEnter() {
        return entry.beep().equals("true") || entry.beep().equals("onEnter");
    }

    boolean beepsOnExit() {
        return beepsOnExit;
    }

    Instant createdAt() {
        return createdAt;
    }
}
