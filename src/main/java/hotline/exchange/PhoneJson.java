package hotline.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What a phone shows, as JSON. */
final class PhoneJson {
    /** A page that is opened late needs no more of the past than this. */
    private static final int MOST_HEARD = 300;

    private PhoneJson() {}

    static ObjectNode snapshot(Phone phone) {
        ObjectNode node = state(phone);
        ArrayNode heard = node.putArray("heard");
        List<Heard> all = phone.heard();
        all.subList(Math.max(0, all.size() - MOST_HEARD), all.size()).forEach(sound -> heard.add(heard(sound)));
        ArrayNode messages = node.putArray("messages");
        phone.messages().forEach(message -> messages.add(message(message)));
        return node;
    }

    static ObjectNode event(Phone phone, PhoneEvent event) {
        if (event.what() instanceof Heard heard) {
            return heard(heard);
        }
        if (event.what() instanceof TextMessage message) {
            return message(message);
        }
        return state(phone);
    }

    static ObjectNode line(CallLine line) {
        return Json.object()
                .put("at", line.at().toString())
                .put("kind", line.kind().name().toLowerCase(Locale.ROOT))
                .put("about", line.about())
                .put("number", line.number())
                .put("text", line.text());
    }

    private static ObjectNode state(Phone phone) {
        return Json.object()
                .put("number", phone.number())
                .put("state", phone.state().name().toLowerCase(Locale.ROOT))
                .put("otherEnd", phone.otherEnd().orElse(null))
                .put("since", phone.since().map(Instant::toString).orElse(null))
                .put("voiceQuery", phone.voiceQuery())
                .put("callSid", phone.callSid().orElse(null))
                .put("awaited", phone.isAwaited())
                .put("lastOutcome", phone.lastOutcome().orElse(null));
    }

    private static ObjectNode heard(Heard heard) {
        return Json.object()
                .put("id", heard.id())
                .put("at", heard.at().toString())
                .put("kind", heard.kind().name().toLowerCase(Locale.ROOT))
                .put("speaker", heard.speaker())
                .put("text", heard.text())
                .put("language", heard.language())
                .put("audio", heard.audio())
                .put("inFull", heard.inFull());
    }

    private static ObjectNode message(TextMessage message) {
        return Json.object()
                .put("sid", message.sid())
                .put("at", message.at().toString())
                .put("from", message.from())
                .put("to", message.to())
                .put("body", message.body());
    }
}
