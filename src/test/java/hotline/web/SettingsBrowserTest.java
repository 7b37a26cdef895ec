package hotline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import hotline.agent.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsBrowserTest extends PageBrowserTest {
    private static final List<String> PAGES = List.of(
            "/settings/agents",
            "/settings/agents/new",
            "/settings/agents/ani",
            "/settings/skills",
            "/settings/dispositions",
            "/settings/audit?check=true",
            "/account");

    @BeforeEach
    void an_administrator() {
        site.withAgent("dewi", Role.ADMIN);
    }

    @Test
    void an_administrator_adds_an_agent_whose_form_forgets_nothing() {
        Page page = openAs("dewi", "/settings/agents");
        page.locator("a.primary").click();
        page.locator("#username").fill("budi");
        page.locator("#name").fill("Budi Santoso");
        page.locator("#phone").fill("not a number");
        page.locator("main form.card button.primary").click();
        assertThat(page.locator("#phone-wrong")).isVisible();
        assertThat(page.locator("#name")).hasValue("Budi Santoso");
        shoot(page, "settings-agent-wrong");
        complaints.removeIf(complaint -> complaint.contains("422"));

        page.locator("#phone").fill("+6281234567890");
        page.locator("main form.card button.primary").click();
        assertThat(page.locator(".notice.good")).isVisible();
        assertThat(page.locator("h1")).containsText("Budi Santoso");
    }

    @Test
    void a_supervisor_sets_skills_on_a_phone() {
        Page page = arrive(open(390, ColorScheme.DARK, "id"), "sari", "/settings/agents");
        page.locator("text=Ani").first().click();
        page.locator("select[name='skill.missing-order']").selectOption("3");
        page.locator("main form.card button.primary").click();
        assertThat(page.locator(".notice.good")).isVisible();
        shoot(page, "settings-skills-phone");
        assertThat(site.database
                        .read(handle -> site.agents.get(handle, "ani"))
                        .skills()
                        .written())
                .contains("missing-order:3");
    }

    @ParameterizedTest
    @EnumSource
    void every_page_of_the_settings_can_be_used_by_everybody_and_fits(Reader reader) {
        Page page = openAs("dewi", "/desk", reader);
        for (String path : PAGES) {
            page.navigate(site.url(path).toString());
            look(page, reader, "settings" + path.replaceAll("[^a-z]+", "-"));
        }
    }
}
