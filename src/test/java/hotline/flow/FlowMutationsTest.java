package hotline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any one mistake in the sample hotline is found, by the right rule and at the right line. */
class FlowMutationsTest {
    private static final Path SAMPLE = Path.of("voice-flows");
    /** On this day the holidays of the sample hotline last long enough; without the last of them they would not. */
    private static final Instant A_DAY = Instant.parse("2026-11-27T00:00:00Z");

    private static final List<Duration> TOOK = new CopyOnWriteArrayList<>();
    private static final Map<String, String> FILES = FlowLoader.load(SAMPLE).sources();

    /**
     * One change of the sample hotline.
     *
     * @param where the line at which the problem is to be told, as {@code file:line} or {@code file > text in it}; empty for the line of
     *     the change
     */
    record Mutation(String name, String file, String right, String wrong, String rule, String where) {
        static Mutation parse(String line) {
            List<String> columns = new ArrayList<>();
            for (String column : line.split("\\|", -1)) {
                columns.add(unescaped(column));
            }
            assertThat(columns).as(line).hasSizeBetween(5, 6);
            return new Mutation(
                    columns.get(0),
                    columns.get(1),
                    columns.get(2),
                    columns.get(3),
                    columns.get(4),
                    columns.size() == 6 ? columns.get(5) : "");
        }

        private static String unescaped(String column) {
            String stripped = column.strip();
            return stripped.replace("\\n", "\n");
        }

        Map<String, String> files() {
            Map<String, String> files = new TreeMap<>(FILES);
            String text = files.get(file);
            assertThat(text).as(file).contains(right);
            int at = text.indexOf(right);
            files.put(file, text.substring(0, at) + wrong + text.substring(at + right.length()));
            return files;
        }

        String place(Map<String, String> files) {
            if (where.isEmpty()) {
                return file + ":" + (line(FILES.get(file), FILES.get(file).indexOf(right)) + linesBefore());
            }
            if (!where.contains(" > ")) {
                return where;
            }
            String[] parts = where.split(" > ", 2);
            String text = files.get(parts[0]);
            assertThat(text).as(parts[0]).contains(parts[1]);
            return parts[0] + ":" + line(text, text.indexOf(parts[1]));
        }

        /** What was added may begin with what was there. */
        private int linesBefore() {
            return wrong.startsWith("\n") ? 1 : 0;
        }

        private static int line(String text, int at) {
            return 1
                    + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Mutation> mutations() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/flows/mutations.txt")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(Mutation::parse);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void a_mistake_is_found_at_its_line(Mutation mutation, @TempDir Path folder) throws IOException {
        Map<String, String> files = mutation.files();
        write(files, folder);

        long began = System.nanoTime();
        FlowReport report = FlowLoader.report(folder, A_DAY);
        TOOK.add(Duration.ofNanos(System.nanoTime() - began));

        assertThat(report.problems())
                .extracting(problem -> problem.rule().ruleName() + " " + problem.file() + ":" + problem.line())
                .contains(mutation.rule() + " " + mutation.place(files));
        PhrasesTest.areToldInBothLanguages(report.problems());
    }

    /** Said, not asserted: how long something takes is also up to the machine. */
    @AfterAll
    static void say_how_long_it_took() {
        Duration slowest = TOOK.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        System.out.printf(Locale.ROOT, "%d mutations, slowest %.2f s%n", TOOK.size(), slowest.toMillis() / 1000.0);
    }

    @Test
    void there_are_more_than_sixty() throws IOException {
        assertThat(mutations()).hasSizeGreaterThan(60);
    }

    private static void write(Map<String, String> files, Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Files.createDirectories(folder.resolve("audio"));
        Files.createSymbolicLink(
                folder.resolve("audio/hold.wav"),
                SAMPLE.resolve("audio/hold.wav").toAbsolutePath());
    }
}
