package hotline;

import hotline.flow.FlowProblemsException;
import hotline.flow.SentenceCsv;
import hotline.flow.SentenceImport;
import hotline.flow.Sentences;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hotline flows prompts}: what is said, how long it takes, and the way to translators and back. */
@Command(
        name = "prompts",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Lists every prompt and message with its length and what is missing: exit code 1 when something is.")
final class FlowsPromptsCommand implements Callable<Integer> {
    /** One or the other. */
    static final class Exchange {
        @Option(names = "--export", paramLabel = "FILE.csv", description = "writes all texts as CSV, for a spreadsheet")
        private @Nullable Path export;

        @Option(
                names = "--import",
                paramLabel = "FILE.csv",
                description = "takes the texts that differ back into the files of the flows; all of them, or none")
        private @Nullable Path imported;
    }

    @Mixin
    private FlowFolder folder = new FlowFolder();

    @ArgGroup
    private Exchange exchange = new Exchange();

    @Override
    public Integer call() {
        Path dir = folder.get();
        try {
            if (exchange.imported != null) {
                return take(dir, exchange.imported);
            }
            Sentences sentences = Sentences.read(dir);
            if (exchange.export != null) {
                Files.writeString(exchange.export, SentenceCsv.write(sentences));
                System.out.println(sentences.list().size() + " sentences are in " + exchange.export);
                return 0;
            }
            SentencesPrinter printer = new SentencesPrinter(sentences);
            System.out.print(printer.text());
            return printer.missing() == 0 ? 0 : 1;
        } catch (FlowProblemsException e) {
            throw new UserException("the sentences cannot be read; see why with: hotline flows check");
        } catch (CharacterCodingException e) {
            throw new UserException("the file is not UTF-8; save it as CSV UTF-8");
        } catch (IOException e) {
            throw new UserException("cannot read or write the file: " + e);
        }
    }

    private static int take(Path dir, Path csv) throws IOException {
        SentenceImport.Result result = SentenceImport.run(dir, csv.toString(), Files.readString(csv));
        if (!result.refusals().isEmpty()) {
            result.refusals().forEach(System.err::println);
            System.err.println("Nothing was changed.");
            return 1;
        }
        result.changed().forEach(System.out::println);
        System.out.println(result.changed().size() + " texts changed");
        return 0;
    }
}
