package hotline.exchange;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells Hotline what goes on in a conference: …/docs/voice/twiml/conference, "statusCallback", "Request Parameters". */
final class ConferenceEvents {
    private final Network network;
    private final Conference conference;
    private final URI url;
    private final String method;
    private final Set<String> wanted;
    private int sequence;

    /**
     * @param wanted of start, end, join, leave, mute, hold, modify, speaker, announcement
     */
    ConferenceEvents(Network network, Conference conference, URI url, String method, Set<String> wanted) {
        this.network = network;
        this.conference = conference;
        this.url = url;
        this.method = method;
        this.wanted = wanted;
    }

    void tell(String event, @Nullable Participant participant) {
        List<Parameter> more = new ArrayList<>();
        if (event.equals("conference-end")) {
            conference.endedBy().ifPresent(by -> more.add(new Parameter("CallSidEndingConference", by)));
            conference.reasonEnded().ifPresent(end -> {
                more.add(new Parameter("ReasonConferenceEnded", end.text()));
                more.add(new Parameter("Reason", end.text().replace('-', ' ')));
            });
        }
        send(event, participant, more);
    }

    void left(Participant participant, ParticipantExit why) {
        List<Parameter> more = new ArrayList<>();
        more.add(new Parameter(
                "ParticipantCallStatus", participant.leg().status().text()));
        more.add(new Parameter("ReasonParticipantLeft", why.text()));
        send("participant-leave", participant, more);
    }

    private void send(String event, @Nullable Participant participant, List<Parameter> more) {
        if (!wanted.contains(kind(event))) {
            return;
        }
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("ConferenceSid", conference.sid()));
        parameters.add(new Parameter("FriendlyName", conference.friendlyName()));
        parameters.add(new Parameter("AccountSid", network.settings.accountSid()));
        parameters.add(new Parameter("SequenceNumber", String.valueOf(++sequence)));
        parameters.add(new Parameter("Timestamp", Urls.date(network.timeline.now())));
        parameters.add(new Parameter("StatusCallbackEvent", event));
        if (participant != null) {
            parameters.addAll(participant.parameters());
        }
        parameters.addAll(more);
        network.webhooks.tell(new Webhook(url, method, List.copyOf(parameters), conference.sid()));
    }

    /** {@code participant-unmute} is an event of the kind {@code mute}. */
    private static String kind(String event) {
        String kind = event.substring(event.indexOf('-') + 1);
        return switch (kind) {
            case "unmute" -> "mute";
            case "unhold" -> "hold";
            case "speech-start", "speech-stop" -> "speaker";
            default -> event.startsWith("announcement") ? "announcement" : kind;
        };
    }
}
