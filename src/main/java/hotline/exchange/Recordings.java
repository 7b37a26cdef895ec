package hotline.exchange;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The recordings that were made; what is kept of one is what was said, its audio is silence of the same length. */
final class Recordings {
    /**
     * One recording.
     *
     * @param words what was said, as far as a phone said anything
     */
    record Recording(String sid, String callSid, String url, Instant startedAt, Duration length, String words) {}

    private final Network network;
    private final Map<String, Recording> recordings = new LinkedHashMap<>();

    Recordings(Network network) {
        this.network = network;
    }

    Recording add(String callSid, Duration length, String words) {
        String sid = network.sids.recording();
        String url = network.accountUrl() + "/Recordings/" + sid;
        Recording recording =
                new Recording(sid, callSid, url, network.timeline.now().minus(length), length, words);
        recordings.put(sid, recording);
        return recording;
    }

    Optional<Recording> find(String sid) {
        return Optional.ofNullable(recordings.get(sid));
    }

    boolean remove(String sid) {
        return recordings.remove(sid) != null;
    }

    List<Recording> list() {
        return List.copyOf(recordings.values());
    }

    /** https://www.twilio.com/docs/voice/twiml/record, "recordingStatusCallback", "Request Parameters". */
    void tell(Recording recording, URI url, String method, Set<String> events, String source) {
        if (!events.contains("completed")) {
            return;
        }
        network.webhooks.tell(new Webhook(
                url,
                method,
                List.of(
                        new Parameter("AccountSid", network.settings.accountSid()),
                        new Parameter("CallSid", recording.callSid()),
                        new Parameter("RecordingSid", recording.sid()),
                        new Parameter("RecordingUrl", recording.url()),
                        new Parameter("RecordingStatus", "completed"),
                        new Parameter(
                                "RecordingDuration",
                                String.valueOf(recording.length().toSeconds())),
                        new Parameter("RecordingChannels", "1"),
                        new Parameter("RecordingStartTime", Urls.date(recording.startedAt())),
                        new Parameter("RecordingSource", source)),
                recording.callSid()));
    }
}
