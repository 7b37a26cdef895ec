package hotline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Signatures that Twilio's own libraries publish in their tests (twilio-java RequestValidatorTest, twilio-node
 * validation.spec.js, twilio-python test_request_validator.py); the token is {@code 12345} in all of them.
 */
class SignatureTest {
    private static final String CALL =
            "CallSid=CA1234567890ABCDE;Caller=+14158675309;Digits=1234;From=+14158675309;To=+18005551212";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a form | https://mycompany.com/myapp.php?foo=1&bar=2 | CALL | RSOYDt4T1cUTdK1PDd93/VVr8B8=",
                "with a port | http://mycompany.com:1234/myapp.php?foo=1&bar=2 | CALL | Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
                "no query | https://mycompany.com/myapp.php | CALL | 1xaxFBvyzXYvWplzNOSs28HWO94=",
                "an encoded query | https://mycompany.com/myapp.php?foo=hello%20world&bar=test%2Bvalue | CALL"
                        + " | er2tvAP1Wx+iuTTE2BPgvEaN1cs=",
                "no parameters | https://mycompany.com/myapp.php?foo=1&bar=2 | '' | zYQTYrRWXE7LtzbG4PfP7/bkkGo=",
                "letters of all sorts | https://mycompany.com/myapp.php?foo=1&bar=2"
                        + " | From=+1 (415) 867-5309;Message=Hello & goodbye! @#$%^*();Special=unicode: ñáéíóú"
                        + " | dCPiR4WtQ6QFN6pJh81CtlCcWLQ=",
                "empty values | https://mycompany.com/myapp.php?foo=1&bar=2"
                        + " | CallSid=CA1234567890ABCDE;Digits=;EmptyParam= | 9HHp/OqQMEwdrVebHDdA/+tqjX8=",
                "names by their bytes | https://mycompany.com/myapp.php?foo=1&bar=2"
                        + " | callSid=lowercase;CallSid=uppercase;CALLSID=allcaps | jDK7WKT8wiNrwggd4ceTv4e1MJ4=",
                "a name that begins another | https://mycompany.com/myapp.php?foo=1&bar=2"
                        + " | CALL;ReasonConferenceEnded=test;Reason=Participant | vOEb5UThFn24KEfnOFLQY2AE5FY=",
                "several values | https://mycompany.com/myapp.php?foo=1&bar=2"
                        + " | MessagingBinding.Address=+1325xxxxxxx;MessagingBinding.Address=+1415xxxxxxx"
                        + " | 83O6e2vORAoJHUNzJjDWN1jz+BA=",
                "the same value twice | https://mycompany.com/myapp.php?foo=1&bar=2"
                        + " | Sid=CA123;SidAccount=AC123;Digits=5678;Digits=1234;Digits=1234"
                        + " | IK+Dwps556ElfBT0I3Rgjkr1wJU=",
            })
    void a_published_signature_comes_out(String what, String url, String form, String signature) {
        assertThat(new Signature("12345")
                        .of(url, parameters(form.replace("CALL;", CALL + ";").replaceFirst("^CALL$", CALL))))
                .isEqualTo(signature);
    }

    private static List<Parameter> parameters(String form) {
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : form.split(";", -1)) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                parameters.add(new Parameter(pair.substring(0, sign), pair.substring(sign + 1)));
            }
        }
        return parameters;
    }
}
