package hotline.twilio;

import hotline.call.AsIf;
import hotline.call.Conversations;
import hotline.call.IncomingCall;
import hotline.flow.Input;
import hotline.phone.CallSid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a leg asks for: the answer at one of our paths, after an input.
 *
 * @param draft the version of the flows that the address of an incoming call asks for
 * @param asIfAt the time as if which an incoming call is to be answered; our own address names it, and it is signed like all of the
 *     address, so that no caller can set it
 * @param retry how often it was already sent back to ask again
 * @param since when it was sent back for the first time; in the address, which is signed
 */
record VoiceQuestion(
        String path,
        SignedRequest request,
        CallSid leg,
        Input input,
        Optional<String> draft,
        Optional<LocalDateTime> asIfAt,
        int retry,
        Optional<Instant> since) {
    private static final Logger LOG = LoggerFactory.getLogger(VoiceQuestion.class);

    /** Names a version of the flows in the address of an incoming call: what is not live can be heard before it is. */
    static final String DRAFT = "flows";

    private static final String SINCE = "since";

    static final String INCOMING = "/twilio/voice";
    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern TURN = Pattern.compile("/twilio/turn/([0-9]{1,9})");
    private static final Pattern AGENT = Pattern.compile("/twilio/agent/" + ID);
    private static final Pattern SUPERVISION = Pattern.compile("/twilio/supervision/" + ID);
    private static final Pattern CALLBACK = Pattern.compile("/twilio/callback/" + ID);

    /** What a request asks; empty if its path is none of ours. */
    static Optional<VoiceQuestion> of(SignedRequest request) {
        return of(request, request.path(), HeldInput.of(request), request.query());
    }

    /**
     * What a request to the fallback address asks: the same as the one that failed, which {@code ErrorUrl} names (Twilio,
     * "Availability and reliability"). An incoming call that does not say is answered from its beginning; for a leg dialled by us,
     * which has none, it is empty.
     */
    static Optional<VoiceQuestion> ofFailed(SignedRequest request, PublicUrl publicUrl) {
        String failed = publicUrl.relative(request.find("ErrorUrl").orElse(""));
        int mark = failed.indexOf('?');
        Form query = mark < 0 ? Form.EMPTY : ours(failed.substring(mark + 1));
        String path = mark < 0 ? failed : failed.substring(0, mark);
        Input input = HeldInput.ofFailed(request, query);
        return of(request, path, input, query)
                .or(() -> request.isOutbound() ? Optional.empty() : of(request, INCOMING, input, Form.EMPTY));
    }

    private static Form ours(String query) {
        try {
            return Form.parse(query.getBytes(StandardCharsets.UTF_8));
        } catch (Form.TooManyFieldsException e) {
            return Form.EMPTY;
        }
    }

    private static Optional<VoiceQuestion> of(SignedRequest request, String path, Input input, Form query) {
        boolean ours = path.equals(INCOMING)
                || number(path).isPresent()
                || id(AGENT, path).isPresent()
                || id(SUPERVISION, path).isPresent();
        if (!ours && id(CALLBACK, path).isEmpty()) {
            return Optional.empty();
        }
        int retry = query.find(HeldInput.RETRY)
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::valueOf)
                .orElse(0);
        Optional<String> draft = query.find(DRAFT).filter(version -> version.matches("[0-9a-f]{4,40}"));
        return Optional.of(new VoiceQuestion(
                path, request, request.callSid(), input, draft, asIfAt(request, query), retry, since(query)));
    }

    private static Optional<Instant> since(Form query) {
        return query.find(SINCE)
                .filter(text -> text.matches("[0-9]{1,11}"))
                .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
    }

    private static Optional<LocalDateTime> asIfAt(SignedRequest request, Form query) {
        Optional<String> written = query.find(AsIf.PARAMETER);
        Optional<LocalDateTime> at = written.flatMap(AsIf::find);
        if (written.isPresent() && at.isEmpty()) {
            LOG.warn(
                    "call {}: its address says {}={}, which is no time from 2000 to 2099; answered as of now",
                    request.callSid(),
                    AsIf.PARAMETER,
                    written.get().replaceAll("[^ -~]", "?"));
        }
        return at;
    }

    private static Optional<Integer> number(String path) {
        Matcher turn = TURN.matcher(path);
        return turn.matches() ? Optional.of(Integer.valueOf(turn.group(1))) : Optional.empty();
    }

    private static Optional<UUID> id(Pattern pattern, String path) {
        Matcher matcher = pattern.matcher(path);
        return matcher.matches() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
    }

    /** Asks. */
    String answer(Conversations conversations) {
        return number(path)
                .map(turn -> conversations.turn(leg, turn, input))
                .or(() -> id(AGENT, path).map(reservation -> conversations.agentAnswered(reservation, leg)))
                .or(() -> id(CALLBACK, path).map(attempt -> conversations.callbackAnswered(attempt, leg)))
                .or(() -> id(SUPERVISION, path).map(id -> conversations.supervisorAnswered(id, leg)))
                .orElseGet(() -> conversations.incoming(
                        new IncomingCall(leg, request.findNumber("From"), request.findNumber("To"), draft, asIfAt)));
    }

    /** Where to ask the same again, having been sent back since then. */
    String againPath(Instant first) {
        String kept = draft.map(version -> DRAFT + "=" + version + "&").orElse("")
                + asIfAt.map(at -> AsIf.PARAMETER + "=" + at + "&").orElse("");
        return path + "?" + kept + HeldInput.query(input, retry + 1) + "&" + SINCE + "=" + first.getEpochSecond();
    }
}
