package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import hotline.TestClock;
import hotline.agent.AuditFilter;
import hotline.agent.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenIdTest {
    private final SmallProvider provider = new SmallProvider();
    private TestSite site = site("preferred_username");
    private Browser browser = new Browser(site);

    private TestSite site(String claim) {
        WebSettings settings = new WebSettings(
                false, Optional.empty(), List.of(), Optional.of(provider.settings(claim)), Optional.empty());
        return new TestSite(TestClock.pinned(TestSite.NOON), settings, List.of()).withAgent("ani", Role.AGENT);
    }

    @AfterEach
    void close() {
        site.close();
        provider.close();
    }

    /** Follows the button to the provider; gives the path, with its query, that it sends the browser back to. */
    private String comesBackTo() {
        String there = location(browser.get("/sign-in/openid"));
        assertThat(there).startsWith(provider.issuer() + "/authorize?");
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(there)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
            URI back = URI.create(location(answer));
            assertThat(back.toString()).startsWith(SmallProvider.BACK + "?");
            return back.getPath() + "?" + back.getRawQuery();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpResponse<String> signsIn() {
        return browser.get(comesBackTo());
    }

    private void isRefused(String why) {
        HttpResponse<String> answer = signsIn();
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(browser.cookie("hotline-session")).isEmpty();
        assertThat(trail().get(0)).startsWith("sign-in-refused").contains(why);
    }

    private void isRefusedWith(UnaryOperator<JWTClaimsSet.Builder> claims, String why) {
        provider.claims = claims;
        isRefused(why);
    }

    private List<String> trail() {
        return site
                .database
                .read(handle -> site.audit()
                        .list(handle, new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), 9)))
                .stream()
                .map(row -> row.action() + ": " + row.detail())
                .toList();
    }

    @Test
    void who_is_vouched_for_and_has_an_account_is_at_the_desk() {
        assertThat(browser.get("/sign-in").body()).contains("/sign-in/openid");
        HttpResponse<String> answer = signsIn();

        assertThat(location(answer)).endsWith("/desk");
        assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
        assertThat(trail().get(0)).startsWith("sign-in: by openid");
    }

    @Test
    void who_has_no_account_here_gets_none() {
        isRefusedWith(claims -> claims.claim("preferred_username", "mallory"), "without an account");
        assertThat(site.database
                        .read(handle -> site.agents.find(handle, "mallory"))
                        .isPresent())
                .isFalse();
    }

    @Test
    void who_may_no_longer_sign_in_is_refused_here_too() {
        site.writer.write(handle -> handle.execute("update agent set active = false where username = 'ani'"));
        isRefused("without an account");
    }

    @Test
    void an_answer_to_the_question_of_another_browser_is_refused() {
        String stolen = comesBackTo();
        browser = new Browser(site);
        assertThat(browser.get(stolen).statusCode()).isEqualTo(401);
        comesBackTo();
        assertThat(browser.get(stolen).statusCode()).isEqualTo(401);
        assertThat(trail().get(0)).contains("wrong state");
        assertThat(browser.cookie("hotline-session")).isEmpty();
    }

    @Test
    void an_answer_works_once() {
        String back = comesBackTo();
        assertThat(browser.get(back).statusCode()).isEqualTo(303);
        assertThat(browser.get(back).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_that_is_not_signed_by_the_provider_is_refused() {
        provider.signing = SmallProvider.Signing.NONE;
        isRefused("not signed with a key of the provider: none");
        provider.signing = SmallProvider.Signing.CLIENTS_SECRET;
        isRefused("not signed with a key of the provider: HS256");
        provider.signing = SmallProvider.Signing.ANOTHER_KEY;
        isRefused("does not hold");
    }

    @Test
    void a_token_for_another_question_client_time_or_issuer_is_refused() {
        isRefusedWith(claims -> claims.claim("nonce", "another"), "nonce");
        isRefusedWith(claims -> claims.claim("nonce", null), "nonce");
        isRefusedWith(claims -> claims.audience("another"), "audience");
        isRefusedWith(claims -> claims.issuer("http://127.0.0.1:1"), "issuer");
        isRefusedWith(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(3_600))), "Expired");
    }

    @Test
    void who_did_not_want_to_after_all_is_told_that_nothing_happened() {
        provider.error = "access_denied";
        isRefused("access_denied");
    }

    @Test
    void an_email_address_counts_only_when_it_is_verified() {
        site.close();
        site = site("email").withAgent("ani@example.com", Role.AGENT);
        browser = new Browser(site);
        isRefusedWith(claims -> claims.claim("email", "ani@example.com"), "not verified");
        isRefusedWith(
                claims -> claims.claim("email", "ani@example.com").claim("email_verified", false), "not verified");
        provider.claims = claims -> claims.claim("email", "Ani@Example.com").claim("email_verified", true);
        assertThat(signsIn().statusCode()).isEqualTo(303);
    }

    @Test
    void a_provider_that_is_away_leaves_the_password() {
        provider.close();
        assertThat(browser.get("/sign-in/openid").statusCode()).isEqualTo(503);
        assertThat(browser.signIn("ani", TestSite.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void without_the_setting_there_is_no_such_way_in() {
        try (TestSite plain = new TestSite()) {
            assertThat(new Browser(plain).get("/sign-in").body()).doesNotContain("openid");
            assertThat(new Browser(plain).get("/sign-in/openid").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void the_secret_is_not_printed() {
        assertThat(Map.of("settings", provider.settings("email")).toString()).doesNotContain(SmallProvider.SECRET);
    }
}
