package hotline.flow;

import hotline.phone.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The recordings of one node: {@code audio/hold.wav}, and {@code audio/id/welcome.wav} in place of the voice. They are in its folder only, not
 * among the files that are published: each node plays those that it has, and the voice says the rest. Safe to use from several threads.
 */
public final class Recordings {
    private static final String ENDING = ".wav";

    private record Seen(String modified, AudioFile file) {}

    private final Optional<Path> audio;
    private volatile Optional<Map<String, Seen>> seen = Optional.empty();

    private Recordings(Optional<Path> audio) {
        this.audio = audio;
    }

    /** For flows whose folder is not at hand: what they name is taken to be there, and the voice says every prompt. */
    public static Recordings unknown() {
        return new Recordings(Optional.empty());
    }

    /**
     * Those in a folder of flows, as they are now.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public static Recordings in(Path folder) {
        Recordings recordings = notYetSeen(folder);
        recordings.look();
        return recordings;
    }

    /** Those in a folder of flows, which are not known until the first {@link #look}. */
    public static Recordings notYetSeen(Path folder) {
        return new Recordings(Optional.of(folder.resolve("audio")));
    }

    /**
     * Looks again; a file that has not changed is not read again.
     *
     * @throws UncheckedIOException when the folder cannot be read; what was seen before still counts
     */
    public void look() {
        audio.ifPresent(folder -> {
            Map<String, Seen> now = new TreeMap<>();
            for (Path file : list(folder)) {
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    // The web server serves no links from here, as they may lead anywhere.
                    list(file).stream()
                            .filter(inner -> Files.isRegularFile(inner, LinkOption.NOFOLLOW_LINKS))
                            .forEach(inner -> add(now, file.getFileName() + "/" + inner.getFileName(), inner));
                } else {
                    add(now, file.getFileName().toString(), file);
                }
            }
            seen = Optional.of(now);
        });
    }

    private void add(Map<String, Seen> now, String name, Path file) {
        if (!name.endsWith(ENDING)) {
            return;
        }
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
            String modified = is.lastModifiedTime() + " " + is.size();
            Seen before = seen.orElse(Map.of()).get(name);
            now.put(
                    name,
                    before != null && before.modified().equals(modified) ? before : new Seen(modified, read(file)));
        } catch (NoSuchFileException e) {
            // It was taken away while the folder was read, or is a link that leads nowhere: then there is none.
            return;
        } catch (IOException e) {
            now.put(
                    name,
                    new Seen(
                            "",
                            new AudioFile(
                                    Optional.of(Phrase.of("recording.unreadable", String.valueOf(e.getMessage()))))));
        }
    }

    private static AudioFile read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return AudioFile.read(in.readNBytes(AudioFile.HEADER));
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the recordings in " + folder, e);
        }
    }

    /** The files by their path in {@code audio/}; empty when they are not known. */
    Optional<Map<String, AudioFile>> files() {
        return seen.map(all -> {
            Map<String, AudioFile> files = new HashMap<>();
            all.forEach((name, file) -> files.put(name, file.file()));
            return files;
        });
    }

    /** What tells that a file has changed, by its path in {@code audio/}. */
    public Map<String, String> marks() {
        Map<String, String> marks = new HashMap<>();
        seen.orElse(Map.of()).forEach((name, file) -> marks.put(name, file.modified()));
        return marks;
    }

    /** The name of the recording that replaces a prompt in a language, whether or not it is there. */
    static String nameOf(String prompt, Language language) {
        return language.code() + "/" + prompt + ENDING;
    }

    /** The path in {@code audio/} of the recording that replaces a prompt, if the carrier can play it. */
    Optional<String> find(String prompt, Language language) {
        String name = nameOf(prompt, language);
        return seen.map(all -> all.get(name))
                .filter(recording -> recording.file().wrong().isEmpty())
                .map(recording -> name);
    }
}
