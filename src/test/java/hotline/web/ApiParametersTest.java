package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.router.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Parameters in the addresses of the API: one that a program misspells is refused by its name. */
class ApiParametersTest {
    private final TestSite site = new TestSite();
    private final Program program = new Program(site);

    @AfterEach
    void close() {
        site.close();
    }

    private Stream<Endpoint> routes() {
        return site.server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(route -> route.method.isHttpMethod() && route.path.startsWith("/api/v1/"));
    }

    private static List<String> described(JsonNode paths, Endpoint route) {
        JsonNode path = paths.path(route.path.substring("/api/v1".length()));
        List<String> names = new ArrayList<>();
        for (JsonNode list : List.of(
                path.path("parameters"),
                path.path(route.method.name().toLowerCase(Locale.ROOT)).path("parameters"))) {
            list.forEach(parameter -> {
                if (parameter.path("in").asText().equals("query")) {
                    names.add(parameter.path("name").asText());
                }
            });
        }
        return names;
    }

    @Test
    void a_misspelt_filter_does_not_give_everything() {
        site.withSampleCaller();
        Program.Reply foo = program.get("/tickets?foo=1");
        assertThat(foo.status()).isEqualTo(400);
        assertThat(foo.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(foo.detail())
                .isEqualTo(
                        "There is no parameter \"foo\" here; the parameters are order, phone, status, category, since,"
                                + " limit, after.");
        assertThat(program.get("/tickets?limit=1&stauts=closed").detail())
                .isEqualTo(
                        "There is no parameter \"stauts\" here; did you mean \"status\"? The parameters are order, phone,"
                                + " status, category, since, limit, after.");
        assertThat(program.get("/contacts?State=waiting").detail())
                .isEqualTo("There is no parameter \"State\" here; did you mean \"state\"? The parameters are state.");
        assertThat(program.get("/agents?limit=1").detail())
                .isEqualTo("There is no parameter \"limit\" here; there are no parameters.");
    }

    @Test
    void the_description_of_the_api_has_every_parameter_and_no_other() {
        JsonNode paths = program.get("/openapi.json").body().path("paths");
        assertThat(routes().toList()).isNotEmpty().allSatisfy(route -> {
            List<String> names = described(paths, route);
            String path = route.path.substring("/api/v1".length()).replaceAll("[{][^}]+[}]", "x");
            Program.Reply unknown = program.send(route.method.name(), path + "?no-such-parameter=1", "");
            assertThat(unknown.status()).as("%s %s", route.method, route.path).isEqualTo(400);
            assertThat(unknown.detail())
                    .isEqualTo("There is no parameter \"no-such-parameter\" here; "
                            + (names.isEmpty()
                                    ? "there are no parameters."
                                    : "the parameters are " + String.join(", ", names) + "."));
            for (String name : names) {
                assertThat(program.get(path + "?" + name + "=").status())
                        .as(name)
                        .isEqualTo(200);
            }
        });
    }

    @Test
    void a_stranger_is_not_told_what_there_is() {
        assertThat(new Program(site, "guess").get("/tickets?foo=1").status()).isEqualTo(401);
    }
}
