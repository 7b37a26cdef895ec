package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class WebhookMethodTest {
    @Test
    void a_webhook_that_is_set_to_the_wrong_method_says_which_is_right() throws IOException, InterruptedException {
        try (CallRig rig = CallRig.start()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(rig.url() + "/twilio/sms"))
                    .DELETE()
                    .build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, POST");
            assertThat(answer.body())
                    .isEqualTo("Method Not Allowed: /twilio/sms takes GET, HEAD or POST; it was asked with DELETE.");
        }
    }
}
