package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.flow.FlowLoader;
import hotline.flow.FlowProblem;
import hotline.flow.FlowReport;
import hotline.flow.Phrase;
import hotline.flow.Rule;
import hotline.phone.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the checks found, as people, programs and GitHub read it. */
class ReportPrinterTest {
    private static final Path FOLDER = Path.of("voice-flows");
    /** More than a month before the last holiday that the sample hotline lists. */
    private static final Instant A_DAY = Instant.parse("2026-11-22T05:00:00Z");

    private static final FlowReport BROKEN = new FlowReport(
            List.of(
                    new FlowProblem(
                            "human.yaml", 3, 8, Rule.UNKNOWN_STEP, Phrase.plain("there is no step `a, b: 100%`")),
                    new FlowProblem("prompts/en.yaml", 9, 1, Rule.LONG_PROMPT, Phrase.plain("it is long"))),
            List.of());

    @Test
    void people_read_a_line_for_each_problem_and_then_how_to_mend_them() {
        assertThat(new ReportPrinter(FOLDER, BROKEN, Language.ENGLISH).text()).isEqualTo("""
                human.yaml:3:8: error: there is no step `a, b: 100%`
                prompts/en.yaml:9:1: warning: it is long

                  long-prompt: Split or shorten it; callers forget what was said more than 15 seconds ago.
                  unknown-step: Correct the name, or add the step.

                1 error, 1 warning.
                """);
    }

    @Test
    void flows_without_an_error_are_clean_and_their_ways_are_told() {
        assertThat(new ReportPrinter(FOLDER, FlowLoader.report(FOLDER, A_DAY), Language.ENGLISH).text())
                .startsWith("The flows in voice-flows are clean.\n")
                .containsPattern(
                        "\nhotline +id +\\d+ keys \\d+ s to \\d+ keys \\d+ s +1 key \\d+ s to \\d+ keys \\d+ s\n");
    }

    @Test
    void flows_that_are_warned_about_can_be_used_but_are_not_clean() {
        FlowReport warned = new FlowReport(BROKEN.problems().subList(1, 2), List.of());
        assertThat(new ReportPrinter(FOLDER, warned, Language.ENGLISH).text())
                .contains("0 errors, 1 warning.\nThe flows in voice-flows can be used.\n")
                .doesNotContain("clean");
    }

    @Test
    void programs_read_json() throws IOException {
        JsonNode json = new ObjectMapper().readTree(new ReportPrinter(FOLDER, BROKEN, Language.ENGLISH).json());

        assertThat(json.get("errors").asInt()).isEqualTo(1);
        assertThat(json.get("problems").get(0).get("rule").asText()).isEqualTo("unknown-step");
        assertThat(json.get("problems").get(0).get("line").asInt()).isEqualTo(3);
        assertThat(json.get("problems").get(1).get("severity").asText()).isEqualTo("warning");
    }

    @Test
    void github_marks_the_lines() {
        assertThat(new ReportPrinter(FOLDER, BROKEN, Language.ENGLISH).github()).isEqualTo("""
                ::error file=voice-flows/human.yaml,line=3,col=8,title=unknown-step::there is no step `a, b: 100%25`. \
                Correct the name, or add the step.
                ::warning file=voice-flows/prompts/en.yaml,line=9,col=1,title=long-prompt::it is long. \
                Split or shorten it; callers forget what was said more than 15 seconds ago.
                """);
    }

    @Test
    void people_can_read_it_in_indonesian_and_programs_still_know_it() throws IOException {
        FlowReport broken = new FlowReport(
                List.of(new FlowProblem(
                        "human.yaml", 3, 8, Rule.UNKNOWN_STEP, Phrase.of("none.step", "wiat", Phrase.plain("")))),
                List.of());
        ReportPrinter printer = new ReportPrinter(FOLDER, broken, Language.INDONESIAN);

        assertThat(printer.text()).isEqualTo("""
                human.yaml:3:8: kesalahan: tidak ada langkah `wiat`

                  unknown-step: Perbaiki namanya, atau tambahkan langkahnya.

                1 kesalahan, 0 peringatan.
                """);
        JsonNode problem =
                new ObjectMapper().readTree(printer.json()).get("problems").get(0);
        assertThat(problem.get("text").asText()).isEqualTo("tidak ada langkah `wiat`");
        assertThat(problem.get("mend").asText()).startsWith("Perbaiki");
        assertThat(problem.get("severity").asText()).isEqualTo("error");
        assertThat(problem.get("rule").asText()).isEqualTo("unknown-step");
        assertThat(printer.github()).startsWith("::error file=").contains("title=unknown-step::tidak ada langkah");
        assertThat(new ReportPrinter(FOLDER, FlowLoader.report(FOLDER, A_DAY), Language.INDONESIAN).text())
                .startsWith("Tidak ada yang perlu diperbaiki pada alur di voice-flows.\n")
                .containsPattern("\nhotline +id +\\d+ tombol \\d+ s – \\d+ tombol \\d+ s +1 tombol");
    }
}
