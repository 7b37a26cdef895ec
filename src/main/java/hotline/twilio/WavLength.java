package hotline.twilio;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How long a WAV file is, by its header (RIFF: chunks of a name, a length and contents, in little-endian order). */
final class WavLength {
    private WavLength() {}

    /** The length; empty for a file of another kind. */
    static Optional<Duration> of(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            return of(in);
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> of(DataInputStream in) throws IOException {
        if (!name(in).equals("RIFF")) {
            return Optional.empty();
        }
        in.skipNBytes(8);
        long bytesPerSecond = 0;
        while (true) {
            String chunk = name(in);
            long length = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
            if (chunk.equals("data")) {
                return bytesPerSecond == 0
                        ? Optional.empty()
                        : Optional.of(Duration.ofMillis(length * 1_000 / bytesPerSecond));
            }
            if (chunk.equals("fmt ")) {
                in.skipNBytes(8);
                bytesPerSecond = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
                length -= 12;
            }
            in.skipNBytes(length + (length & 1));
        }
    }

    private static String name(DataInputStream in) throws IOException {
        return new String(in.readNBytes(4), StandardCharsets.US_ASCII);
    }
}
