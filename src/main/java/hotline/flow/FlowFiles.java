package hotline.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a folder of flows, by their path in it. */
final class FlowFiles {
    private static final List<String> FOLDERS = List.of("", "prompts", "messages");
    private static final String TESTS = "tests";
    private static final Pattern READ = Pattern.compile(".*\\.yaml");
    private static final Pattern UNREAD = Pattern.compile("(?i)(?!.*(?-i:\\.yaml)$).*\\.ya?ml");

    private FlowFiles() {}

    /** @throws UncheckedIOException when the folder cannot be read */
    static Map<String, String> read(Path folder) {
        Map<String, String> files = new TreeMap<>();
        for (String under : FOLDERS) {
            for (String file : paths(folder, under, READ)) {
                files.put(file, text(folder.resolve(file)));
            }
        }
        return files;
    }

    /** Those that their author takes for files of the flows, or for examples, and that nobody reads, for their ending is another. */
    static List<String> unread(Path folder) {
        List<String> unread = new ArrayList<>(paths(folder, TESTS, UNREAD));
        FOLDERS.forEach(under -> unread.addAll(paths(folder, under, UNREAD)));
        return unread;
    }

    private static List<String> paths(Path folder, String under, Pattern name) {
        return names(folder.resolve(under), name).stream()
                .map(file -> under.isEmpty() ? file : under + "/" + file)
                .toList();
    }

    private static Set<String> names(Path folder, Pattern name) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name.asMatchPredicate())
                    .forEach(names::add);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the flows in " + folder, e);
        }
    }

    private static String text(Path file) {
        try {
            return YamlReader.text(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
