package hotline.flow;

import static hotline.phone.Language.ENGLISH;
import static hotline.phone.Language.INDONESIAN;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.TimeZone;
import hotline.phone.Language;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How sentences become speech and text messages. */
class PromptTest {
    private static final VoiceFlows SAMPLE = FlowLoader.load(Path.of("voice-flows"));

    private static String said(String text, Language language, String value) throws Exception {
        Ref name = new Ref("p", new Place("p.yaml", 1, 1));
        return new Prompt(name, text, language)
                .text(Map.of("order.x", value), new ValueSpeech(language.locale(), true, PretendShop.ENTRIES));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {order.x}                        | Budi & Ani    | Budi & Ani
            {order.x}                        | <b>Budi</b>   | b Budi /b
            {order.x, spell, 3}              | 123456789     | 1 2 3, 4 5 6, 7 8 9
            {order.x, spell, 4}              | jp-1234567    | J P 1 2, 3 4 5 6, 7
            {order.x, spell, order-number}   | 11212345671234567 | 1 1 2, 1 2 3 4 5 6 7, 1 2 3 4 5 6 7
            {order.x, spell, order-number}   | 240512ABCDEFGH    | 2 4 0 5 1 2, A B C D, E F G H
            {order.x, spell, order-number}   | 123           | 1 2 3
            {order.x, last, 4}               | 240512ABCDEFGH    | E F G H
            {order.x, date}                  | 2026-11-02    | November 2
            {order.x, date}                  | 2026-11-02T23:00:00Z | November 2
            {order.x, date, long}            | 2026-11-02    | November 2, 2026
            {order.x, date, full}            | 2026-11-02    | Monday, November 2
            {order.x, date}                  | tomorrow      | tomorrow
            {order.x, time}                  | 2026-11-02T08:00 | 8 AM
            {order.x, time}                  | 2026-11-02T20:30 | 8:30 PM
            {order.x, time}                  | soon          | soon
            {order.x, number}                | 12345         | 12,345
            {order.x, spellout}              | 21            | twenty-one
            {order.x, plural, one {# item} other {# items}} | 1 | 1 item
            {order.x, plural, one {# item} other {# items}} | 3 | 3 items
            {order.x, plural, one {# item} other {# items}} | ? | 0 items
            {order.x, select, on-time {punctual} other {late}} | on-time | punctual
            it's {order.x}                   | 5             | it's 5
            a '{'brace'}'                    | 5             | a {brace}
            """)
    void a_value_is_said_as_the_prompt_asks(String text, String value, String expected) throws Exception {
        assertThat(said(text, ENGLISH, value)).isEqualTo(expected);
    }

    @Test
    void dates_and_numbers_follow_the_language() throws Exception {
        assertThat(said("{order.x, date, full}", INDONESIAN, "2026-11-02")).isEqualTo("Senin, 2 November");
        assertThat(said("{order.x, number}", INDONESIAN, "12345")).isEqualTo("12.345");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 459000 IDR   | 459,000 rupiah        | Rp 459,000
            id | 459000 IDR   | 459.000 rupiah        | Rp 459.000
            id | 1250000 IDR  | 1.250.000 rupiah      | Rp 1.250.000
            en | 12.50 USD    | 12.50 US dollars      | $12.50
            id | 12.5 USD     | 12,50 Dolar Amerika Serikat | $12,50
            en | 1 MYR        | 1 Malaysian ringgit   | RM 1
            en | plenty       | plenty                | plenty
            """)
    void a_sum_is_said_in_words_and_written_with_its_sign(String code, String sum, String spoken, String written)
            throws Exception {
        Language language = new Language(code);
        assertThat(said("{order.x, money}", language, sum)).isEqualTo(spoken);
        assertThat(written("{order.x, money}", language, sum)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "en, 2026-11-02T08:00, 8 AM, 8:00 AM",
        "en, 2026-11-02T13:05, 1:05 PM, 1:05 PM",
        "id, 2026-11-02T08:00, 8, 08.00",
        "id, 2026-11-02T08:30, 8.30, 08.30",
        "id, 2026-11-02T20:00, 20, 20.00",
        "id, 2026-11-02T00:00, 0, 00.00",
    })
    void a_full_hour_is_said_without_minutes_and_a_time_is_written_in_plain_characters(
            String code, String time, String spoken, String written) throws Exception {
        Language language = new Language(code);
        assertThat(said("{order.x, time}", language, time)).isEqualTo(spoken);
        assertThat(written("{order.x, time}", language, time)).isEqualTo(written);
    }

    private static String written(String text, Language language, String value) throws Exception {
        return new Prompt(new Ref("p", new Place("p.yaml", 1, 1)), text, language)
                .text(Map.of("order.x", value), new ValueSpeech(language.locale(), false, PretendShop.ENTRIES));
    }

    @Test
    void a_day_stays_the_same_day_wherever_the_server_stands() throws Exception {
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            assertThat(said("{order.x, date}", ENGLISH, "2026-11-02")).isEqualTo("November 2");
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void what_cannot_be_said_is_left_out() throws Exception {
        assertThat(said("{order.x}", ENGLISH, "A\u0000\u001B\uFFFE\uD800 B \uD83D\uDE00"))
                .isEqualTo("A B");
        assertThat(said("{order.x}", ENGLISH, "x".repeat(5_000))).hasSize(80);
    }

    @Test
    void a_value_cannot_bring_placeholders_of_its_own() throws Exception {
        assertThat(said("{order.x}", ENGLISH, "{ticket.number}")).isEqualTo("ticket.number");
    }

    @ParameterizedTest
    @EnumSource(FixedPrompt.class)
    void every_fixed_prompt_is_said_in_both_languages(FixedPrompt fixed) {
        Map<String, String> values = Map.of(
                "topic", "missing-order", "language", "en", "waited-minutes", "2", "order.number", "240512ABCDEFGH");

        assertThat(SAMPLE.prompt(fixed.promptName(), INDONESIAN, values))
                .isNotBlank()
                .isNotEqualTo(SAMPLE.prompt(fixed.promptName(), ENGLISH, values));
    }

    @Test
    void the_whisper_says_all_that_an_agent_needs() {
        Map<String, String> values = Map.of("topic", "defective-return", "language", "en", "waited-minutes", "1");

        assertThat(SAMPLE.prompt(FixedPrompt.WHISPER.promptName(), ENGLISH, values))
                .isEqualTo("Call about a return, in English, waiting 1 minute.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void every_text_message_fits_into_one_of_160_plain_characters(String code) {
        Map<String, String> values = new HashMap<>(Map.of(
                "ticket.number", "123456789",
                "ticket.due", "2026-09-27",
                "ticket.status", "waiting-for-evidence",
                "order.tracking", "JP12345678901234567890"));
        SAMPLE.sources()
                .get("messages/" + code + ".yaml")
                .lines()
                .filter(line -> line.matches("[a-z].*"))
                .map(line -> line.substring(0, line.indexOf(':')))
                .forEach(name -> assertThat(SAMPLE.message(name, new Language(code), values))
                        .as(name)
                        .hasSizeLessThanOrEqualTo(160)
                        .matches("[A-Za-z0-9 .,:;'?!@/()+-]+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void no_prompt_takes_longer_than_fifteen_seconds(String code) {
        Map<String, String> values = new HashMap<>(Map.of(
                "order.number", "11212345671234567",
                "order-number", "11212345671234567",
                "order.tracking", "JP1234567890",
                "order.placed", "2026-09-27",
                "ticket.number", "123456789",
                "queue.place", "12",
                "queue.estimate-high", "15"));
        SAMPLE.sources()
                .get("prompts/" + code + ".yaml")
                .lines()
                .filter(line -> line.matches("[a-z].*"))
                .map(line -> line.substring(0, line.indexOf(':')))
                .forEach(name -> assertThat(Speech.seconds(SAMPLE.prompt(name, new Language(code), values)))
                        .as(name)
                        .isLessThanOrEqualTo(15));
    }

    @Test
    void spelled_characters_take_longer_than_words() {
        assertThat(Speech.seconds("1 2 3, 4 5 6, 7 8 9.")).isBetween(3.5, 5.0);
        assertThat(Speech.seconds("Satu… dua") - Speech.seconds("Satu dua")).isBetween(0.49, 0.51);
        assertThat(Speech.seconds("Terima kasih sudah menghubungi Toko Nusantara."))
                .isBetween(2.5, 4.5);
    }
}
