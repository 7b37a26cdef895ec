package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiTest {
    private static final String ANI = """
            {"name": "Ani", "phone": "+6281234500001", "languages": ["id", "en"], "skills": ["missing-order"],
             "role": "agent", "password": "correct horse"}""";

    private final TestSite site = new TestSite();
    private final Program program = new Program(site);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void an_agent_is_created_changed_and_shown() {
        assertThat(program.put("/agents/ani", ANI).status()).isEqualTo(201);
        assertThat(program.put("/agents/ani", ANI.replace("\"Ani\"", "\"Ani S.\""))
                        .status())
                .isEqualTo(200);

        var ani = program.get("/agents/ani").body();
        assertThat(ani.path("name").asText()).isEqualTo("Ani S.");
        assertThat(ani.path("state").asText()).isEqualTo("offline");
        assertThat(ani.toString()).doesNotContain("password").doesNotContain("horse");
        assertThat(program.get("/agents").body()).hasSize(1);
        assertThat(new Browser(site).signIn("ani", "correct horse").statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_password_that_no_page_takes_is_refused_here_too() {
        Program.Reply reply = program.put("/agents/ani", ANI.replace("correct horse", "elevenchars"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.detail()).isEqualTo("The field \"password\" must have 12 to 200 characters.");
        assertThat(program.get("/agents/ani").status()).isEqualTo(404);
    }

    @Test
    void an_admin_is_not_made_over_the_network() {
        Program.Reply reply = program.put("/agents/eve", ANI.replace("\"agent\"", "\"admin\""));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.detail()).contains("\"role\"").contains("supervisor");
    }

    @Test
    void presence_is_what_the_agent_would_click() {
        program.put("/agents/ani", ANI);

        var there = program.put("/agents/ani/presence", "{\"presence\": \"available\"}");
        assertThat(there.body().path("state").asText()).isEqualTo("available");
        var gone = program.put("/agents/ani/presence", "{\"presence\": \"break\", \"reason\": \"makan\"}");
        assertThat(gone.body().path("state").asText()).isEqualTo("on-break");
        assertThat(gone.body().path("reason").asText()).isEqualTo("makan");
        var wrong = program.put("/agents/ani/presence", "{\"presence\": \"asleep\"}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.detail()).contains("available").contains("break").contains("offline");
    }

    @Test
    void a_contact_is_in_the_queue_then_with_the_agent_then_wrapped_up() {
        program.put("/agents/ani", ANI);
        program.put("/agents/ani/presence", "{\"presence\": \"available\"}");
        site.joins("CA1", TestSite.CALLER, "missing-order", Map.of());
        site.testClock().tick(Duration.ofSeconds(1));
        site.joins("CA2", TestSite.CALLER, "missing-order", Map.of("ticket.number", "495489852"));

        assertThat(program.get("/agents/ani").body().path("state").asText()).isEqualTo("reserved");
        assertThat(program.get("/contacts").body()).hasSize(2);
        var waiting = program.get("/contacts?state=waiting").body();
        assertThat(waiting).hasSize(1);
        assertThat(waiting.get(0).path("kind").asText()).isEqualTo("live");
        assertThat(waiting.get(0).path("position").asInt()).isEqualTo(2);
        assertThat(waiting.get(0).path("ticket").asText()).isEqualTo("495489852");
        assertThat(waiting.get(0).path("phone").asText()).isEqualTo(TestSite.CALLER.e164());
        assertThat(program.post("/agents/ani/wrap-up", "{\"disposition\": \"resolved\"}")
                        .status())
                .isEqualTo(409);

        site.takesTheCall("ani");
        site.hangsUp("CA1");
        assertThat(program.get("/agents/ani").body().path("state").asText()).isEqualTo("wrap-up");
        Program.Reply unknown = program.post("/agents/ani/wrap-up", "{\"disposition\": \"fixed\"}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.detail())
                .isEqualTo("There is no disposition \"fixed\"; the dispositions are resolved, follow-up, wrong-number,"
                        + " caller-left, other.");
        var after = program.post("/agents/ani/wrap-up", "{\"disposition\": \"resolved\", \"note\": \"Beres.\"}");
        assertThat(after.body().path("state").asText()).isEqualTo("reserved"); // by the one who waited
    }

    @Test
    void an_order_is_kept_and_compared_without_dashes() {
        Program.Reply reply = program.put("/orders/112-1234567-1234567", """
                {"phone": "+6281298765432", "status": "cancelled", "placedAt": "2026-11-20T03:00:00Z",
                 "items": ["Kemeja", {"name": "Sarung", "quantity": 2}], "seller": {"name": "Batik"}}""");

        assertThat(reply.status()).as(reply.detail()).isEqualTo(200);
        assertThat(reply.body().path("number").asText()).isEqualTo("11212345671234567");
        assertThat(reply.body().path("status").asText()).isEqualTo("cancelled");
    }

    @Test
    void an_order_with_a_misspelt_field_is_refused_by_its_name() {
        String order = "{\"phone\": \"+6281298765432\", \"status\": \"packed\", \"placedAt\": \"2026-11-20T03:00:00Z\"";
        assertThat(program.put("/orders/1", order + ", \"trakingNumber\": \"X\"}")
                        .detail())
                .contains("\"trakingNumber\"");
        assertThat(program.put("/orders/1", order + ", \"seller\": {\"nama\": \"X\"}}")
                        .detail())
                .contains("\"seller.nama\"");
        assertThat(program.put("/orders/1", "{\"status\": \"lost\"}").detail())
                .contains("phone is missing")
                .contains("status must be");
    }

    @Test
    void tickets_are_filtered_and_paged() {
        site.withSampleCaller();
        assertThat(program.get("/tickets").body()).hasSize(1);
        assertThat(program.get("/tickets?phone=%2B6281298765432&category=missing-order&status=open")
                        .body())
                .hasSize(1);
        assertThat(program.get("/tickets?phone=+6281298765432").body()).hasSize(1);
        assertThat(program.get("/tickets?order=112-1234567-1234567").body()).hasSize(1);
        assertThat(program.get("/tickets?status=closed").body()).isEmpty();
        assertThat(program.get("/tickets?since=2026-11-22").body()).isEmpty();
        assertThat(program.get("/tickets?limit=0").detail()).contains("\"limit\"");

        Program.Reply page = program.get("/tickets?limit=1");
        String number = page.body().get(0).path("number").asText();
        assertThat(page.response().headers().firstValue("Link"))
                .contains("</api/v1/tickets?limit=1&after=" + number + ">; rel=\"next\"");
        assertThat(program.get("/tickets?limit=1&after=" + number).body()).isEmpty();
    }

    @Test
    void moving_a_ticket_tells_the_caller_once() {
        site.withSampleCaller();
        String number = program.get("/tickets").body().get(0).path("number").asText();

        var moved = program.post("/tickets/" + number + "/status", """
                {"status": "in-progress", "note": "Kurir dihubungi", "notify": true}""");
        assertThat(moved.body().path("status").asText()).isEqualTo("in-progress");
        assertThat(moved.body().path("notified").asBoolean()).isTrue();
        assertThat(moved.body().path("history").get(1).path("note").asText()).isEqualTo("Kurir dihubungi");

        var again = program.post("/tickets/" + number + "/status", "{\"status\": \"in-progress\"}");
        assertThat(again.body().path("notified").asBoolean()).isFalse();
        assertThat(program.post("/tickets/" + number + "/status", "{\"status\": \"closed\", \"notify\": false}")
                        .body()
                        .path("notified")
                        .asBoolean())
                .isFalse();
        assertThat(program.post("/tickets/" + number + "/status", "{\"status\": \"open\"}")
                        .status())
                .isEqualTo(409);
        assertThat(texts()).isEqualTo(1);
    }

    private int texts() {
        return site.database.read(handle -> handle.createQuery("select count(*) from message")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void what_is_not_there_says_so() {
        assertThat(program.get("/agents/nobody").status()).isEqualTo(404);
        assertThat(program.get("/agents/nobody").detail()).contains("PUT /api/v1/agents/nobody");
        assertThat(program.get("/tickets/123456789").status()).isEqualTo(404);
        assertThat(program.get("/calls/CA0").status()).isEqualTo(404);
        Program.Reply nowhere = program.get("/nowhere");
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.detail()).contains("openapi.json");
        assertThat(nowhere.response().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(program.send("DELETE", "/agents", "").status()).isEqualTo(405);
    }

    @Test
    void a_bad_body_is_refused_with_the_name_of_what_is_wrong() {
        assertThat(program.put("/agents/ani", ANI.replace("phone", "phon")).detail())
                .contains("\"phon\"")
                .contains("phone");
        assertThat(program.put("/agents/ani", ANI.replace("\"Ani\"", "7")).detail())
                .isEqualTo("The field \"name\" must be a text in quotes.");
        assertThat(program.put("/agents/ani", ANI.replace("[\"id\", \"en\"]", "\"id\""))
                        .detail())
                .isEqualTo("The field \"languages\" must be a list in square brackets.");
        assertThat(program.put("/agents/ani", "{\"name\": ").detail()).contains("not valid JSON");
        assertThat(program.put("/agents/ani", "[]").detail()).contains("must be a JSON object");
        assertThat(program.put("/agents/ani", ANI + ANI).status()).isEqualTo(400);
        assertThat(program.put("/agents/ani", "{\"name\": \"A\", \"name\": \"B\"}")
                        .status())
                .isEqualTo(400);
        assertThat(program.put("/agents/ani", "{\"name\": \"Ani\"}").detail())
                .isEqualTo("The field \"phone\" is missing.");
        assertThat(program.put("/agents/Ani!", ANI).detail()).contains("username");
        assertThat(program.put("/agents/ani", "{\"name\": \"" + "a".repeat(70_000) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void without_the_token_nothing_is_told() {
        Program stranger = new Program(site, "guess");
        Program.Reply reply = stranger.get("/agents");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.detail()).contains("HOTLINE_API_TOKEN");
        assertThat(reply.response().headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(stranger.get("/openapi.json").status()).isEqualTo(200);
    }

    @Test
    void without_a_token_in_the_settings_the_api_is_off() {
        try (TestSite off =
                new TestSite(TestClock.pinned(TestSite.NOON), new WebSettings(false, Optional.empty()), List.of())) {
            Program.Reply reply = new Program(off).get("/agents");
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.detail()).contains("HOTLINE_API_TOKEN");
        }
    }

    @Test
    void an_agent_is_reached_by_phone_by_sip_or_in_the_browser() {
        program.put("/agents/ani", ANI);
        assertThat(program.get("/agents/ani").body().path("reachedBy").asText()).isEqualTo("phone");

        String sip = ANI.replace("\"phone\": \"+6281234500001\"", "\"sip\": \"ani@sip.example.com\"");
        assertThat(program.put("/agents/ani", sip).body().path("sip").asText()).isEqualTo("sip:ani@sip.example.com");
        String browser = ANI.replace("\"phone\": \"+6281234500001\"", "\"reachedBy\": \"browser\"");
        assertThat(program.put("/agents/ani", browser).body().path("reachedBy").asText())
                .isEqualTo("browser");
        assertThat(program.get("/agents/ani").body().has("phone")).isFalse();

        assertThat(program.put("/agents/ani", ANI.replace("\"phone\"", "\"reachedBy\": \"sip\", \"phone\""))
                        .detail())
                .isEqualTo("The field \"phone\" does not go with an agent who is reached by sip; leave it out.");
        assertThat(program.put("/agents/ani", sip.replace("@", " ")).detail())
                .startsWith("The field \"sip\" must be an address");
    }
}
