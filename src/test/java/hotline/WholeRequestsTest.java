package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.exchange.Phone;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that come slowly, in parts, late or never. */
class WholeRequestsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");

    /** More than a server has threads. */
    private static final int MANY = 300;

    private static Javalin echo(Clock clock) {
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.modifyServer(jetty -> jetty.insertHandler(new WholeRequests(clock)));
                    config.routes.post("/echo", ctx -> ctx.result("<" + ctx.body() + ">"));
                    config.routes.get("/echo", ctx -> ctx.result("none"));
                })
                .start("127.0.0.1", 0);
    }

    private static String head(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\nX-Twilio-Signature: x\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static Socket send(int port, String text) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        write(socket, text);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/twilio/voice", "/sign-in"})
    void a_caller_is_answered_while_many_who_never_finish_sending_are_connected(String path) throws IOException {
        List<Socket> unfinished = new ArrayList<>();
        try (CallRig rig = CallRig.start()) {
            rig.openShop();
            for (int i = 0; i < MANY; i++) {
                unfinished.add(send(rig.url().getPort(), head(path, 1_000) + "CallSid=CA"));
            }
            Phone caller = rig.caller().dial(CallRig.HOTLINE);
            rig.pass(Duration.ofSeconds(1));
            assertThat(String.join(" ", caller.words())).contains("Selamat datang");
        } finally {
            for (Socket socket : unfinished) {
                socket.close();
            }
        }
    }

    @Test
    void a_body_that_comes_in_parts_is_read_whole() throws IOException {
        Javalin server = echo(TestClock.pinned(NOON));
        try (Socket socket = send(server.port(), head("/echo", 3))) {
            for (String part : List.of("a", "b", "c")) {
                write(socket, part);
            }
            assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("<abc>");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_request_without_a_body_goes_on_at_once() throws IOException {
        Javalin server = echo(TestClock.pinned(NOON));
        try (Socket socket =
                send(server.port(), "GET /echo HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n")) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("none");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_body_that_takes_too_long_is_refused() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        InstantSource late = () -> NOON.plus(WholeRequests.LIMIT.multipliedBy(asked.getAndIncrement()));
        Javalin server = echo(late.withZone(ZoneOffset.UTC));
        try (Socket socket = send(server.port(), head("/echo", 3) + "a")) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 408");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_body_that_is_too_long_is_refused_unread() throws IOException {
        Javalin server = echo(TestClock.pinned(NOON));
        try (Socket stated = send(server.port(), head("/echo", WholeRequests.MOST_BYTES + 1));
                Socket chunked = send(
                        server.port(),
                        head("/echo", 0).replace("Content-Length: 0", "Transfer-Encoding: chunked") + "f4241\r\n")) {
            assertThat(answer(stated)).startsWith("HTTP/1.1 413");
            write(chunked, "x".repeat(WholeRequests.MOST_BYTES + 1));
            assertThat(answer(chunked)).startsWith("HTTP/1.1 413");
        } finally {
            server.stop();
        }
    }
}
