package hotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioFilesTest {
    @TempDir
    Path folder;

    private AudioFiles audio;
    private Javalin server;

    @BeforeEach
    void start() throws IOException {
        Path audioFolder = Files.createDirectories(folder.resolve("audio/id"));
        Files.write(folder.resolve("audio/music.wav"), wav(8_000, 20_000));
        Files.write(audioFolder.resolve("chime.mp3"), new byte[] {1, 2, 3});
        Files.writeString(folder.resolve("secret.wav"), "secret");
        Files.writeString(folder.resolve("audio/notes.txt"), "secret");
        Files.createSymbolicLink(folder.resolve("audio/link.wav"), folder.resolve("secret.wav"));
        audio = new AudioFiles(folder.resolve("audio"));
        server = Javalin.create(config -> audio.addTo(config.routes)).start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    /** A header with an odd chunk that is not sound, then so many bytes of sound. */
    private static byte[] wav(int bytesPerSecond, int bytes) {
        ByteBuffer wav = ByteBuffer.allocate(12 + 8 + 4 + 24 + 8 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(wav.capacity() - 8).put(ascii("WAVE"));
        wav.put(ascii("LIST")).putInt(3).put(new byte[4]);
        wav.put(ascii("fmt "))
                .putInt(16)
                .putShort((short) 7)
                .putShort((short) 1)
                .putInt(8_000);
        wav.putInt(bytesPerSecond).putShort((short) 1).putShort((short) 8);
        wav.put(ascii("data")).putInt(bytes);
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    @Test
    void a_recording_is_served_to_anybody_and_may_be_cached() throws Exception {
        HttpResponse<byte[]> response = get("/audio/music.wav");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("audio/wav");
        assertThat(response.body()).isEqualTo(wav(8_000, 20_000));
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/audio/music.wav", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get("/audio/id/chime.mp3").headers().firstValue("Content-Type"))
                .contains("audio/mpeg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audio/missing.wav",
                "/audio/notes.txt",
                "/audio/link.wav",
                "/audio/..%2fsecret.wav",
                "/audio/%2e%2e/secret.wav",
                "/audio/id/%2e%2e/%2e%2e/secret.wav",
                "/audio/",
                "/audio/id",
                "/audio//music.wav"
            })
    void nothing_else_is_served(String path) throws Exception {
        assertThat(get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void the_length_of_a_wav_file_is_read_from_its_header() {
        assertThat(audio.find("/audio/music.wav")).contains(Duration.ofMillis(2_500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/audio/id/chime.mp3", "/audio/missing.wav", "/audio/../secret.wav", "https://x/y.wav"})
    void the_length_of_anything_else_is_not_known(String path) {
        assertThat(audio.find(path)).isEmpty();
    }
}
