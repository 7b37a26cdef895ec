package hotline.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A program of the shop that uses the API. */
final class Program {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestSite site;
    private final String token;
    private final HttpClient client = HttpClient.newHttpClient();

    /** What the API answered. */
    record Reply(int status, JsonNode body, HttpResponse<String> response) {
        String detail() {
            return body.path("detail").asText();
        }
    }

    Program(TestSite site) {
        this(site, TestSite.TOKEN);
    }

    Program(TestSite site, String token) {
        this.site = site;
        this.token = token;
    }

    Reply get(String path) {
        return send("GET", path, "");
    }

    Reply put(String path, String body) {
        return send("PUT", path, body);
    }

    Reply post(String path, String body) {
        return send("POST", path, body);
    }

    Reply send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(site.url("/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Reply(response.statusCode(), read(response.body()), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode read(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }
}
