package hotline.exchange;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests as Twilio does: HMAC-SHA1 over the URL and, for a POST, over every distinct parameter, sorted by name and then
 * by value. https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
final class Signature {
    private static final String ALGORITHM = "HmacSHA1";

    private final SecretKeySpec key;

    Signature(String authToken) {
        this.key = new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * The value of {@code X-Twilio-Signature}.
     *
     * @param url with its query, as requested
     * @param form the parameters of the body; none for a GET
     */
    String of(String url, List<Parameter> form) {
        SortedMap<String, SortedSet<String>> sorted = new TreeMap<>();
        for (Parameter parameter : form) {
            sorted.computeIfAbsent(parameter.name(), name -> new TreeSet<>()).add(parameter.value());
        }
        StringBuilder text = new StringBuilder(url);
        sorted.forEach(
                (name, values) -> values.forEach(value -> text.append(name).append(value)));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", impossible);
        }
    }
}
