package hotline.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hotline.exchange.RestApi.RestAnswer;
import hotline.exchange.rest.RestException;
import hotline.exchange.rest.RestRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Recordings. https://www.twilio.com/docs/voice/api/recording. */
final class RecordingsApi {
    private static final int RATE = 8000;

    private final Network network;

    RecordingsApi(Network network) {
        this.network = network;
    }

    void register(Map<String, Function<RestRequest, RestAnswer>> handlers) {
        handlers.put("GET /Recordings.json", this::list);
        handlers.put(
                "GET /Recordings/*.json",
                request -> network.recordings
                        .find(request.names().get(0))
                        .map(recording -> new RestAnswer(200, json(recording)))
                        .orElseThrow(() -> RestException.notFound(request.path())));
        handlers.put("DELETE /Recordings/*.json", request -> {
            if (!network.recordings.remove(request.names().get(0))) {
                throw RestException.notFound(request.path());
            }
            return new RestAnswer(204, null);
        });
    }

    private RestAnswer list(RestRequest request) {
        DateFilter created = new DateFilter(request, "DateCreated");
        List<Recordings.Recording> recordings = network.recordings.list().stream()
                .filter(r -> request.find("CallSid").map(r.callSid()::equals).orElse(true))
                .filter(r -> created.passes(r.startedAt()))
                .toList();
        return new RestAnswer(200, Json.page(network, request, "recordings", recordings, this::json));
    }

    private ObjectNode json(Recordings.Recording recording) {
        ObjectNode node = Json.object();
        node.put("account_sid", network.settings.accountSid());
        node.put("api_version", "2010-04-01");
        node.put("call_sid", recording.callSid());
        node.putNull("conference_sid");
        Json.date(node, "date_created", Optional.of(recording.startedAt()));
        Json.date(node, "date_updated", Optional.of(recording.startedAt().plus(recording.length())));
        Json.date(node, "start_time", Optional.of(recording.startedAt()));
        node.put("duration", String.valueOf(recording.length().toSeconds()));
        node.put("sid", recording.sid());
        node.putNull("price");
        node.put("price_unit", "USD");
        node.put("status", "completed");
        node.put("channels", 1);
        node.put("source", "RecordVerb");
        node.putNull("error_code");
        node.put(
                "uri",
                "/2010-04-01/Accounts/" + network.settings.accountSid() + "/Recordings/" + recording.sid() + ".json");
        node.putNull("encryption_details");
        node.putObject("subresource_uris");
        node.put("media_url", recording.url());
        return node;
    }

    /** The recording as a WAV file: silence of its length, one channel of 8-bit samples. */
    static byte[] wav(Duration length) {
        int samples = (int) Math.min(length.toMillis() * RATE / 1000, RATE * 3600L);
        ByteBuffer file = ByteBuffer.allocate(44 + samples).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) 1)
                .putShort((short) 1)
                .putInt(RATE)
                .putInt(RATE)
                .putShort((short) 1)
                .putShort((short) 8);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples);
        while (file.hasRemaining()) {
            file.put((byte) 0x80);
        }
        return file.array();
    }
}
