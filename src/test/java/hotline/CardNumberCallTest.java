package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import hotline.exchange.Phone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The number of a payment card leaves no trace, whatever was asked for when it was typed. */
class CardNumberCallTest {
    private static final String CARD = "4111111111111111";

    /** No more of it may be found anywhere than its first six digits, or its last four. */
    private static final String MOST = CARD.substring(0, 7);

    private static final String REFUSED = "nomor kartu pembayaran";

    private final CallRig rig = CallRig.start();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("hotline");
    private final Level before = ours.getLevel();
    private final List<String> terminal = new ArrayList<>();

    @BeforeEach
    void listen() {
        ours.setLevel(Level.ALL);
        log.start();
        root.addAppender(log);
        rig.exchange().follow(line -> terminal.add(line.text()));
        rig.openShop();
    }

    @AfterEach
    void close() {
        root.detachAppender(log);
        ours.setLevel(before);
        rig.close();
    }

    @Test
    void typed_as_the_number_to_be_called_back_at() {
        Phone caller = rig.dialAndPress("0", "1", "2", CARD + "#");
        rig.listen(caller);
        leavesNoTrace(caller);
        assertThat(said(caller)).contains(REFUSED);

        caller.press("085712345678#");
        rig.listen(caller);
        assertThat(digits(database())).as("what is kept").contains("085712345678");
        assertThat(digits(said(caller))).as("what is said").contains("085712345678");
    }

    @Test
    void typed_as_the_number_of_an_order() {
        Phone caller = rig.dialAndPress("1", "2", CARD + "#");
        rig.listen(caller);

        leavesNoTrace(caller);
        assertThat(said(caller)).contains(REFUSED);
    }

    @Test
    void begun_after_a_star_by_who_hangs_up_then() {
        Phone caller = rig.dialAndPress("1", "2", "9*" + CARD.substring(1));
        rig.listen(caller);
        assertThat(digits(database())).contains("typed-so-far\":\"" + CARD.substring(1));

        caller.hangUp();
        rig.pass(Duration.ofSeconds(5));
        assertThat(digits(database())).doesNotContain(CARD.substring(1)).doesNotContain("typed-so-far");
    }

    private void leavesNoTrace(Phone caller) {
        assertThat(digits(database())).as("what is kept").doesNotContain(MOST);
        assertThat(digits(said(caller))).as("what is said").doesNotContain(MOST);
        assertThat(terminal).anyMatch(line -> line.equals("pressed [card number removed]#"));
        assertThat(digits(String.join("\n", terminal)))
                .as("what the demo prints")
                .doesNotContain(MOST);
        assertThat(log.list)
                .allSatisfy(event -> assertThat(digits(event.getFormattedMessage()))
                        .as("what is logged")
                        .doesNotContain(MOST));
    }

    private static String said(Phone caller) {
        return String.join("\n", caller.words());
    }

    /** Every row of every table, as H2 writes them. */
    private String database() {
        return String.join(
                "\n",
                rig.<List<String>>read(handle ->
                        handle.createQuery("script").mapTo(String.class).list()));
    }

    /** Digits that were said or written in groups, as one number. */
    private static String digits(String text) {
        return text.replaceAll("(?<=[0-9])[ ,.-]+(?=[0-9])", "");
    }
}
