package hotline;

import hotline.exchange.TerminalPhone;
import hotline.phone.Keypad;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hotline call}: a phone in the terminal, on the phone network of a running demo. */
@Command(
        name = "call",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Rings a running demo from the terminal and shows what is heard.")
final class CallCommand implements Callable<Integer> {
    private static final Pattern LETTERS = Pattern.compile("[A-Z]+");

    @Option(
            names = "--keys",
            paramLabel = "KEYS",
            description = {
                "keys to press, as \"1,1,240512ABCD#\": each part when the hotline next waits for keys;",
                "w waits once without a key, h hangs up; prints the whole call and ends"
            })
    private @Nullable String keys;

    @Option(
            names = "--from",
            paramLabel = "NUMBER",
            description = "the number that rings, as +62…; ${DEFAULT-VALUE} unless said otherwise",
            defaultValue = "+6281234567890")
    private String from = "";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = {
                "what plays then, as 2026-12-25T22:00, by the clock of the number that is called;",
                "only the hours are as then: agents, orders and tickets are those of now"
            })
    private @Nullable String at;

    @Override
    public Integer call() {
        Optional<LocalDateTime> asIfAt = Optional.ofNullable(at).map(AtOption::parse);
        int port = new Settings.Reader(System.getenv()).port(Setting.HOTLINE_PHONES_PORT, 8090);
        URI phones = URI.create("http://127.0.0.1:" + port);
        return TerminalPhone.run(
                phones, from, asIfAt, Optional.ofNullable(keys).map(CallCommand::typed), System.out, System.in);
    }

    /** Capital letters as the keys that they are printed on; {@code w} and {@code h} are no keys. */
    static String typed(String keys) {
        return LETTERS.matcher(keys).replaceAll(letters -> Keypad.keysOf(letters.group()));
    }
}
