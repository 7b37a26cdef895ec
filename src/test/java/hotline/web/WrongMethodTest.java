package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A path that is there, asked in a way that it does not take (RFC 9110, section 15.5.6). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongMethodTest {
    private final TestSite site = new TestSite();

    @AfterAll
    void close() {
        site.close();
    }

    private HttpResponse<String> ask(String method, String path, String accept) {
        HttpRequest request = HttpRequest.newBuilder(site.url(path))
                .header("Accept", accept)
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(method + " " + path, e);
        }
    }

    private static Set<String> allowed(HttpResponse<String> answer) {
        String header = answer.headers().firstValue("Allow").orElse("");
        return header.isEmpty() ? Set.of() : new TreeSet<>(List.of(header.split(", ")));
    }

    @Test
    void a_program_is_told_what_the_path_takes() {
        Program program = new Program(site);

        Program.Reply one = program.send("DELETE", "/agents/ani/presence", "");
        assertThat(one.status()).isEqualTo(405);
        assertThat(one.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(one.detail()).isEqualTo("/api/v1/agents/ani/presence takes PUT; it was asked with DELETE.");
        assertThat(one.response().headers().firstValue("Allow")).contains("PUT");

        Program.Reply two = program.post("/agents/ani", "{}");
        assertThat(two.detail()).isEqualTo("/api/v1/agents/ani takes GET, HEAD or PUT; it was asked with POST.");
        assertThat(two.response().headers().firstValue("Allow")).contains("GET, HEAD, PUT");
    }

    @Test
    void a_person_gets_a_page_and_everybody_else_a_line() {
        HttpResponse<String> page = ask("GET", "/desk/call", "text/html");
        assertThat(page.statusCode()).isEqualTo(405);
        assertThat(page.body()).contains("<main");
        assertThat(allowed(page)).containsExactly("POST");

        HttpResponse<String> line = ask("GET", "/desk/call", "*/*");
        assertThat(line.statusCode()).isEqualTo(405);
        assertThat(line.body()).isEqualTo("Method Not Allowed: /desk/call takes POST; it was asked with GET.");
        assertThat(allowed(line)).containsExactly("POST");
    }

    @Test
    void every_path_names_the_methods_that_it_takes() {
        Map<String, Set<String>> methods = new TreeMap<>();
        site.server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(route -> route.method.isHttpMethod())
                .forEach(route -> methods.computeIfAbsent(path(route), any -> new TreeSet<>())
                        .add(route.method.name()));
        assertThat(methods).isNotEmpty();
        methods.forEach((path, taken) -> {
            HttpResponse<String> answer = ask("DELETE", path, "*/*");
            assertThat(answer.statusCode()).as(path).isEqualTo(405);
            assertThat(allowed(answer)).as(path).containsAll(taken).doesNotContain("DELETE");
            if (taken.contains(HandlerType.GET.name())) {
                assertThat(allowed(answer)).as(path).contains("HEAD");
                assertThat(ask("HEAD", path, "*/*").statusCode()).as(path).isEqualTo(200);
            }
        });
    }

    private static String path(Endpoint route) {
        return route.path.replaceAll("[{<][^}>]+[}>]", "x");
    }
}
