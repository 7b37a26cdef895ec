package hotline.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hotline.exchange.RestApi.RestAnswer;
import hotline.exchange.rest.RestException;
import hotline.exchange.rest.RestRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Participants of conferences. https://www.twilio.com/docs/voice/api/conference-participant-resource. */
final class ParticipantsApi {
    /** "Timeout" and "MaxParticipants", defaults. */
    private static final int TIMEOUT_SECONDS = 60;

    private static final int MOST_PARTICIPANTS = 250;

    private final Network network;

    ParticipantsApi(Network network) {
        this.network = network;
    }

    void register(Map<String, Function<RestRequest, RestAnswer>> handlers) {
        handlers.put("GET /Conferences/*/Participants.json", this::list);
        handlers.put("POST /Conferences/*/Participants.json", this::create);
        handlers.put("GET /Conferences/*/Participants/*.json", request -> {
            Conference conference = conference(request);
            return new RestAnswer(200, json(conference, participant(conference, request)));
        });
        handlers.put("POST /Conferences/*/Participants/*.json", this::update);
        handlers.put("DELETE /Conferences/*/Participants/*.json", this::delete);
    }

    private Conference conference(RestRequest request) {
        return network.findConference(request.names().get(0))
                .filter(c -> !c.isCompleted())
                .orElseThrow(() -> RestException.notFound(request.path()));
    }

    private static Participant participant(Conference conference, RestRequest request) {
        return conference
                .findParticipant(request.names().get(1))
                .orElseThrow(() -> RestException.notFound(request.path()));
    }

    private RestAnswer list(RestRequest request) {
        Conference conference = conference(request);
        List<Participant> participants = conference.participants().stream()
                .filter(p -> request.find("Muted")
                        .map(v -> Boolean.parseBoolean(v) == p.isMuted())
                        .orElse(true))
                .filter(p -> request.find("Hold")
                        .map(v -> Boolean.parseBoolean(v) == p.isOnHold())
                        .orElse(true))
                .filter(p -> request.find("Coaching")
                        .map(v -> Boolean.parseBoolean(v) == (p.coaches() != null))
                        .orElse(true))
                .toList();
        return new RestAnswer(200, Json.page(network, request, "participants", participants, p -> json(conference, p)));
    }

    /** Dials someone into a conference; a name that is no SID creates the conference. */
    private RestAnswer create(RestRequest request) {
        String name = request.names().get(0);
        Conference conference =
                name.matches("CF[0-9a-f]{32}") ? conference(request) : network.conference(decoded(name));
        ParticipantEntry entry = entry(request);
        CallLeg leg = CallsApi.outbound(network, request);
        conference.reportTo(
                request.url("ConferenceStatusCallback").orElse(null),
                request.text("ConferenceStatusCallbackMethod", "POST"),
                conferenceEvents(request));
        Participant participant = new Participant(
                network,
                conference,
                leg,
                entry,
                why -> leg.end(leg.status() == CallStatus.IN_PROGRESS ? CallStatus.COMPLETED : CallStatus.CANCELED));
        if (!conference.join(participant, request.number("MaxParticipants", MOST_PARTICIPANTS))) {
            leg.end(CallStatus.CANCELED);
            throw RestException.refusal(400, 16020, "The conference is full, or the label is taken");
        }
        leg.whenEnded(() -> conference.leaves(
                participant, leg.startedAt().isPresent() ? ParticipantExit.HUNG_UP : ParticipantExit.ADD_FAILED));
        Duration longest = Duration.ofSeconds(request.number("TimeLimit", (int) CallLeg.LONGEST_CALL.toSeconds()));
        new Dialing(network, leg, longest, null, () -> leg.attach(new Seat(conference, participant)))
                .begin(Duration.ofSeconds(request.number("Timeout", TIMEOUT_SECONDS)));
        return new RestAnswer(201, json(conference, participant));
    }

    private static String decoded(String name) {
        return URLDecoder.decode(name, StandardCharsets.UTF_8);
    }

    /** "start end" is the default here, as it is not in TwiML. */
    private static Set<String> conferenceEvents(RestRequest request) {
        Set<String> events = request.words("ConferenceStatusCallbackEvent");
        return events.isEmpty() ? Set.of("start", "end") : events;
    }

    private static ParticipantEntry entry(RestRequest request) {
        String coached = request.text("CallSidToCoach", "");
        if (request.flag("Coaching", false) && coached.isEmpty()) {
            throw RestException.mistake(400, 20422, "Coaching without CallSidToCoach");
        }
        return new ParticipantEntry(
                request.find("Label").orElse(null),
                request.flag("Muted", false),
                request.flag("StartConferenceOnEnter", true),
                request.flag("EndConferenceOnExit", false),
                request.text("Beep", "true"),
                request.url("WaitUrl").orElse(null),
                request.parameters().containsKey("WaitUrl")
                        && request.find("WaitUrl").isEmpty(),
                request.text("WaitMethod", "POST"),
                coached.isEmpty() ? null : coached);
    }

