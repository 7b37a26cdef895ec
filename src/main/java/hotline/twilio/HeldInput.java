package hotline.twilio;

import hotline.flow.Input;
import hotline.phone.CardNumbers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What came from the caller, as read from a webhook; and as carried in the address of a turn that could not be answered in time,
 * so that it is not lost. Only letters, digits and {@code _ . ~ -} are written into addresses: anything else may be escaped
 * differently by the time it is signed.
 */
final class HeldInput {
    static final String RETRY = "retry";
    private static final String KEYS = "keys";
    private static final String NUDGE = "nudge";
    private static final String RETURNED = "returned";
    private static final String RECORDING = "recording";
    private static final String SECONDS = "seconds";

    private HeldInput() {}

    /** The input of a request, or what its address has kept of it. */
    static Input of(SignedRequest request) {
        return isHeld(request.query())
                ? fromQuery(request.query())
                : told(request).orElse(new Input.Silence());
    }

    /** The input of a request to the fallback address, made for another one that failed; what was pressed may be lost. */
    static Input ofFailed(SignedRequest request, Form failedQuery) {
        return isHeld(failedQuery) ? fromQuery(failedQuery) : told(request).orElse(new Input.Nudged());
    }

    private static boolean isHeld(Form query) {
        return query.find(RETRY).isPresent() || query.find(NUDGE).isPresent();
    }

    /**
     * What the carrier tells: a recording ({@code Digits} is then the key that ended it, or {@code hangup}), the end of a
     * {@code <Dial>}, or keys. Only the finishing key pressed: an entry of no keys.
     */
    private static Optional<Input> told(SignedRequest request) {
        Optional<String> recording = request.find("RecordingUrl");
        if (recording.isPresent()) {
            return Optional.of(new Input.Recorded(recording.get(), seconds(request.find("RecordingDuration"))));
        }
        if (request.find("DialCallStatus").isPresent()) {
            return Optional.of(new Input.Returned());
        }
        String digits = request.find("Digits").orElse("");
        if (digits.matches("[0-9*#]+")) {
            return Optional.of(new Input.Keys(digits));
        }
        return request.find("FinishedOnKey").filter(key -> key.equals("#")).map(key -> new Input.Keys(""));
    }

    private static Input fromQuery(Form query) {
        Optional<String> recording = query.find(RECORDING);
        if (recording.isPresent()) {
            return recorded(recording.get(), seconds(query.find(SECONDS)));
        }
        if (query.find(NUDGE).isPresent()) {
            return new Input.Nudged();
        }
        if (query.find(RETURNED).isPresent()) {
            return new Input.Returned();
        }
        return query.find(KEYS)
                .<Input>map(keys -> new Input.Keys(keys.replace('s', '*').replace('h', '#')))
                .orElse(new Input.Silence());
    }

    /** What cannot be read as a recording is lost, and the caller is asked again. */
    private static Input recorded(String held, int seconds) {
        try {
            return new Input.Recorded(new String(Base64.getUrlDecoder().decode(held), StandardCharsets.UTF_8), seconds);
        } catch (IllegalArgumentException e) {
            return new Input.Nudged();
        }
    }

    /**
     * The query under which {@link #of} finds this input again. Addresses are logged on their way: of the number of a payment card it
     * holds nothing but that something was pressed.
     */
    static String query(Input input, int retry) {
        String held = "";
        if (input instanceof Input.Keys keys) {
            String safe = CardNumbers.isIn(keys.keys()) ? "" : keys.keys();
            held = KEYS + "=" + safe.replace('*', 's').replace('#', 'h') + "&";
        } else if (input instanceof Input.Recorded recorded) {
            byte[] url = recorded.url().getBytes(StandardCharsets.UTF_8);
            String safe = Base64.getUrlEncoder().withoutPadding().encodeToString(url);
            held = RECORDING + "=" + safe + "&" + SECONDS + "=" + recorded.seconds() + "&";
        } else if (input instanceof Input.Returned) {
            held = RETURNED + "=1&";
        } else if (input instanceof Input.Nudged) {
            held = NUDGE + "=1&";
        }
        return held + RETRY + "=" + retry;
    }

    private static int seconds(Optional<String> text) {
        return text.filter(digits -> digits.matches("[0-9]{1,6}"))
                .map(Integer::valueOf)
                .orElse(0);
    }
}
