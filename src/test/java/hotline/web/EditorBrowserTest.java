package hotline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import hotline.agent.Role;
import hotline.flow.VoiceFlows;
import hotline.phone.Language;
import hotline.publish.Draft;
import hotline.publish.Publishing;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EditorBrowserTest extends PageBrowserTest {
    private static final String MENU = "/flows/edit/main-menu.yaml";
    private static final String PROMPTS = "/flows/edit/prompts/en.yaml";
    private static final String WELCOME = "Welcome to Toko Nusantara.";

    private static void replace(Page page, String words, String others) {
        Locator text = page.locator("#text");
        text.fill(text.inputValue().replace(words, others));
    }

    private String welcome() {
        return site.liveFlows.versions().current().prompt("welcome", Language.ENGLISH, Map.of());
    }

    private static void publish(Page page, String why) {
        page.locator("#reason").fill(why);
        page.locator("#publish").click();
    }

    @Test
    void a_mistake_is_told_as_it_is_typed_and_keeps_the_draft_from_going_live() {
        String before = site.liveFlows.versions().current().version();
        Page page = openAs("sari", MENU);
        replace(page, "1: missing-order", "1: missing-oder");
        assertThat(page.locator("#edit-problems")).containsText("missing-oder");
        assertThat(page.locator("#edit-state")).containsText("1 kesalahan");
        Locator problem = page.locator("#edit-problems a").first();
        assertThat(problem).hasText(Pattern.compile("main-menu\\.yaml, baris \\d+"));
        problem.click();
        assertThat(page.locator("#text")).isFocused();
        assertThat(String.valueOf(page.evaluate("""
                () => { const t = document.querySelector('#text'); return t.value.slice(t.selectionStart, t.selectionStart + 12); }"""))).isEqualTo("missing-oder");

        page.navigate(site.url("/flows/edit").toString());
        assertThat(page.locator("main")).containsText("missing-oder");
        publish(page, "coba");
        assertThat(page.locator("#reason-wrong")).containsText("Tidak ada yang diterbitkan");
        assertThat(site.liveFlows.versions().current().version()).isEqualTo(before);
        complaints.clear(); // the browser's own, about the answer 422
    }

    @Test
    void the_lines_are_numbered_once_for_all_that_is_pasted_and_a_wrong_one_is_marked() {
        Page page = openAs("sari", MENU);
        Locator numbers = page.locator(".gutter span");
        int lines = page.locator("#text").inputValue().split("\n", -1).length;
        assertThat(numbers).hasCount(lines);
        page.evaluate("""
                () => { window.times = 0; new MutationObserver((all) => { window.times += all.length; })
                    .observe(document.querySelector('.gutter'), { childList: true }); }""");
        replace(page, "1: missing-order", "# one more\n".repeat(200) + "    1: missing-oder");
        assertThat(numbers).hasCount(lines + 200);
        assertThat(page.locator(".gutter .wrong-line")).hasText(Pattern.compile("● \\d+"));
        assertThat(((Number) page.evaluate("window.times")).intValue()).isLessThan(100);
    }

    @Test
    void the_picture_follows_what_is_typed_once_it_can_be_read() {
        Page page = openAs("sari", "/flows/edit/anything-else.yaml");
        assertThat(page.locator("#edit-picture svg")).isVisible();
        replace(page, "otherwise: goodbye", "otherwise: farewell");
        assertThat(page.locator("#edit-problems")).containsText("farewell");
        assertThat(page.locator("#edit-picture-state")).containsText("Gambar mengikuti");
        replace(page, "  goodbye: {hang-up: goodbye}", "  farewell: {hang-up: goodbye}");
        assertThat(page.locator("#edit-picture")).containsText("farewell");
        assertThat(page.locator("#edit-problems")).not().containsText("farewell");
        assertThat(page.locator("#edit-state")).containsText("Siap diterbitkan");
    }

    @Test
    void what_is_published_is_live_at_once_and_the_history_says_who_and_why() {
        Page page = openAs("sari", PROMPTS);
        replace(page, WELCOME, "Hello from the shop.");
        assertThat(page.locator("#edit-state")).containsText("Siap diterbitkan");
        page.navigate(site.url("/flows/edit").toString());
        assertThat(page.locator(".diff .in")).containsText("Hello from the shop.");
        assertThat(page.locator(".diff .out")).containsText(WELCOME);
        assertThat(welcome()).isEqualTo(WELCOME);

        publish(page, "sapaan lebih ramah");
        Locator newest = page.locator(".publications li").first();
        assertThat(newest).containsText("sari");
        assertThat(newest).containsText("sapaan lebih ramah");
        assertThat(newest).containsText("prompts/en.yaml");
        assertThat(welcome()).isEqualTo("Hello from the shop.");

        page.locator(".publications li a").last().click();
        page.locator("#reason").fill("terlalu singkat");
        page.locator("#again").click();
        assertThat(newest).containsText("terlalu singkat");
        assertThat(page.locator(".notice")).containsText("Sudah berlaku");

        page.locator(".publications li a").last().click();
        assertThat(page.locator(".heading .tag")).hasCount(0); // live is the newer one with the same files
        page.locator("#reason").fill("sekali lagi");
        page.locator("#again").click();
        assertThat(page.locator(".notice")).containsText("sama dengan yang sedang berlaku");
        assertThat(page.locator(".publications li .tag")).hasCount(1);
        assertThat(welcome()).isEqualTo(WELCOME);
        assertThat(site.writer.<Integer>write(handle -> handle.createQuery(
                                "select count(*) from audit where action in ('flows-published', 'flows-rolled-back')")
                        .mapTo(Integer.class)
                        .one()))
                .isEqualTo(2);
    }

    @Test
    void two_supervisors_do_not_undo_each_others_work() {
        site.withAgent("budi", Role.SUPERVISOR);
        Page sari = openAs("sari", PROMPTS);
        replace(sari, WELCOME, "Hello from Sari.");
        assertThat(sari.locator("#edit-state")).containsText("Siap diterbitkan");
        Page budi = openAs("budi", PROMPTS);
        replace(budi, WELCOME, "Hello from Budi.");
        assertThat(budi.locator("#edit-state")).containsText("Siap diterbitkan");
        budi.navigate(site.url("/flows/edit").toString());
        publish(budi, "lebih ramah");
        assertThat(budi.locator(".publications")).containsText("lebih ramah");

        sari.navigate(site.url("/flows/edit").toString());
        assertThat(sari.locator(".trouble-block")).containsText("budi: lebih ramah");
        publish(sari, "lebih singkat");
        assertThat(sari.locator("#reason-wrong")).containsText("orang lain");
        assertThat(welcome()).isEqualTo("Hello from Budi.");
        sari.locator("form[action='/flows/draft/take-over'] button").click();
        assertThat(sari.locator(".draft-state")).containsText("Belum ada perubahan");
        complaints.clear(); // the browser's own, about the answer 422
    }

    @Test
    void what_is_broken_only_together_with_what_has_gone_live_since_is_told() {
        publishes("budi", "new-topic.yaml", "flow: new-topic\nstart: end\nsteps:\n  end: {hang-up: goodbye}\n");
        Page page = openAs("sari", "/flows/edit");
        page.locator("#name").fill("other-topic.yaml");
        page.locator(".add-file button").click();
        assertThat(page.locator("#text")).isVisible();
        page.waitForLoadState();
        String text = "flow: other-topic\nstart: go\nsteps:\n  go: {say: welcome, then: new-topic}\n";
        answered(page, () -> page.locator("#text").fill(text));
        publishes("budi", "new-topic.yaml", "");
        page.navigate(site.url("/flows/edit").toString());
        publish(page, "coba");
        assertThat(page.locator("#reason-wrong")).containsText("Tidak ada yang diterbitkan");
        assertThat(page.locator(".trouble-block")).containsText("new-topic");
        assertThat(page.locator(".draft-state")).not().containsText("Siap diterbitkan");
        complaints.clear(); // the browser's own, about the answer 422
    }

    /** Somebody else makes this file live, or takes it out if it is empty. */
    private void publishes(String username, String file, String text) {
        Publishing result = site.writer.write(handle -> {
            Draft draft = site.liveFlows.drafts().get(handle, username);
            Map<String, String> files = new TreeMap<>(draft.files());
            files.put(file, text);
            files.values().remove("");
            return site.liveFlows
                    .publisher()
                    .publish(handle, draft.begunWith(), files, Optional.of(username), "try", site.clock.instant());
        });
        assertThat(result).isInstanceOf(Publishing.Live.class);
    }

    @Test
    void a_flow_is_added_written_and_deleted_again() {
        Page page = openAs("sari", "/flows/edit");
        page.locator("#name").fill("gift-card.yaml");
        page.locator(".add-file button").click();
        assertThat(page.locator("#text")).hasValue(Pattern.compile("flow: gift-card"));
        page.locator("form[action='/flows/draft/delete'] button").click();
        assertThat(page.locator(".draft-state")).containsText("Belum ada perubahan");
        assertThat(page.locator(".file-list").first()).not().containsText("gift-card");

        page.navigate(site.url("/flows/edit/anything-else.yaml").toString());
        page.locator("form[action='/flows/draft/delete'] button").click();
        assertThat(page.locator(".file-list .gone")).hasText("anything-else.yaml");
        page.locator(".file-list form button").click();
        assertThat(page.locator(".draft-state")).containsText("Belum ada perubahan");
    }

    @Test
    void a_draft_is_kept_to_be_rung_and_is_not_live() {
        Page page = openAs("sari", PROMPTS);
        replace(page, WELCOME, "Hello from the draft.");
        assertThat(page.locator("#edit-state")).containsText("Siap diterbitkan");
        page.navigate(site.url("/flows/edit").toString());
        page.locator("#keep").click();
        Locator ring = page.locator("#ring");
        assertThat(ring).hasAttribute("href", Pattern.compile("http://127\\.0\\.0\\.1:8090/\\?flows=[0-9a-f]{12}"));
        String version = ring.getAttribute("href").replaceFirst(".*=", "");
        assertThat(page.locator("main")).containsText("https://hotline.example/twilio/voice?flows=" + version);
        assertThat(welcome()).isEqualTo(WELCOME);
        VoiceFlows kept = site.liveFlows.versions().load(version);
        assertThat(kept.prompt("welcome", Language.ENGLISH, Map.of())).isEqualTo("Hello from the draft.");
    }

    @Test
    void what_was_typed_last_is_kept_when_the_page_is_left() {
        Page page = openAs("sari", PROMPTS);
        page.waitForLoadState();
        replace(page, WELCOME, "Typed at the last moment.");
        page.locator("a[href='/flows/edit#publish-title']").click();
        assertThat(page.locator("#publish-title")).isVisible();
        page.reload();
        assertThat(page.locator(".diff .in")).containsText("Typed at the last moment.");
    }

    /** Types, and waits until the server has said what it made of that. */
    private static void answered(Page page, Runnable typing) {
        page.waitForResponse(response -> response.request().method().equals("POST"), typing);
    }

    @Test
    void a_second_window_is_not_overwritten_and_what_was_not_kept_is_not_lost_silently() {
        Page first = openAs("sari", PROMPTS);
        first.waitForLoadState();
        Page second = openAs("sari", PROMPTS);
        second.waitForLoadState();
        answered(first, () -> replace(first, WELCOME, "Hello."));
        answered(first, () -> replace(first, "Hello.", "Hello from the first window."));

        replace(second, WELCOME, "Hello from the second window.");
        second.locator("a[href='/flows/edit#publish-title']").click();
        assertThat(second.locator("#edit-state")).containsText("Tidak tersimpan");
        assertThat(second.locator("#text")).hasValue(Pattern.compile("Hello from the second window"));
        second.onDialog(Dialog::accept);
        second.locator("#edit-state a").click();
        assertThat(second.locator("#text")).hasValue(Pattern.compile("Hello from the first window"));

        answered(second, () -> replace(second, "the first window", "both windows"));
        first.locator("#text").pressSequentially("# more");
        assertThat(first.locator("#edit-state")).containsText("Tidak tersimpan");
        second.reload();
        assertThat(second.locator("#text")).hasValue(Pattern.compile("Hello from both windows"));
        complaints.clear(); // the browser's own, about the answer 409
    }

    @ParameterizedTest
    @EnumSource
    void the_editor_is_seen(Reader reader) {
        Page page = openAs("sari", MENU, reader);
        look(page, reader, "editor-clean");
        replace(page, "1: missing-order", "1: missing-oder");
        assertThat(page.locator("#edit-problems")).containsText("missing-oder");
        look(page, reader, "editor");
        page.navigate(site.url("/flows/edit").toString());
        look(page, reader, "draft");
        page.navigate(site.url(MENU).toString());
        replace(page, "missing-oder", "missing-order");
        assertThat(page.locator("#edit-state")).containsText(Pattern.compile("Belum ada perubahan|Nothing changed"));
        replace(page, "# The keys", "# All keys");
        assertThat(page.locator("#edit-state .good")).isVisible();
        page.navigate(site.url("/flows/edit").toString());
        page.locator("#keep").click();
        assertThat(page.locator("#ring")).isVisible();
        look(page, reader, "draft-to-ring");
        page.navigate(site.url(PROMPTS).toString());
        look(page, reader, "editor-prompts");
    }

    @ParameterizedTest
    @EnumSource
    void the_history_is_seen(Reader reader) {
        Page page = openAs("sari", PROMPTS, reader);
        replace(page, WELCOME, "Hello from the shop.");
        assertThat(page.locator("#edit-state .good")).isVisible();
        page.navigate(site.url("/flows/edit").toString());
        publish(page, "sapaan lebih ramah");
        assertThat(page.locator(".publications li")).hasCount(2);
        look(page, reader, "history");
        page.locator(".publications li a").first().click();
        assertThat(page.locator("#changes-title")).isVisible();
        look(page, reader, "publication");
    }
}
