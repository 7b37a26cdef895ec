package hotline.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the sample flows that a test may edit. */
public final class FlowFolder {
    private static final Path SAMPLE = Path.of("voice-flows");

    private final Path path;

    private FlowFolder(Path path) {
        this.path = path;
    }

    /** Copies the sample flows into an empty folder. */
    public static FlowFolder in(Path empty) {
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                Path copy = empty.resolve(SAMPLE.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            return new FlowFolder(empty);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    /** Replaces words in one of the files, which must be there. */
    public FlowFolder edit(String file, String words, String others) {
        try {
            Path edited = path.resolve(file);
            String text = Files.readString(edited);
            if (!text.contains(words)) {
                throw new IllegalArgumentException(file + " does not say: " + words);
            }
            Files.writeString(edited, text.replace(words, others));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
