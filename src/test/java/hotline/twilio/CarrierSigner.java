package hotline.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the carrier does; written for the tests alone, so that one checks the other. */
final class CarrierSigner {
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

    private final String token;

    CarrierSigner(String token) {
        this.token = token;
    }

    String sign(String url, List<Form.Field> fields) {
        return sign(signed(url, fields).getBytes(StandardCharsets.UTF_8));
    }

    /** Of a body as written, which need not be text once it is decoded. */
    String sign(String url, String body) {
        List<Form.Field> octets = Stream.of(body.split("&"))
                .map(field -> field.split("=", 2))
                .map(field -> new Form.Field(octets(field[0]), octets(field[1])))
                .toList();
        return sign(signed(url, octets).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String octets(String written) {
        return ESCAPE.matcher(written.replace('+', ' '))
                .replaceAll(
                        escape -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))));
    }

    private String sign(byte[] signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed));
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
