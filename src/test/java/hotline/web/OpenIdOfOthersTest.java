package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.TestClock;
import hotline.agent.Role;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The whole way with a provider that others wrote, NAV's mock-oauth2-server: what it can do, its sign-in page, the code, the
 * token, its keys. What a provider may get wrong is tried with {@link SmallProvider}.
 */
class OpenIdOfOthersTest {
    private final MockOAuth2Server provider =
            new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\": true}"));
    private TestSite site;
    private Browser browser;

    @BeforeEach
    void open() {
        provider.start();
        OpenIdSettings openId = new OpenIdSettings(
                provider.issuerUrl("shop").uri(),
                SmallProvider.CLIENT,
                SmallProvider.SECRET,
                URI.create(SmallProvider.BACK),
                "preferred_username");
        WebSettings settings =
                new WebSettings(false, Optional.empty(), List.of(), Optional.of(openId), Optional.empty());
        site = new TestSite(TestClock.pinned(TestSite.NOON), settings, List.of()).withAgent("ani", Role.AGENT);
        browser = new Browser(site);
    }

    @AfterEach
    void close() {
        site.close();
        provider.shutdown();
    }

    @Test
    void who_signs_in_at_the_provider_is_at_the_desk() {
        HttpResponse<String> answer = browser.get(signsInThereAs("ani"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(location(answer)).endsWith("/desk");
        assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
        assertThat(asked(5))
                .containsExactlyInAnyOrder(
                        "GET /shop/.well-known/openid-configuration",
                        "GET /shop/authorize",
                        "POST /shop/authorize",
                        "POST /shop/token",
                        "GET /shop/jwks");
    }

    @Test
    void who_has_no_account_here_gets_none() {
        HttpResponse<String> answer = browser.get(signsInThereAs("mallory"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(browser.cookie("hotline-session")).isEmpty();
    }

    @Test
    void a_code_is_of_no_use_to_who_did_not_begin_the_sign_in() {
        String stolen = signsInThereAs("ani");
        String code = stolen.replaceAll(".*[?&]code=([^&]+).*", "$1");
        browser = new Browser(site);
        String own = signsInThereAs("ani");

        HttpResponse<String> answer = browser.get(own.replaceAll("code=[^&]+", "code=" + code));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(browser.cookie("hotline-session")).isEmpty();
    }

    /** Fills in the provider's page; gives the path, with its query, that it sends the browser back to. */
    private String signsInThereAs(String username) {
        URI there = URI.create(location(browser.get("/sign-in/openid")));
        assertThat(send(HttpRequest.newBuilder(there)).body()).contains("<form");
        HttpResponse<String> answer = send(HttpRequest.newBuilder(there)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + username + "&claims="
                        + URLEncoder.encode(
                                "{\"preferred_username\": \"" + username + "\"}", StandardCharsets.UTF_8))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        URI back = URI.create(location(answer));
        assertThat(back.toString()).startsWith(SmallProvider.BACK + "?");
        return back.getPath() + "?" + back.getRawQuery();
    }

    /** What the provider was asked, without queries. */
    private Set<String> asked(int times) {
        return Stream.generate(provider::takeRequest)
                .limit(times)
                .map(request -> request.getMethod() + " " + request.getPath().replaceAll("\\?.*", ""))
                .collect(Collectors.toSet());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
