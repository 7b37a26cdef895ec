package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private final TestSite site = new TestSite().withAgent("ani", Role.AGENT);
    private final Browser browser = new Browser(site);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void the_right_password_opens_the_desk() {
        HttpResponse<String> answer = browser.signIn("ani", TestSite.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(l -> assertThat(l).endsWith("/desk"));
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("hotline-session=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Path=/"));
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
        HttpResponse<String> wrong = browser.signIn("ani", "wrong");
        HttpResponse<String> unknown = browser.signIn("nobody", "wrong");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body().replace("nobody", "ani")).isEqualTo(wrong.body());
    }

    @Test
    void each_sign_in_makes_a_new_session_and_ends_the_one_before() {
        browser.signIn("ani", TestSite.PASSWORD);
        String before = browser.cookie("hotline-session");
        site.testClock().tick(Duration.ofSeconds(5));
        Browser other = new Browser(site);
        other.signIn("ani", TestSite.PASSWORD);

        assertThat(other.cookie("hotline-session")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void signing_out_ends_the_session_on_the_server() {
        browser.signIn("ani", TestSite.PASSWORD);
        String session = browser.cookie("hotline-session");
        String token = FormToken.of(session);

        assertThat(browser.post("/sign-out", Map.of("_token", token)).statusCode())
                .isEqualTo(303);

        Optional<String> user = site.database.read(h -> site.sessions.findUser(h, session, site.clock.instant()));
        assertThat(user).isEmpty();
    }

    @Test
    void whoever_guesses_is_slowed_down_and_the_right_password_works_again_after_a_while() {
        for (int i = 0; i < 10; i++) {
            assertThat(browser.signIn("ani", "guess " + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> refused = browser.signIn("ani", TestSite.PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("10");

        site.testClock().tick(Duration.ofSeconds(10));
        assertThat(browser.signIn("ani", TestSite.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void the_page_speaks_the_readers_language() {
        assertThat(browser.get("/sign-in").body()).contains("lang=\"id\"").contains("Kata sandi");

        String token = Browser.token(browser.get("/sign-in").body());
        browser.post("/language", Map.of("_token", token, "language", "en", "back", "/sign-in"));
        assertThat(browser.get("/sign-in").body()).contains("lang=\"en\"").contains("Password");
    }

    @Test
    void the_language_form_leads_nowhere_outside() {
        String token = Browser.token(browser.get("/sign-in").body());
        HttpResponse<String> answer =
                browser.post("/language", Map.of("_token", token, "language", "en", "back", "//evil.example"));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(l -> assertThat(l).doesNotContain("evil"));
    }
}
