package hotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.security.RequestValidator;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCheckTest {
    private static final String TOKEN = "12345";
    private static final String TARGET = "/twilio/turn/3?keys=12&retry=1";
    private static final CarrierSigner CARRIER = new CarrierSigner(TOKEN);
    private static final List<Form.Field> FIELDS = List.of(
            new Form.Field("CallSid", "CA1"),
            new Form.Field("From", "+6281234567890"),
            new Form.Field("Body", "Terima kasih 🙏 & salam"),
            new Form.Field("Digits", ""));

    private static SignatureCheck check(String publicUrl) {
        return new SignatureCheck(TOKEN, PublicUrl.of(URI.create(publicUrl)));
    }

    @TestFactory
    Stream<DynamicTest> published_signatures_are_accepted_and_refused_as_they_must_be() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("signature-vectors.json")) {
            JsonNode vectors =
                    new ObjectMapper().readTree(Objects.requireNonNull(in)).get("vectors");
            assertThat(vectors).hasSizeGreaterThan(15);
            return StreamSupport.stream(vectors.spliterator(), false)
                    .map(vector -> DynamicTest.dynamicTest(vector.get("id").asText(), () -> verify(vector)));
        }
    }

    private static void verify(JsonNode vector) {
        String url = vector.get("url").asText();
        int path = url.indexOf('/', "https://".length());
        SignatureCheck check =
                new SignatureCheck(vector.get("token").asText(), PublicUrl.of(URI.create(url.substring(0, path))));
        String signature = vector.get("signature").isNull()
                ? null
                : vector.get("signature").asText();
        boolean accepted;
        if (vector.get("body").isNull()) {
            List<Form.Field> fields = new ArrayList<>();
            vector.get("params")
                    .forEach(pair -> fields.add(
                            new Form.Field(pair.get(0).asText(), pair.get(1).asText())));
            accepted = check.accepts(url.substring(path), Form.of(fields), signature);
        } else {
            byte[] body = vector.get("body").asText().getBytes(StandardCharsets.UTF_8);
            accepted = check.accepts(url.substring(path), body, signature);
        }
        assertThat(accepted).isEqualTo(vector.get("valid").asBoolean());
    }

    @Test
    void none_of_ten_thousand_changed_requests_is_accepted() {
        SignatureCheck check = check("https://hotline.example");
        String url = "https://hotline.example" + TARGET;
        String genuine = CARRIER.sign(url, FIELDS);
        assertThat(check.accepts(TARGET, Form.of(FIELDS), genuine)).isTrue();
        Random random = new Random(20_261_122);
        int changed = 0;
        while (changed < 10_000) {
            List<Form.Field> fields = new ArrayList<>(FIELDS);
            String target = TARGET;
            String signature = genuine;
            switch (random.nextInt(6)) {
                case 0 -> target = changed(target, random);
                case 1 -> signature = changed(signature, random);
                case 2 -> fields.remove(random.nextInt(fields.size()));
                case 3 -> fields.add(new Form.Field("Extra" + random.nextInt(9), "x"));
                case 4 -> fields.add(new Form.Field("CallSid", "CA" + random.nextInt(1_000)));
                default -> {
                    int at = random.nextInt(fields.size());
                    Form.Field field = fields.get(at);
                    fields.set(at, new Form.Field(field.name(), changed(field.value() + "x", random)));
                }
            }
            boolean same = signature.equals(genuine)
                    && CarrierSigner.signed("https://hotline.example" + target, fields)
                            .equals(CarrierSigner.signed(url, FIELDS));
            if (!same) {
                changed++;
                assertThat(check.accepts(target, Form.of(fields), signature))
                        .as("%s %s %s", target, fields, signature)
                        .isFalse();
            }
        }
    }

    private static String changed(String text, Random random) {
        int at = random.nextInt(text.length());
        return text.substring(0, at) + (char) (33 + random.nextInt(90)) + text.substring(at + 1);
    }

    @Test
    void the_sdk_agrees_where_no_parameter_comes_twice() {
        RequestValidator sdk = new RequestValidator(TOKEN);
        SignatureCheck check = check("https://hotline.example");
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            Map<String, String> params = new HashMap<>();
            for (int n = random.nextInt(12); n > 0; n--) {
                params.put("P" + random.nextInt(40), random.nextInt() + " é🙏&=+%");
            }
            List<Form.Field> fields = new ArrayList<>();
            params.forEach((name, value) -> fields.add(new Form.Field(name, value)));
            String url = "https://hotline.example" + TARGET;
            String signature = CARRIER.sign(random.nextBoolean() ? url : url + "0", fields);
            assertThat(check.accepts(TARGET, Form.of(fields), signature))
                    .isEqualTo(sdk.validate(url, params, signature));
        }
    }

    @Test
    void every_value_of_a_repeated_parameter_counts() {
        SignatureCheck check = check("https://hotline.example");
        List<Form.Field> twice =
                List.of(new Form.Field("MediaUrl", "b"), new Form.Field("MediaUrl", "a"), new Form.Field("A", "1"));
        String signature = CARRIER.sign("https://hotline.example/x", twice);
        assertThat(check.accepts("/x", Form.of(twice), signature)).isTrue();
        assertThat(check.accepts("/x", Form.of(twice.subList(1, 3)), signature)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hotline.example",
                "https://hotline.example/",
                "https://hotline.example:443",
                "https://hotline.example#ct=2000&rp=ct,rt,5xx"
            })
    void a_port_a_slash_and_a_fragment_in_the_setting_make_no_difference(String publicUrl) {
        for (String signed : List.of("https://hotline.example", "https://hotline.example:443")) {
            String signature = CARRIER.sign(signed + "/v?d=%2B62%20x", FIELDS);
            assertThat(check(publicUrl).accepts("/v?d=%2B62%20x", Form.of(FIELDS), signature))
                    .as(signed)
                    .isTrue();
        }
    }

    @Test
    void a_path_prefix_that_the_proxy_takes_off_is_signed() {
        String signature = CARRIER.sign("https://shop.example/hotline/twilio/voice", FIELDS);
        assertThat(check("https://shop.example/hotline/").accepts("/twilio/voice", Form.of(FIELDS), signature))
                .isTrue();
        assertThat(check("https://shop.example").accepts("/twilio/voice", Form.of(FIELDS), signature))
                .isFalse();
    }

    @Test
    void what_is_not_signed_at_all_is_refused() {
        SignatureCheck check = check("https://hotline.example");
        assertThat(check.accepts(TARGET, Form.of(FIELDS), null)).isFalse();
        assertThat(check.accepts(TARGET, Form.of(FIELDS), "")).isFalse();
        assertThat(check.accepts(TARGET, "{}".getBytes(StandardCharsets.UTF_8), "x"))
                .isFalse();
    }

    @Test
    void without_a_token_there_is_no_check() {
        PublicUrl url = PublicUrl.of(URI.create("https://hotline.example"));
        assertThatThrownBy(() -> new SignatureCheck(" ", url)).hasMessageContaining("no auth token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a.example", "hotline.example", "https://u:p@a.example", "https://a.example?x=1"})
    void a_public_url_that_is_none_is_refused(String url) {
        assertThatThrownBy(() -> PublicUrl.of(URI.create(url))).hasMessageContaining("not a public URL");
    }
}
