package hotline.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the carrier does; written for the tests alone, so that one checks the other. */
final class CarrierSigner {
    private final String token;

    CarrierSigner(String token) {
        this.token = token;
    }

    String sign(String url, List<Form.Field> fields) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed(url, fields).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(String url, List<Form.Field> fields) {
        TreeMap<String, TreeSet<String>> sorted = new TreeMap<>();
        fields.forEach(field ->
                sorted.computeIfAbsent(field.name(), name -> new TreeSet<>()).add(field.value()));
        StringBuilder text = new StringBuilder(url);
        sorted.forEach(
                (name, values) -> values.forEach(value -> text.append(name).append(value)));
        return text.toString();
    }
}
