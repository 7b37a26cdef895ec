package hotline;

import hotline.flow.FlowLoader;
import hotline.flow.FlowReport;
import hotline.phone.Language;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hotline flows check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Verifies the flows: exit code 0 when they can be used, 1 when there are errors.")
final class FlowsCheckCommand implements Callable<Integer> {
    /** Those that it is told in. */
    enum Told {
        en,
        id
    }

    @Mixin
    private FlowFolder folder = new FlowFolder();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description =
                    "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said otherwise; what is wrong and how to mend it,"
                            + " in every format; rules, fields and words that programs read stay as they are")
    private Told language = Told.en;

    @Override
    public Integer call() {
        Path checked = folder.get();
        FlowReport report = FlowLoader.report(checked, Clock.systemUTC().instant());
        ReportPrinter printer = new ReportPrinter(checked, report, new Language(language.name()));
        System.out.print(
                switch (format.get()) {
                    case text -> printer.text();
                    case json -> printer.json();
                    case github -> printer.github();
                });
        return report.hasErrors() ? 1 : 0;
    }
}
