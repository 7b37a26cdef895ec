package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.agent.Role;
import hotline.queue.RoutingRule;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoutingApiTest {
    private final TestSite site = new TestSite().withAgent("ani", Role.AGENT);
    private final Program program = new Program(site);
    private final Browser browser = new Browser(site);

    @AfterEach
    void close() {
        site.close();
    }

    private void saysAtTheDesk(String path, Map<String, String> form) {
        String token = FormToken.of(browser.cookie("hotline-session"));
        Map<String, String> fields = new HashMap<>(form);
        fields.put("_token", token);
        assertThat(browser.post(path, fields).statusCode()).isEqualTo(303);
    }

    private String contact() {
        return program.get("/contacts").body().get(0).path("id").asText();
    }

    private JsonNode routing(String contact) {
        return program.get("/contacts/" + contact + "/routing").body();
    }

    @Test
    void a_desk_that_was_cut_off_is_told_of_as_the_reason_and_offered_the_contact_when_it_is_back() {
        browser.signIn("ani", TestSite.PASSWORD);
        saysAtTheDesk("/desk/presence", Map.of("presence", "available"));
        saysAtTheDesk("/desk/here", Map.of());
        site.testClock().tick(Duration.ofSeconds(30));
        site.joins("CA1", TestSite.CALLER, "missing-order", Map.of());

        JsonNode look = routing(contact()).get(0);
        assertThat(look.has("chosen")).isFalse();
        assertThat(look.path("agents").get(0).path("agent").asText()).isEqualTo("ani");
        assertThat(look.path("agents").get(0).path("failed").toString())
                .isEqualTo("[{\"rule\":\"desk\",\"found\":\"\"}]");
        assertThat(look.path("agents").get(0).path("passed")).hasSize(RoutingRule.values().length - 1);

        site.testClock().tick(Duration.ofSeconds(1));
        saysAtTheDesk("/desk/here", Map.of());
        JsonNode offer = routing(contact()).get(0);
        assertThat(offer.path("chosen").asText()).isEqualTo("ani");
        assertThat(offer.path("agents").get(0).path("tier").asInt()).isEqualTo(1);
        assertThat(routing(contact())).hasSize(2);
    }

    @Test
    void of_a_contact_that_is_not_there_nothing_is_told() {
        assertThat(program.get("/contacts/" + UUID.randomUUID() + "/routing").status())
                .isEqualTo(404);
        assertThat(program.get("/contacts/1/routing").status()).isEqualTo(404);
    }

    @Test
    void skills_have_tiers() {
        String body = "{\"name\": \"Eka\", \"phone\": \"+6281234567890\", \"languages\": [\"id\"], \"skills\": [%s]}";
        program.put("/agents/eka", body.formatted("\"missing-order\", \"other:3\", \"defective-return:1\""));
        assertThat(program.get("/agents/eka").body().path("skills").toString())
                .isEqualTo("[\"defective-return\",\"missing-order\",\"other:3\"]");
        assertThat(program.put("/agents/eka", body.formatted("\"other:4\"")).detail())
                .isEqualTo("Refused: a tier is a number from 1 to 3: other.");
        assertThat(program.put("/agents/eka", body.formatted("\"other:best\"")).detail())
                .contains("other:best");
    }
}
