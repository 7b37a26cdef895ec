package hotline.exchange;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A room in which calls meet. https://www.twilio.com/docs/voice/twiml/conference: it starts with the second participant, once one
 * of them has {@code startConferenceOnEnter}; it ends with the last, or with one who has {@code endConferenceOnExit}.
 */
final class Conference {
    /** Why it ended, in Twilio's words ("ReasonConferenceEnded"). */
    enum End {
        VIA_API("conference-ended-via-api"),
        EXIT_LEFT("participant-with-end-conference-on-exit-left"),
        EXIT_KICKED("participant-with-end-conference-on-exit-kicked"),
        LAST_LEFT("last-participant-left"),
        LAST_KICKED("last-participant-kicked");

        private final String text;

        End(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    private final Network network;
    private final String sid;
    private final String friendlyName;
    private final Instant createdAt;
    private final Map<String, Participant> participants = new LinkedHashMap<>();
    private Instant updatedAt;
    private boolean started;
    private @Nullable End end;
    private @Nullable String endedBy;
    private @Nullable ConferenceEvents events;

    Conference(Network network, String friendlyName) {
        this.network = network;
        this.sid = network.sids.conference();
        this.friendlyName = friendlyName;
        this.createdAt = network.timeline.now();
        this.updatedAt = createdAt;
    }

    /** "The first participant to join sets the events; subsequent ones are ignored." */
    void reportTo(@Nullable URI url, String method, Set<String> which) {
        if (events == null && url != null) {
            events = new ConferenceEvents(network, this, url, method, which);
        }
    }

    /** Lets a call in, and says whether there was room and its label was free. */
    boolean join(Participant participant, int most) {
        boolean taken = participant.label() != null
                && participants.values().stream()
                        .anyMatch(p -> participant.label().equals(p.label()));
        if (isCompleted() || connected().size() >= most || taken) {
            if (taken) {
                network.complaints.add(
                        16025,
                        "two participants with one label",
                        participant.leg().sid(),
                        null);
            }
            return false;
        }
        participants.put(participant.leg().sid(), participant);
        return true;
    }

    /** The call of one who was let in is there, and can hear. */
    void enters(Participant participant) {
        updatedAt = network.timeline.now();
        participant.connected();
        tell("participant-join", participant);
        note(participant, "joined");
        if (!started && connected().size() >= 2 && connected().stream().anyMatch(Participant::startsConference)) {
            started = true;
            tell("conference-start", null);
            connected().forEach(Participant::stopWaiting);
        }
        if (!started) {
            participant.await();
        } else if (participant.beepsOnEnter()) {
            others(participant).forEach(p -> p.hears(Heard.Kind.TONE, "network", "beep"));
        }
    }

    /** A participant leaves; the conference may end with it. */
    void leaves(Participant participant, ParticipantExit why) {
        if (participants.remove(participant.leg().sid()) == null) {
            return;
        }
        updatedAt = network.timeline.now();
        boolean wasIn = participant.isConnected();
        participant.gone();
        if (events != null) {
            events.left(participant, why);
        }
        note(participant, "left");
        if (wasIn && participant.beepsOnExit()) {
            connected().forEach(p -> p.hears(Heard.Kind.TONE, "network", "beep"));
        }
        boolean kicked = why == ParticipantExit.KICKED;
        if (wasIn && participant.endsConference()) {
            end(kicked ? End.EXIT_KICKED : End.EXIT_LEFT, participant.leg().sid());
        } else if (participants.isEmpty()) {
            end(kicked ? End.LAST_KICKED : End.LAST_LEFT, participant.leg().sid());
        }
    }

    /** Ends it for everyone; does nothing to one that has ended. */
    void end(End why, @Nullable String by) {
        if (end != null) {
            return;
        }
        end = why;
        endedBy = by;
        ParticipantExit exit = why == End.VIA_API ? ParticipantExit.ENDED_VIA_API : ParticipantExit.MODERATOR_ENDED;
        for (Participant participant : List.copyOf(participants.values())) {
            participants.remove(participant.leg().sid());
            participant.gone();
            if (events != null) {
                events.left(participant, exit);
            }
            participant.out(exit);
        }
        tell("conference-end", null);
    }

    /** A person in the room speaks: who hears it depends on who is muted, on hold, and coaching whom. */
    void spoken(Participant speaker, String words) {
        if (!started || speaker.isMuted() || speaker.isOnHold()) {
            return;
        }
        for (Participant listener : others(speaker)) {
            if (!listener.isOnHold() && speaker.isMeantFor(listener)) {
                listener.hears(Heard.Kind.PERSON, speaker.leg().phone().number(), words);
            }
        }
    }

    void tell(String event, @Nullable Participant participant) {
        if (events != null) {
            events.tell(event, participant);
        }
    }

    private void note(Participant participant, String did) {
        CallLeg leg = participant.leg();
        network.log.add(CallLine.Kind.CONFERENCE, leg.sid(), leg.phone().number(), did + " " + friendlyName);
    }

    private List<Participant> connected() {
        return participants.values().stream().filter(Participant::isConnected).toList();
    }

    private List<Participant> others(Participant one) {
        List<Participant> others = new ArrayList<>(connected());
        others.remove(one);
        return others;
    }

    /** By the call's SID or the participant's label. */
    Optional<Participant> findParticipant(String name) {
        return participants.values().stream()
                .filter(p -> p.leg().sid().equals(name) || name.equals(p.label()))
                .findFirst();
    }

    List<Participant> participants() {
        return List.copyOf(participants.values());
    }

    String sid() {
        return sid;
    }

    String friendlyName() {
        return friendlyName;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    boolean isStarted() {
        return started;
    }

    boolean isCompleted() {
        return end != null;
    }

    /** https://www.twilio.com/docs/voice/api/conference-resource, "Conference status values". */
    String status() {
        if (isCompleted()) {
            return "completed";
        }
        return started ? "in-progress" : "init";
    }

    Optional<End> reasonEnded() {
        return Optional.ofNullable(end);
    }

    Optional<String> endedBy() {
        return Optional.ofNullable(endedBy);
    }
}
