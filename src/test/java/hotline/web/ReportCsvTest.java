package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.NewAgent;
import hotline.agent.Role;
import hotline.agent.Skills;
import hotline.phone.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1"})
    void a_cell_with_which_a_formula_begins_is_defused(String cell) {
        assertThat(ReportCsv.defused(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ani", "10:00", "a=b", "1-2"})
    void any_other_cell_stays_as_it_is(String cell) {
        assertThat(ReportCsv.defused(cell)).isEqualTo(cell);
    }

    @Test
    void the_name_of_an_agent_is_no_formula_in_the_file() {
        NewAgent agent = new NewAgent(
                "mallory",
                "=HYPERLINK(\"http://example.com\")",
                Optional.empty(),
                List.of(Language.ENGLISH),
                Skills.NONE,
                Role.AGENT);
        try (TestSite site = new TestSite().withAgent("sari", Role.SUPERVISOR)) {
            site.writer.write(handle -> {
                site.agents.put(handle, agent, site.clock.instant());
                return true;
            });
            site.withPast(day -> day.answered("missing-order", "00:00:10", 10, 110, 30, "mallory"));
            Browser browser = new Browser(site);
            browser.signIn("sari", TestSite.PASSWORD);

            String csv = browser.get("/reports/csv?by=agent").body();

            assertThat(csv).contains("\n\"'=HYPERLINK(\"\"http://example.com\"\")\",1,");
        }
    }
}
