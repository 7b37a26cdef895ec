package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import hotline.agent.Role;
import hotline.flow.FlowLoader;
import hotline.flow.FlowProblem;
import hotline.flow.Phrase;
import hotline.phone.Language;
import hotline.publish.Draft;
import hotline.publish.Publishing;
import hotline.publish.Refusal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong with a draft is told in its reader's language, and leads to where it can be mended. */
class FlowProblemsTest {
    private static final String PAGE = "/flows/edit";
    private static final Pattern LINK = Pattern.compile("<li class=\"flow-problem\">\\s*<a [^>]*href=\"([^\"]+)\"");

    private final TestSite site =
            new TestSite().withAgent("sari", Role.SUPERVISOR).withAgent("budi", Role.SUPERVISOR);
    private final Browser sari = new Browser(site);
    private String token = "";

    @BeforeEach
    void sari_is_signed_in() {
        sari.signIn("sari", TestSite.PASSWORD);
        token = FormToken.of(sari.cookie("hotline-session"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_problem_is_told_in_the_language_of_its_reader() {
        edit("main-menu.yaml", text -> text.replace("1: missing-order", "1: missing-oder"));

        assertThat(sari.get(PAGE + "/main-menu.yaml").body())
                .contains("tidak ada langkah `missing-oder`; maksudnya `missing-order`?")
                .contains("Perbaiki namanya, atau tambahkan langkahnya.");
        sari.post("/language", Map.of("_token", token, "language", "en", "back", PAGE));
        assertThat(sari.get(PAGE + "/main-menu.yaml").body())
                .contains("there is no step `missing-oder`; did you mean `missing-order`?")
                .contains("Correct the name, or add the step.");
    }

    @Test
    void what_an_edit_of_the_folder_was_refused_for_is_told_in_the_language_of_the_reader() {
        Refusal refusal = new Refusal(
                TestSite.NOON,
                FlowLoader.check(Map.of("voices.yaml", "- id")).stream()
                        .map(FlowProblem::printed)
                        .toList(),
                Phrase.plain(""));

        assertThat(refused(refusal, Language.INDONESIAN))
                .contains("Perubahan terakhir di folder belum berlaku")
                .contains("numbers.yaml:1:1: kesalahan: berkas ini tidak ada, padahal diperlukan");
        assertThat(refused(refusal, Language.ENGLISH))
                .contains("numbers.yaml:1:1: error: there is no such file, and it is needed");
    }

    private static String refused(Refusal refusal, Language language) {
        TemplateOutput page = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render("flows/refused.jte", Map.of("refusal", refusal, "t", Texts.in(language)), page);
        return page.toString();
    }

    @Test
    void a_problem_in_a_file_that_was_deleted_leads_to_where_it_is_brought_back() {
        post("/delete", Map.of("file", "human.yaml"));

        assertThat(links(sari.get(PAGE).body()))
                .contains(PAGE + "#files-title")
                .noneMatch(link -> link.contains("human.yaml"))
                .allSatisfy(this::leadsSomewhere);
    }

    @Test
    void a_problem_in_a_file_that_only_others_have_leads_to_where_their_changes_are_brought_in() {
        publishes("old-topic.yaml", "flow: old-topic\nstart: end\nsteps:\n  end: {hang-up: goodbye}\n");
        post("/delete", Map.of("file", "old-topic.yaml"));
        publishes("new-topic.yaml", "flow: new-topic\nstart: go\nsteps:\n  go: {say: welcome, then: old-topic}\n");

        HttpResponse<String> answer = post("/publish", Map.of("reason", "coba"));

        assertThat(answer.body()).contains("new-topic.yaml, baris 4");
        assertThat(links(answer.body())).containsExactly(PAGE + "#behind-title").allSatisfy(this::leadsSomewhere);
    }

    @Test
    void a_file_that_is_missing_can_be_begun_where_its_problem_leads() {
        edit("voices.yaml", text -> text + "nl: Google.nl-NL-Wavenet-B\n");
        assertThat(links(sari.get(PAGE).body()))
                .contains(PAGE + "/prompts/nl.yaml#1:1")
                .allSatisfy(this::leadsSomewhere);

        String page = sari.get(PAGE + "/prompts/nl.yaml").body();
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(page);
        assertThat(seen.find()).isTrue();
        sari.post(
                PAGE + "/prompts/nl.yaml",
                Map.of("_token", token, "begun", begun(), "seen", seen.group(1), "text", "welcome: Welkom.\n"));

        assertThat(draft("sari").files()).containsEntry("prompts/nl.yaml", "welcome: Welkom.\n");
        assertThat(sari.get(PAGE + "/prompts/fr.yaml").statusCode()).isEqualTo(404);
    }

    /** The page is there, and has the part that the link names; an editor puts the cursor where the link says. */
    private void leadsSomewhere(String link) {
        String[] parts = link.split("#", 2);
        HttpResponse<String> page = sari.get(parts[0]);
        assertThat(page.statusCode()).as(link).isEqualTo(200);
        if (!parts[1].contains(":")) {
            assertThat(page.body()).contains("id=\"" + parts[1] + "\"");
        }
    }

    private static List<String> links(String page) {
        return LINK.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private HttpResponse<String> post(String deed, Map<String, String> fields) {
        Map<String, String> form = new TreeMap<>(fields);
        form.putAll(Map.of("_token", token, "begun", begun()));
        return sari.post("/flows/draft" + deed, form);
    }

    private void edit(String file, UnaryOperator<String> change) {
        Draft before = draft("sari");
        site.writer.write(handle -> site.liveFlows
                .drafts()
                .write(
                        handle,
                        "sari",
                        before.begunWith(),
                        file,
                        change.apply(before.files().get(file)),
                        site.clock.instant()));
    }

    private String begun() {
        return draft("sari").begunWith();
    }

    private Draft draft(String username) {
        return site.database.read(handle -> site.liveFlows.drafts().get(handle, username));
    }

    /** Budi makes this file live. */
    private void publishes(String file, String text) {
        Draft before = draft("budi");
        Map<String, String> files = new TreeMap<>(before.files());
        files.put(file, text);
        Publishing result = site.writer.write(handle -> site.liveFlows
                .publisher()
                .publish(handle, before.begunWith(), files, Optional.of("budi"), "try", site.clock.instant()));
        assertThat(result).isInstanceOf(Publishing.Live.class);
    }
}
