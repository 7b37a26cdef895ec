package hotline.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.call.SpeechFailure;
import hotline.phone.CallSid;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One error or warning of the account (Twilio, "Debugging Events Webhook"). Its names have letters in them, so they are no
 * numbers or keys, and can be logged; what else its payload holds never is: the parameters and the answer of a webhook.
 *
 * @param sid under which the carrier's console has all of it
 * @param level {@code error} or {@code warning}, or another word
 * @param code the carrier's number for what was wrong; {@code 0} if it tells none
 * @param resource what it is about, as the SID of a call
 * @param path where the document came from, under the public URL, if it is about one
 */
record DebuggingEvent(String sid, String level, String code, String resource, String path) {
    static final String UNKNOWN = "unknown";

    /**
     * The voice of a {@code <Say>}, by itself and within {@code <Gather>}, is not one that can speak (Twilio, warnings 13511 and 13321). No
     * other code tells of a voice: 13520 is about the text, 13513 about SSML, 13512 about the language of a {@code <Gather>}.
     */
    private static final Set<String> VOICE_FAILED = Set.of("13511", "13321");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("(?=[^A-Za-z]*[A-Za-z])[A-Za-z0-9_-]{1,64}");
    private static final Pattern CODE = Pattern.compile("[0-9]{1,6}");
    private static final Pattern TURN = Pattern.compile("/twilio/turn/([0-9]{1,9})(\\?.*)?");

    /** Reads what is there; what is not, or not as it should be, is {@link #UNKNOWN}. */
    static DebuggingEvent of(SignedRequest request, PublicUrl publicUrl) {
        JsonNode payload = parsed(request.find("Payload").orElse(""));
        String code = payload.path("error_code").asText("");
        return new DebuggingEvent(
                name(request.find("Sid").orElse("")),
                name(request.find("Level").orElse("")).toLowerCase(Locale.ROOT),
                CODE.matcher(code).matches() ? code : "0",
                name(payload.path("resource_sid").asText("")),
                publicUrl.relative(payload.at("/webhook/request/url").asText("")));
    }

    private static JsonNode parsed(String payload) {
        try {
            JsonNode tree = JSON.readTree(payload);
            return tree == null ? JSON.missingNode() : tree;
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static String name(@Nullable String text) {
        return text != null && NAME.matcher(text).matches() ? text : UNKNOWN;
    }

    /** What it tells of a voice; empty if it is about something else. */
    Optional<SpeechFailure> speechFailure() {
        if (!VOICE_FAILED.contains(code) || resource.equals(UNKNOWN)) {
            return Optional.empty();
        }
        return Optional.of(new SpeechFailure(new CallSid(resource), turn(), code));
    }

    private Optional<Integer> turn() {
        Matcher turn = TURN.matcher(path);
        if (turn.matches()) {
            return Optional.of(Integer.valueOf(turn.group(1)));
        }
        return path.equals(VoiceQuestion.INCOMING) || path.startsWith(VoiceQuestion.INCOMING + "?")
                ? Optional.of(0)
                : Optional.empty();
    }
}
