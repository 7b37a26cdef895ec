package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.Role;
import hotline.publish.Draft;
import hotline.publish.Publication;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supervisor has their draft open in two windows, of which one shows what is not there anymore. */
class DraftPagesTest {
    private static final String FILE = "prompts/en.yaml";

    private final TestSite site = new TestSite().withAgent("sari", Role.SUPERVISOR);
    private final Browser browser = new Browser(site);

    @BeforeEach
    void sign_in() {
        browser.signIn("sari", TestSite.PASSWORD);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Draft draft() {
        return site.database.read(handle -> site.liveFlows.drafts().get(handle, "sari"));
    }

    private Publication live() {
        return site.database.read(site.liveFlows.publisher()::live);
    }

    /** Begins a draft, or goes on with it. */
    private String edits(String welcome) {
        Draft before = draft();
        String text = before.files().get(FILE).replaceFirst("(?m)^welcome: .*$", "welcome: " + welcome);
        site.writer.write(handle -> site.liveFlows
                .drafts()
                .write(handle, "sari", before.begunWith(), FILE, text, site.clock.instant())
                .orElseThrow());
        return before.begunWith();
    }

    private int sends(String deed, String begun) {
        Map<String, String> form = new TreeMap<>(Map.of("begun", begun, "reason", "try"));
        form.put("_token", Browser.token(browser.get("/flows/edit").body()));
        return browser.post("/flows/draft/" + deed, form).statusCode();
    }

    @Test
    void a_draft_that_the_window_does_not_show_is_neither_thrown_away_nor_published() {
        String begun = edits("Hello from the first draft.");
        assertThat(sends("publish", begun)).isEqualTo(303);
        String next = edits("Hello from the second draft.");
        Publication live = live();

        assertThat(sends("discard", begun)).isEqualTo(409);
        assertThat(sends("publish", begun)).isEqualTo(409);
        assertThat(draft().edits()).isEqualTo(1);
        assertThat(live()).isEqualTo(live);

        assertThat(sends("discard", next)).isEqualTo(303);
        assertThat(draft().edits()).isZero();
        assertThat(sends("discard", begun)).as("when there is none").isEqualTo(303);
        assertThat(sends("publish", begun)).as("when there is none").isEqualTo(303);
        assertThat(live()).isEqualTo(live);
    }

    @Test
    void the_page_names_the_draft_that_it_shows() {
        String begun = edits("Hello from the draft.");
        String page = browser.get("/flows/edit").body();
        for (String form : new String[] {"/flows/draft/publish", "/flows/draft/discard"}) {
            String fields = page.substring(page.indexOf("action=\"" + form));
            assertThat(fields.substring(0, fields.indexOf("</form>")))
                    .contains("name=\"begun\" value=\"" + begun + "\"");
        }
    }

    @Test
    void what_a_page_that_is_left_sends_twice_is_no_conflict_with_itself() {
        String page = browser.get("/flows/edit/" + FILE).body();
        String text = draft().files().get(FILE);

        assertThat(keeps(page, text + "# a note\n")).isEqualTo(303);
        assertThat(keeps(page, text + "# a note\r\n")).as("the same again").isEqualTo(303);
        assertThat(keeps(page, text + "# another note\n"))
                .as("another window's")
                .isEqualTo(409);
    }

    private int keeps(String page, String text) {
        Map<String, String> form = new TreeMap<>(Map.of("text", text, "_token", Browser.token(page)));
        for (String field : new String[] {"begun", "seen"}) {
            Matcher value =
                    Pattern.compile("name=\"" + field + "\" value=\"([^\"]+)\"").matcher(page);
            assertThat(value.find()).isTrue();
            form.put(field, value.group(1));
        }
        return browser.post("/flows/edit/" + FILE, form).statusCode();
    }
}
