package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.NewAgent;
import hotline.agent.Role;
import hotline.agent.Skills;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An agent whose skill is misspelt would wait for calls that never come. */
class AgentSkillsApiTest {
    private static final String ANI =
            "{\"name\": \"Ani\", \"phone\": \"+6281234500001\", \"languages\": [\"id\"], \"skills\": [%s]}";

    private final TestSite site = new TestSite();
    private final Program program = new Program(site);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_skill_that_no_queue_has_is_refused() {
        Program.Reply typo = program.put("/agents/ani", ANI.formatted("\"other\", \"mising-order:2\""));
        assertThat(typo.status()).isEqualTo(400);
        assertThat(typo.detail())
                .isEqualTo("No queue of the live flows has the skill \"mising-order\"; did you mean \"missing-order\"?"
                        + " The skills are defective-return, missing-order, no-tracking-number, other.");
        assertThat(program.get("/agents/ani").status()).isEqualTo(404);

        assertThat(program.put("/agents/ani", ANI.formatted("\"warehouse\"")).detail())
                .isEqualTo("No queue of the live flows has the skill \"warehouse\"; the skills are defective-return,"
                        + " missing-order, no-tracking-number, other.");
        assertThat(program.put("/agents/ani", ANI.formatted("")).status()).isEqualTo(201);
    }

    @Test
    void an_agent_keeps_a_skill_whose_queue_is_gone() {
        NewAgent ani = new NewAgent(
                "ani",
                "Ani",
                Optional.of(new PhoneNumber("+6281234500001")),
                List.of(Language.INDONESIAN),
                Skills.of("warranty"),
                Role.AGENT);
        site.writer.write(handle -> {
            site.agents.put(handle, ani, site.clock.instant());
            return true;
        });
        assertThat(program.put("/agents/ani", ANI.formatted("\"warranty:2\", \"other\""))
                        .status())
                .isEqualTo(200);
        assertThat(program.put("/agents/eka", ANI.formatted("\"warranty\"")).status())
                .isEqualTo(400);
    }
}
