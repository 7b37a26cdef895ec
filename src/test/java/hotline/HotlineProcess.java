package hotline;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code hotline serve} in a process of its own, that can be killed and started again at the same address. */
final class HotlineProcess implements AutoCloseable {
    static final String API_TOKEN = "api-token";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> environment;
    private final Path output;
    private final URI address;
    private volatile @Nullable Process process;

    /** @param environment of the settings, without port, host and public address */
    HotlineProcess(Map<String, String> environment, Path output) {
        int port = freePort();
        this.address = URI.create("http://127.0.0.1:" + port);
        this.output = output;
        this.environment = new java.util.HashMap<>(environment);
        this.environment.putAll(Map.of(
                "HOTLINE_PORT",
                Integer.toString(port),
                "HOTLINE_HOST",
                "127.0.0.1",
                "HOTLINE_PUBLIC_URL",
                address.toString(),
                "HOTLINE_API_TOKEN",
                API_TOKEN));
    }

    URI address() {
        return address;
    }

    /** The settings that the process runs with. */
    Settings settings() {
        return Settings.read(environment);
    }

    void start() {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IllegalStateException("Hotline did not start", e);
        }
    }

    /** Whether it says that it can take calls; fails if it has ended by itself. */
    boolean isReady() {
        if (process == null || !process.isAlive()) {
            throw new IllegalStateException("Hotline ended by itself: " + log());
        }
        try {
            return status("/health/ready") == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As {@code kill -9} does; from any thread, at once. */
    void kill() {
        Process killed = process;
        if (killed != null) {
            killed.destroyForcibly();
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** As the system does when it shuts down. */
    void stop() {
        if (process != null) {
            process.destroy();
        }
        awaitEnd();
    }

    /** Returns when it has ended. */
    void awaitEnd() {
        try {
            if (process != null && !process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Hotline did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Hotline ended", e);
        }
    }

    /** What an address of it answers to whoever has the API's token. */
    String get(String path) {
        try {
            return http.send(request(path), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException(path + " did not answer: " + log(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The status of what an address of it answers. */
    int status(String path) throws IOException {
        try {
            return http.send(request(path), BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + API_TOKEN)
                .build();
    }

    /** What it printed, over all its lives. */
    List<String> log() {
        try {
            return Files.exists(output) ? Files.readAllLines(output) : List.of();
        } catch (IOException e) {
            throw new IllegalStateException("no output of Hotline", e);
        }
    }

    @Override
    public void close() {
        kill();
        awaitEnd();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }
}