    private RestAnswer update(RestRequest request) {
        Conference conference = conference(request);
        Participant participant = participant(conference, request);
        if (!participant.isConnected()) {
            throw RestException.notFound(request.path());
        }
        checkCoaching(conference, participant, request);
        request.find("Muted").ifPresent(muted -> participant.mute(request.flag("Muted", false)));
        request.find("Hold")
                .ifPresent(hold -> participant.hold(
                        request.flag("Hold", false),
                        webhook(request, "HoldUrl", request.text("HoldMethod", "GET"), participant)));
        if (request.find("Coaching").isPresent()
                || request.find("CallSidToCoach").isPresent()) {
            participant.coach(
                    request.flag("Coaching", true),
                    request.find("CallSidToCoach").orElse(null));
        }
        request.find("EndConferenceOnExit")
                .ifPresent(ends -> participant.endConferenceOnExit(request.flag("EndConferenceOnExit", false)));
        request.find("BeepOnExit").ifPresent(beeps -> participant.beepOnExit(request.flag("BeepOnExit", false)));
        Webhook announcement = webhook(request, "AnnounceUrl", request.text("AnnounceMethod", "POST"), participant);
        if (announcement != null) {
            participant.announce(announcement);
        }
        return new RestAnswer(200, json(conference, participant));
    }

    /** "If true, call_sid_to_coach must be defined"; and whoever is coached must be there. */
    private static void checkCoaching(Conference conference, Participant participant, RestRequest request) {
        Optional<String> coached = request.find("CallSidToCoach").or(() -> Optional.ofNullable(participant.coaches()));
        if (request.flag("Coaching", false) && coached.isEmpty()) {
            throw RestException.mistake(400, 20422, "Coaching without CallSidToCoach");
        }
        if (request.find("CallSidToCoach").flatMap(conference::findParticipant).isEmpty()
                && request.find("CallSidToCoach").isPresent()) {
            throw RestException.mistake(400, 20422, "The call to coach is not in the conference");
        }
    }

    private static @Nullable Webhook webhook(RestRequest request, String name, String method, Participant participant) {
        return request.url(name)
                .map(url ->
                        new Webhook(url, method, List.of(), participant.leg().sid()))
                .orElse(null);
    }

    /** Takes one out: a call with TwiML of its own goes on behind its {@code <Dial>}, any other ends. */
    private RestAnswer delete(RestRequest request) {
        Conference conference = conference(request);
        Participant participant = participant(conference, request);
        conference.leaves(participant, ParticipantExit.KICKED);
        participant.out(ParticipantExit.KICKED);
        return new RestAnswer(204, null);
    }

    private ObjectNode json(Conference conference, Participant participant) {
        CallLeg leg = participant.leg();
        ObjectNode node = Json.object();
        node.put("account_sid", network.settings.accountSid());
        node.put("call_sid", leg.sid());
        node.put("label", participant.label());
        node.put("call_sid_to_coach", participant.coaches());
        node.put("coaching", participant.coaches() != null);
        node.put("conference_sid", conference.sid());
        Json.date(node, "date_created", Optional.of(participant.createdAt()));
        Json.date(node, "date_updated", Optional.of(conference.updatedAt()));
        node.put("end_conference_on_exit", participant.endsConference());
        node.put("muted", participant.isMuted());
        node.put("hold", participant.isOnHold());
        node.put("start_conference_on_enter", participant.startsConference());
        node.put("status", status(participant));
        node.put("queue_time", "0");
        node.put(
                "uri",
                "/2010-04-01/Accounts/" + network.settings.accountSid() + "/Conferences/" + conference.sid()
                        + "/Participants/" + leg.sid() + ".json");
        return node;
    }

    private static String status(Participant participant) {
        return switch (participant.leg().status()) {
            case QUEUED -> "queued";
            case RINGING -> "ringing";
            case IN_PROGRESS -> participant.isConnected() ? "connected" : "connecting";
            case COMPLETED -> "complete";
            case BUSY, FAILED, NO_ANSWER, CANCELED -> "failed";
        };
    }

    /** The place in the conference of one who was dialed into it. */
    private record Seat(Conference conference, Participant participant) implements Activity {
        @Override
        public void begin() {
            conference.enters(participant);
        }

        @Override
        public void spoken(String words) {
            conference.spoken(participant, words);
        }

        @Override
        public void interrupt() {
            conference.leaves(participant, ParticipantExit.UPDATED_VIA_API);
        }

        @Override
        public void hangUp() {
            conference.leaves(participant, ParticipantExit.HUNG_UP);
        }
    }
}
