package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.agent.Role;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Walks every route that is registered: nobody gets further than the route says. */
class RouteTableTest {
    private static final Set<String> FOR_ANYONE = Set.of(
            "GET /",
            "GET /sign-in",
            "POST /sign-in",
            "POST /language",
            "GET /r/{token}",
            "POST /r/{token}",
            "POST /r/{token}/note",
            "GET /assets/hotline.css",
            "GET /health/live",
            "GET /health/ready",
            "GET /metrics",
            "GET /api/v1/openapi.json");
    private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD);

    private final TestSite site = new TestSite().withAgent("ani", Role.AGENT);

    @AfterEach
    void close() {
        site.close();
    }

    private List<Endpoint> routes() {
        return site.server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .toList();
    }

    @Test
    void every_route_says_who_may_use_it() {
        assertThat(routes())
                .isNotEmpty()
                .allSatisfy(route -> assertThat(access(route))
                        .as("%s %s", route.method, route.path)
                        .hasSize(1));
        assertThat(routes().stream()
                        .filter(route -> access(route).contains(Access.ANYONE))
                        .map(RouteTableTest::name))
                .containsExactlyInAnyOrderElementsOf(FOR_ANYONE);
    }

    @Test
    void who_is_not_signed_in_gets_no_further_than_the_sign_in_page() {
        for (Endpoint route : routes()) {
            if (access(route).contains(Access.AGENT)) {
                HttpResponse<String> page = ask(route, Map.of("Accept", "text/html"));
                HttpResponse<String> script = ask(route, Map.of("HX-Request", "true"));
                assertThat(script.statusCode()).as(name(route)).isEqualTo(401);
                assertThat(page.statusCode()).as(name(route)).isEqualTo(SAFE.contains(route.method) ? 303 : 401);
                assertThat(page.headers().firstValue("Location").orElse("/sign-in"))
                        .as(name(route))
                        .endsWith("/sign-in");
            } else if (access(route).contains(Access.PROGRAM)) {
                assertThat(ask(route, Map.of()).statusCode()).as(name(route)).isEqualTo(401);
            }
        }
    }

    /** Really asked for, with the form's token of their own: only who may gets further than the gate. */
    @Test
    void each_role_gets_as_far_as_the_route_says_and_no_further() {
        for (Role role : Role.values()) {
            site.withAgent("is-" + role.word(), role);
            for (Endpoint route : routes()) {
                Access access = (Access) access(route).iterator().next();
                if (access == Access.ANYONE || access == Access.PROGRAM || route.path.endsWith("/events")) {
                    continue;
                }
                // Anew each time: some of the routes sign out.
                String session = site.writer.write(
                        handle -> site.sessions.start(handle, "is-" + role.word(), site.clock.instant()));
                Map<String, String> headers =
                        Map.of("Cookie", "hotline-session=" + session, FormToken.HEADER, FormToken.of(session));
                int status = ask(route, headers).statusCode();
                if (access.admits(role)) {
                    assertThat(status).as("%s as %s", name(route), role).isNotIn(401, 403);
                } else {
                    assertThat(status).as("%s as %s", name(route), role).isEqualTo(403);
                }
            }
        }
    }

    @Test
    void a_form_of_another_site_changes_nothing() {
        Browser browser = new Browser(site);
        browser.signIn("ani", TestSite.PASSWORD);
        String cookie = "hotline-session=" + browser.cookie("hotline-session");
        for (Endpoint route : routes()) {
            if (!SAFE.contains(route.method) && !route.path.startsWith("/api/")) {
                assertThat(ask(route, Map.of("Cookie", cookie)).statusCode())
                        .as(name(route))
                        .isEqualTo(403);
                assertThat(ask(route, Map.of("Cookie", cookie, FormToken.HEADER, "guess"))
                                .statusCode())
                        .as(name(route))
                        .isEqualTo(403);
                assertThat(ask(
                                        route,
                                        Map.of(
                                                "Cookie",
                                                cookie,
                                                FormToken.HEADER,
                                                FormToken.of(browser.cookie("hotline-session")),
                                                "Sec-Fetch-Site",
                                                "cross-site"))
                                .statusCode())
                        .as(name(route))
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void every_answer_keeps_browsers_safe() {
        for (String path : List.of("/sign-in", "/desk", "/nowhere", "/api/v1/agents", "/assets/hotline.css")) {
            var headers = new Browser(site).get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("no-referrer");
            assertThat(headers.firstValue("Cache-Control").orElse(""))
                    .as(path)
                    .contains(path.startsWith("/assets") ? "no-cache" : "no-store");
        }
    }

    @Test
    void a_browser_that_has_the_style_sheet_is_not_sent_it_again() throws IOException, InterruptedException {
        HttpResponse<String> first = new Browser(site).get("/assets/hotline.css");
        assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
        assertThat(first.body()).contains(":root").contains(".desk").endsWith("}\n");
        HttpRequest again = HttpRequest.newBuilder(site.url("/assets/hotline.css"))
                .header("If-None-Match", first.headers().firstValue("ETag").orElseThrow())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(again, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void the_description_of_the_api_has_every_route_and_no_other() {
        JsonNode paths = new Program(site).get("/openapi.json").body().path("paths");
        Set<String> described = StreamSupport.stream(((Iterable<String>) paths::fieldNames).spliterator(), false)
                .flatMap(path -> StreamSupport.stream(
                                ((Iterable<String>) paths.path(path)::fieldNames).spliterator(), false)
                        .filter(method -> !method.equals("parameters"))
                        .map(method -> method.toUpperCase(java.util.Locale.ROOT) + " /api/v1" + path))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> registered = routes().stream()
                .map(RouteTableTest::name)
                .filter(name -> name.contains(" /api/"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(registered);
    }

    private static Set<?> access(Endpoint route) {
        Roles roles = route.metadata(Roles.class);
        return roles == null ? Set.of() : roles.getRoles();
    }

    private static String name(Endpoint route) {
        return route.method.name() + " " + route.path;
    }

    private HttpResponse<String> ask(Endpoint route, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.url(route.path.replaceAll("[{<][^}>]+[}>]", "x")))
                .method(route.method.name(), HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(name(route), e);
        }
    }
}
