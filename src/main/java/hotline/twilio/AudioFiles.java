package hotline.twilio;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recordings of the flows, by the path {@code /audio/…}. Served to anybody, without a signature: they hold nothing that a caller
 * does not hear, Twilio fetches them with a GET through a cache of its own that goes by {@code ETag} and {@code Cache-Control} (Twilio
 * help, "How can I change the cache behavior of audio files?"), and browsers play them too.
 */
public final class AudioFiles implements AudioLengths {
    private static final Logger LOG = LoggerFactory.getLogger(AudioFiles.class);
    private static final String PREFIX = "/audio/";

    /** No step out of the folder, nothing hidden, no other kind of file. */
    private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\\.(wav|mp3)");

    private static final Map<String, String> TYPES = Map.of("wav", "audio/wav", "mp3", "audio/mpeg");

    private final Path folder;

    /**
     * Serves what is in a folder.
     *
     * @param folder as {@code voice-flows/audio}; may be missing
     */
    public AudioFiles(Path folder) {
        this.folder = folder;
    }

    /** Registers the path. */
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(PREFIX + "<name>", this::serve);
    }

    @Override
    public Optional<Duration> find(String path) {
        return file(path).flatMap(file -> {
            try {
                return WavLength.of(file);
            } catch (IOException e) {
                LOG.warn("the length of the recording {} cannot be read: {}", path, e.toString());
                return Optional.empty();
            }
        });
    }

    private void serve(Context ctx) throws IOException {
        Path file = file(ctx.path()).orElseThrow(NotFoundResponse::new);
        String tag =
                "\"" + Files.size(file) + "-" + Files.getLastModifiedTime(file).toMillis() + "\"";
        ctx.header("ETag", tag).header("Cache-Control", "public, max-age=300");
        if (tag.equals(ctx.header("If-None-Match"))) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        String name = file.getFileName().toString();
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        ctx.contentType(type).result(Files.newInputStream(file));
    }

    /** The file of a path, where there is one; a link is none, as it may lead anywhere. */
    private Optional<Path> file(String path) {
        if (!path.startsWith(PREFIX)
                || !NAME.matcher(path.substring(PREFIX.length())).matches()) {
            return Optional.empty();
        }
        Path file = folder.resolve(path.substring(PREFIX.length()));
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(file) : Optional.empty();
    }
}
