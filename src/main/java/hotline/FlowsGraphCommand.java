package hotline;

import hotline.flow.VoiceFlows;
import hotline.graph.FlowChart;
import hotline.graph.FlowCharts;
import hotline.graph.MermaidWriter;
import hotline.graph.SvgWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hotline flows graph}. */
@Command(
        name = "graph",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Draws the flows: a picture of each and one of how they lead to each other.")
final class FlowsGraphCommand implements Callable<Integer> {
    /** What can be drawn. */
    enum Format {
        svg,
        mermaid
    }

    @Mixin
    private FlowFolder folder = new FlowFolder();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "svg",
            description =
                    "svg writes files, mermaid prints text that wikis and code hosts draw; ${DEFAULT-VALUE} unless said"
                            + " otherwise")
    private Format format = Format.svg;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "flow-graph",
            description = "where the SVG files go, ${DEFAULT-VALUE} unless said otherwise")
    private Path out = Path.of("flow-graph");

    @Override
    public Integer call() throws IOException {
        VoiceFlows flows = folder.load();
        if (format == Format.mermaid) {
            System.out.print(MermaidWriter.write(FlowCharts.of(flows)));
            return 0;
        }
        Files.createDirectories(out);
        write("overview", FlowCharts.overview(flows));
        List<FlowChart> charts = FlowCharts.of(flows);
        for (FlowChart chart : charts) {
            write(chart.name(), chart);
        }
        return 0;
    }

    private void write(String name, FlowChart chart) throws IOException {
        Path file = out.resolve(name + ".svg");
        Files.writeString(file, SvgWriter.file(chart));
        System.out.println(file);
    }
}
