package hotline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.flow.FlowLoader;
import hotline.flow.VoiceFlows;
import hotline.graph.FlowChart.Arrow;
import hotline.graph.FlowChart.Box;
import hotline.graph.FlowChart.Kind;
import hotline.graph.Picture.PlacedBox;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class FlowChartsTest {
    private final VoiceFlows flows = FlowLoader.load(Path.of("voice-flows"));
    private final List<FlowChart> charts = FlowCharts.of(flows);

    private FlowChart chart(String flow) {
        return charts.stream()
                .filter(chart -> chart.name().equals(flow))
                .findFirst()
                .orElseThrow();
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void every_step_of_every_flow_has_a_box_and_every_branch_an_arrow() {
        Set<String> boxes = charts.stream()
                .flatMap(chart -> chart.boxes().stream())
                .map(Box::id)
                .collect(Collectors.toSet());
        assertThat(boxes).containsAll(flows.steps());
        assertThat(flows.branches())
                .allSatisfy(branch -> assertThat(chart(branch.flow()).arrows())
                        .anyMatch(arrow -> arrow.from().equals(FlowCharts.id(branch.flow(), branch.step()))
                                && (arrow.to().endsWith("/" + branch.target())
                                        || arrow.to().endsWith(" " + branch.target()))));
    }

    @Test
    void the_first_box_is_where_the_flow_begins_and_stands_above_all_others() {
        for (FlowChart chart : charts) {
            Picture picture = Layout.of(chart);
            double top = picture.boxes().get(0).y();
            assertThat(picture.boxes()).allSatisfy(box -> assertThat(box.y()).isGreaterThanOrEqualTo(top));
        }
    }

    @Test
    void keys_and_conditions_stand_at_the_arrows() {
        assertThat(chart("main-menu").arrows()).anySatisfy(arrow -> {
            assertThat(arrow.to()).isEqualTo("flow missing-order");
            assertThat(arrow.label()).isEqualTo("1");
        });
        assertThat(chart("missing-order").arrows()).extracting(Arrow::label).contains("late", "unpaid");
        assertThat(chart("missing-order").boxes()).extracting(Box::detail).contains("decide order.situation");
    }

    @Test
    void no_two_boxes_lie_on_each_other() {
        for (FlowChart chart : charts) {
            List<PlacedBox> boxes = Layout.of(chart).boxes();
            for (PlacedBox one : boxes) {
                assertThat(boxes).noneMatch(other -> other != one && overlap(one, other));
            }
        }
    }

    private static boolean overlap(PlacedBox one, PlacedBox other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    @Test
    void names_that_mean_something_in_xml_are_written_as_text() throws Exception {
        Box odd = new Box("a/<b>", "<script>\"&", "", Kind.SPEECH);
        String svg = Drawing.of(new FlowChart("a&b", List.of(odd), List.of())).inPage(Map.of("a/<b>", "3"));
        Document document = parse(svg);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getDocumentElement().getTextContent()).contains("<script>\"&", "a&b", "3");
    }

    @Test
    void every_chart_is_a_picture_that_can_be_read() throws Exception {
        for (FlowChart chart : charts) {
            Document document = parse(SvgWriter.file(chart));
            assertThat(document.getElementsByTagName("g").getLength())
                    .isEqualTo(chart.boxes().size());
        }
    }

    @Test
    void mermaid_text_names_every_flow_and_quotes_every_label() {
        String text = MermaidWriter.write(charts);
        assertThat(text).startsWith("flowchart TD\n");
        assertThat(charts).allSatisfy(chart -> assertThat(text).contains("[\"" + chart.name() + "\"]"));
        assertThat(text.lines().filter(line -> line.contains("-->")))
                .allMatch(line -> line.matches(" +f\\d+s\\d+ -->(\\|\"[^\"|]*\"\\|)? f\\d+s\\d+"));
    }

    @Test
    void the_overview_shows_which_flow_leads_to_which() {
        FlowChart overview = FlowCharts.overview(flows);
        assertThat(overview.boxes().get(0).title()).isEqualTo("hotline");
        assertThat(overview.arrows()).contains(new Arrow("main-menu", "missing-order", "1"));
        assertThat(overview.arrows()).extracting(Arrow::to).doesNotContain("human");
    }
}
