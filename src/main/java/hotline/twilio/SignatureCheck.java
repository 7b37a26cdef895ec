package hotline.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a request comes from the carrier: {@code X-Twilio-Signature} is the Base64 of an HMAC-SHA1, under the account's
 * auth token, of the address and every form field sorted by name, each name followed by its value (Twilio, "Webhooks
 * security"). Where a name comes more than once, each distinct value counts, sorted, as Twilio's own libraries have it; the
 * Java one cannot, as it takes one value a name.
 */
public final class SignatureCheck {
    private static final String ALGORITHM = "HmacSHA1";
    private static final String BODY_HASH = "bodySHA256=";

    private final PublicUrl publicUrl;
    private final ThreadLocal<Mac> macs;

    /**
     * Checks against one account's token.
     *
     * @throws IllegalArgumentException if there is no token: nothing could be checked then, and all would have to be refused
     */
    public SignatureCheck(String authToken, PublicUrl publicUrl) {
        if (authToken.isBlank()) {
            throw new IllegalArgumentException("no auth token to check signatures with");
        }
        this.publicUrl = publicUrl;
        byte[] key = authToken.getBytes(StandardCharsets.UTF_8);
        this.macs = ThreadLocal.withInitial(() -> keyed(key));
    }

    private static Mac keyed(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /**
     * Whether a form was sent by the carrier; also a request without a body, which is an empty form.
     *
     * @param target path and query as they stood in the request line, not decoded
     */
    boolean accepts(String target, Form form, @Nullable String signature) {
        if (signature == null || signature.isEmpty()) {
            return false;
        }
        StringBuilder fields = new StringBuilder();
        form.octets().stream()
                .sorted()
                .distinct()
                .forEach(field -> fields.append(field.name()).append(field.value()));
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        for (String url : publicUrl.signed(target)) {
            if (MessageDigest.isEqual(signature(url, fields), given)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a body that is no form was sent by the carrier: the signed address carries its SHA-256 (Twilio, "Webhooks security"). */
    boolean accepts(String target, byte[] body, @Nullable String signature) {
        byte[] hash = HexFormat.of().formatHex(sha256(body)).getBytes(StandardCharsets.US_ASCII);
        int query = target.indexOf('?');
        boolean fits = List.of(target.substring(query + 1).split("&", -1)).stream()
                .filter(part -> query >= 0 && part.startsWith(BODY_HASH))
                .map(part -> part.substring(BODY_HASH.length()).getBytes(StandardCharsets.UTF_8))
                .anyMatch(stated -> MessageDigest.isEqual(hash, stated));
        return fits && accepts(target, Form.EMPTY, signature);
    }

    private byte[] signature(String url, CharSequence octets) {
        Mac mac = macs.get();
        mac.update(url.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encode(mac.doFinal(octets.toString().getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
