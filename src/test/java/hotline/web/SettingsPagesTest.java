package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.Agent;
import hotline.agent.AuditEntry;
import hotline.agent.AuditFilter;
import hotline.agent.Presence;
import hotline.agent.Role;
import hotline.queue.Dispositions;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsPagesTest {
    private final TestSite site = new TestSite()
            .withAgent("ani", Role.AGENT)
            .withAgent("sari", Role.SUPERVISOR)
            .withAgent("dewi", Role.ADMIN);
    private final Browser admin = new Browser(site);
    private String token = "";

    @BeforeEach
    void dewi_is_signed_in() {
        admin.signIn("dewi", TestSite.PASSWORD);
        token = FormToken.of(admin.cookie("hotline-session"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> sends(String path, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_token", token);
        return admin.post(path, form);
    }

    private static Map<String, String> budi() {
        return new HashMap<>(Map.of(
                "username", "budi",
                "name", "Budi Santoso",
                "role", "agent",
                "reached-by", "phone",
                "phone", "0812-3456-7890",
                "first-language", "id",
                "languages", "en",
                "skill.other", "2",
                "password", "kucing hitam 7"));
    }

    private Agent agent(String username) {
        return site.database.read(handle -> site.agents.get(handle, username));
    }

    private List<String> trail() {
        List<AuditEntry> all = site.database.read(handle ->
                site.audit().list(handle, new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), 99)));
        return all.stream()
                .map(row -> row.who() + " " + row.action() + " " + row.object())
                .toList();
    }

    private static Browser signedIn(TestSite site, String username, String password) {
        Browser browser = new Browser(site);
        assertThat(browser.signIn(username, password).statusCode()).isEqualTo(303);
        return browser;
    }

    @Test
    void an_agent_who_was_added_can_sign_in_and_is_as_the_form_says() {
        assertThat(sends("/settings/agents", budi()).statusCode()).isEqualTo(303);

        Agent budi = agent("budi");
        assertThat(budi.name()).isEqualTo("Budi Santoso");
        assertThat(budi.getEndpoint().address()).isEqualTo("+6281234567890");
        assertThat(budi.languages()).extracting("code").containsExactly("id", "en");
        assertThat(budi.skills().written()).containsExactly("other:2");
        signedIn(site, "budi", "kucing hitam 7");
        assertThat(trail()).contains("dewi agent-added agent:budi", "dewi password-changed agent:budi");
    }

    @Test
    void what_is_wrong_is_said_beside_the_field_and_what_was_typed_is_kept() {
        Map<String, String> wrong = budi();
        wrong.put("username", "Budi S");
        wrong.put("phone", "12 & 13");
        wrong.put("password", "short");
        HttpResponse<String> answer = sends("/settings/agents", wrong);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("value=\"Budi S\"")
                .contains("id=\"username-wrong\"")
                .contains("value=\"Budi Santoso\"")
                .contains("id=\"password-wrong\"")
                .doesNotContain("short");
        wrong.put("username", "budi");
        assertThat(sends("/settings/agents", wrong).body())
                .contains("id=\"phone-wrong\"")
                .contains("value=\"12 &amp; 13\"");
        assertThat(site.database
                        .read(handle -> site.agents.find(handle, "budi"))
                        .isPresent())
                .isFalse();
    }

    @Test
    void a_username_that_somebody_has_is_not_taken_over() {
        Map<String, String> again = budi();
        again.put("username", "ani");

        assertThat(sends("/settings/agents", again).body()).contains("id=\"username-wrong\"");
        assertThat(agent("ani").name()).isEqualTo("Ani");
    }

    @Test
    void another_role_counts_from_the_next_click_on_and_ends_the_session() {
        Browser ani = signedIn(site, "ani", TestSite.PASSWORD);
        Map<String, String> promoted = budi();
        promoted.put("role", "supervisor");
        sends("/settings/agents/ani", promoted);

        assertThat(agent("ani").role()).isEqualTo(Role.SUPERVISOR);
        assertThat(ani.get("/desk").statusCode()).isEqualTo(303);
        assertThat(trail()).contains("dewi role-changed agent:ani");
    }

    @Test
    void who_is_deactivated_is_out_and_offered_nothing_and_can_come_back() {
        Browser ani = signedIn(site, "ani", TestSite.PASSWORD);
        site.writer.write(handle ->
                site.acd.desk().setPresence(handle, "ani", Presence.AVAILABLE, Optional.empty(), site.clock.instant()));
        sends("/settings/agents/ani/active", Map.of("active", "false"));

        assertThat(ani.get("/desk").statusCode()).isEqualTo(303);
        assertThat(new Browser(site).signIn("ani", TestSite.PASSWORD).statusCode())
                .isEqualTo(401);
        assertThat(agent("ani").presence()).isEqualTo(Presence.OFFLINE);
        sends("/settings/agents/ani/active", Map.of("active", "true"));
        signedIn(site, "ani", TestSite.PASSWORD);
    }

    @Test
    void the_last_administrator_stays_one() {
        Map<String, String> less = budi();
        less.put("role", "agent");

        assertThat(sends("/settings/agents/dewi", less).body()).contains("id=\"role-wrong\"");
        assertThat(sends("/settings/agents/dewi/active", Map.of("active", "false"))
                        .body())
                .contains("id=\"active-wrong\"");
        assertThat(agent("dewi").role()).isEqualTo(Role.ADMIN);
        sends("/settings/agents", withRole(budi(), "admin"));
        assertThat(sends("/settings/agents/dewi", less).statusCode()).isEqualTo(303);
    }

    private static Map<String, String> withRole(Map<String, String> form, String role) {
        form.put("role", role);
        return form;
    }

    @Test
    void a_supervisor_sees_agents_and_sets_their_skills_and_nothing_else() {
        Browser sari = signedIn(site, "sari", TestSite.PASSWORD);
        String hers = FormToken.of(sari.cookie("hotline-session"));
        String page = sari.get("/settings/agents/ani").body();
        assertThat(page).contains("skill.other").doesNotContain("name=\"role\"").doesNotContain("/password");

        Map<String, String> form = withRole(budi(), "admin");
        form.put("_token", hers);
        assertThat(sari.post("/settings/agents/ani/skills", form).statusCode()).isEqualTo(303);
        assertThat(agent("ani").skills().written()).containsExactly("other:2");
        assertThat(agent("ani").role()).isEqualTo(Role.AGENT);
        assertThat(agent("ani").name()).isEqualTo("Ani");
        assertThat(sari.post("/settings/agents/ani", form).statusCode()).isEqualTo(403);
        assertThat(sari.post("/settings/agents/sari/password", form).statusCode())
                .isEqualTo(403);
        assertThat(sari.get("/settings/audit").statusCode()).isEqualTo(403);
    }

    @Test
    void a_disposition_that_was_added_can_be_chosen_and_one_that_is_not_offered_cannot() {
        sends("/settings/dispositions", disposition("refund-paid", "Dana kembali", "Refund paid"));
        Map<String, String> gone = disposition("other", "Lainnya", "Something else");
        gone.remove("new");
        gone.remove("active");
        sends("/settings/dispositions", gone);

        assertThat(site.database.read(new Dispositions()::listActive))
                .extracting("code")
                .contains("refund-paid")
                .doesNotContain("other");
        assertThat(trail())
                .contains(
                        "dewi disposition-added disposition:refund-paid", "dewi disposition-changed disposition:other");
    }

    @Test
    void a_disposition_is_not_overwritten_by_a_new_one_and_the_last_one_stays() {
        HttpResponse<String> again = sends("/settings/dispositions", disposition("other", "Baru", "New"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("id=\"code-wrong\"").contains("value=\"Baru\"");
        for (String code : List.of("resolved", "follow-up", "wrong-number", "caller-left")) {
            assertThat(sends("/settings/dispositions", notOffered(code)).statusCode())
                    .isEqualTo(303);
        }
        assertThat(sends("/settings/dispositions", notOffered("other")).statusCode())
                .isEqualTo(422);
    }

    private static Map<String, String> notOffered(String code) {
        return Map.of("code", code, "label-id", "x", "label-en", "x", "position", "1");
    }

    private static Map<String, String> disposition(String code, String id, String en) {
        return new HashMap<>(
                Map.of("code", code, "label-id", id, "label-en", en, "position", "9", "active", "true", "new", "true"));
    }

    @Test
    void the_trail_is_shown_searched_and_checked_and_text_of_others_stays_text() {
        new Browser(site).signIn("ani", "guess");
        sends("/settings/dispositions", disposition("x", "<script>alert(1)</script>", "x"));
        String page = admin.get("/settings/audit").body();
        assertThat(page).contains("wrong password").contains("&lt;script&gt;").doesNotContain("<script>");

        assertThat(admin.get("/settings/audit?text=guess&action=").body()).doesNotContain("sign-in-refused</td>");
        assertThat(admin.get("/settings/audit?action=sign-in-refused").body())
                .contains("agent:ani")
                .doesNotContain("disposition:x");
        assertThat(admin.get("/settings/audit?check=true").body()).contains("notice good");
        site.writer.write(handle -> handle.execute("update audit set detail = 'nothing' where seq = 1"));
        assertThat(admin.get("/settings/audit?check=true").body()).contains("notice trouble");
    }

    @Test
    void everybody_changes_their_own_password_with_the_one_until_now() {
        Browser ani = signedIn(site, "ani", TestSite.PASSWORD);
        Browser elsewhere = signedIn(site, "ani", TestSite.PASSWORD);
        String hers = FormToken.of(ani.cookie("hotline-session"));

        assertThat(ani.post(
                                "/account/password",
                                Map.of("_token", hers, "current", "guess", "password", "kucing hitam 7"))
                        .body())
                .contains("id=\"current-wrong\"");
        assertThat(ani.post(
                                "/account/password",
                                Map.of("_token", hers, "current", TestSite.PASSWORD, "password", "kucing hitam 7"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(ani.get("/account").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(303);
        signedIn(site, "ani", "kucing hitam 7");
    }

    @Test
    void signing_out_everywhere_ends_every_session() {
        Browser ani = signedIn(site, "ani", TestSite.PASSWORD);
        Browser elsewhere = signedIn(site, "ani", TestSite.PASSWORD);
        ani.post("/account/sign-out", Map.of("_token", FormToken.of(ani.cookie("hotline-session"))));

        assertThat(ani.get("/desk").statusCode()).isEqualTo(303);
        assertThat(elsewhere.get("/desk").statusCode()).isEqualTo(303);
    }
}
