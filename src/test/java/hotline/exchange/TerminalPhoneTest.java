package hotline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In real time, as the terminal has it; the prompts are short. */
class TerminalPhoneTest {
    private static final String CALLER = "+6281234567890";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final ScriptedHotline hotline = new ScriptedHotline();
    private final Exchange exchange =
            Exchange.start(ExchangeSettings.realTime(ExchangeTest.ACCOUNT, ExchangeTest.TOKEN));
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void serveTheNumber() {
        exchange.serve(new HotlineNumber(ExchangeTest.HOTLINE, hotline.url("/voice"), null, null, null));
        RestClient rest = new RestClient(exchange.address(), ExchangeTest.ACCOUNT, ExchangeTest.TOKEN);
        hotline.on("/voice", "<Gather numDigits=\"1\" action=\"/menu\"><Say language=\"id-ID\">Tekan.</Say></Gather>")
                .on("/menu", "<Gather action=\"/order\" timeout=\"1\"><Say>Order?</Say></Gather><Redirect/>")
                .on("/order", asked -> {
                    rest.post("/Messages.json", "To", CALLER, "From", ExchangeTest.HOTLINE, "Body", "Ticket opened.");
                    return "<Say>Thanks.</Say>";
                });
    }

    @AfterEach
    void close() {
        exchange.close();
        hotline.close();
    }

    private int call(Optional<String> keys, InputStream in) {
        return call(Optional.empty(), keys, in);
    }

    private int call(Optional<LocalDateTime> asIfAt, Optional<String> keys, InputStream in) {
        return TerminalPhone.run(
                exchange.address(), CALLER, asIfAt, keys, new PrintStream(printed, true, StandardCharsets.UTF_8), in);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_script_is_pressed_prompt_by_prompt_and_the_call_is_printed() {
        int exit = call(Optional.of("1,w,240512#"), InputStream.nullInputStream());
        assertThat(printed())
                .containsSubsequence(
                        "Calling +62215550001",
                        "0:00 Hotline  Tekan.",
                        "You      [1]",
                        "Hotline  Order?",
                        "Hotline  Order?",
                        "You      [2 4 0 5 1 2 #]",
                        "Hotline  Thanks.",
                        "SMS      Ticket opened.   (from +62215550001)",
                        "The call has ended.");
        assertThat(exit).isEqualTo(TerminalPhone.OK);
        assertThat(hotline.lastAsked("/order").value("Digits")).isEqualTo("240512");
    }

    @Test
    void the_number_of_a_payment_card_is_pressed_but_not_printed() {
        call(Optional.of("1,12*4111111111111111#"), InputStream.nullInputStream());
        assertThat(printed()).contains("You      12*[card number removed]#").doesNotContain("4 1 1 1");
        assertThat(hotline.lastAsked("/order").value("Digits")).isEqualTo("12*4111111111111111");
    }

    @Test
    void a_call_may_be_as_if_at_another_time() {
        List<String> queries = new CopyOnWriteArrayList<>();
        hotline.onRaw("/voice", asked -> {
            queries.add(String.valueOf(asked.queryString()));
            return false;
        });
        LocalDateTime night = LocalDateTime.parse("2026-12-25T22:00");
        call(Optional.of(night), Optional.of("h"), InputStream.nullInputStream());
        assertThat(printed()).contains("Calling +62215550001 from +6281234567890, as if it were 2026-12-25 22:00 …");
        assertThat(queries).containsExactly("at=2026-12-25T22:00");
    }

    @Test
    void keys_are_typed_by_hand_and_h_hangs_up() {
        InputStream typed = new ByteArrayInputStream("h\n".getBytes(StandardCharsets.UTF_8));
        assertThat(call(Optional.empty(), typed)).isIn(TerminalPhone.OK, TerminalPhone.FAILED);
        assertThat(printed()).contains("h hangs up").contains("The call has ended");
        assertThat(exchange.phone(CALLER).isIdle()).isTrue();
    }

    @Test
    void stopping_the_terminal_hangs_up() throws IOException, InterruptedException {
        hotline.on("/voice", "<Say>Tunggu.</Say><Pause length=\"600\"/>");
        Process terminal = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AsAProcess.class.getName(),
                        exchange.address().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Phone caller = exchange.phone(CALLER);
        try {
            await().atMost(LONGEST_WAIT).until(caller::isTalking);
            terminal.destroy(); // as Ctrl-C does: its last deeds are still done
            assertThat(terminal.waitFor(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(caller.isIdle()).isTrue();
        } finally {
            terminal.destroyForcibly();
        }
    }

    /** The phone in a terminal of its own. */
    static final class AsAProcess {
        private AsAProcess() {}

        public static void main(String[] exchange) {
            TerminalPhone.run(
                    URI.create(exchange[0]), CALLER, Optional.empty(), Optional.empty(), System.out, System.in);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"by hand", "1"})
    void a_demo_that_stops_amid_the_call_is_told_in_one_line(String keys) throws IOException {
        hotline.on("/voice", "<Say>Tunggu.</Say><Pause length=\"600\"/>");
        PipedOutputStream nothingTyped = new PipedOutputStream();
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        try (InputStream in = new PipedInputStream(nothingTyped)) {
            exit.completeAsync(() -> call(Optional.of(keys).filter(script -> !script.equals("by hand")), in));
            await().atMost(LONGEST_WAIT).until(() -> printed().contains("Tunggu."));
            exchange.close();
            assertThat(exit).succeedsWithin(LONGEST_WAIT).isEqualTo(TerminalPhone.FAILED);
        }
        assertThat(printed()).endsWith("The hotline's demo has stopped.\n").doesNotContain("failed");
    }

    @Test
    void a_complaint_makes_the_call_fail() {
        hotline.on("/menu", "<Shout/>");
        assertThat(call(Optional.of("1"), InputStream.nullInputStream())).isEqualTo(TerminalPhone.FAILED);
        assertThat(printed()).contains("Complaint: 12200").contains("<Shout>");
    }

    @Test
    void keys_that_no_phone_has_are_told_in_one_sentence_and_nobody_is_called() {
        assertThat(call(Optional.of("1,x"), InputStream.nullInputStream())).isEqualTo(TerminalPhone.NO_CALL);
        assertThat(printed()).startsWith("\"x\" in --keys: use keys").hasLineCount(1);
        assertThat(exchange.openCalls()).isZero();
    }

    @Test
    void without_a_demo_it_says_how_to_start_one() {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int exit = TerminalPhone.run(
                URI.create("http://127.0.0.1:1"),
                CALLER,
                Optional.empty(),
                Optional.of("1"),
                out,
                InputStream.nullInputStream());
        assertThat(exit).isEqualTo(TerminalPhone.NO_CALL);
        assertThat(printed()).contains("No demo is running").contains("./hotline demo");
    }
}
