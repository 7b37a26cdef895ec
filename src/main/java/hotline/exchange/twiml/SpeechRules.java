package hotline.exchange.twiml;

import static hotline.exchange.twiml.ValueRule.any;
import static hotline.exchange.twiml.ValueRule.oneOf;
import static hotline.exchange.twiml.ValueRule.pattern;

import java.util.Map;

/**
 * SSML inside {@code <Say>}: which elements there are and what each may carry, as the page of text-to-speech lists them. The
 * page names some values in words only; those, and which elements hold nothing but words, are as in Twilio's own libraries. Not
 * every voice takes every element: that is the voice's business.
 */
final class SpeechRules {
    private static final String PAGE = "https://www.twilio.com/docs/voice/twiml/say/text-speech";
    private static final String[] ANY_MARKUP = {
        "break", "emphasis", "lang", "p", "phoneme", "prosody", "s", "say-as", "sub", "w"
    };

    static final Map<String, ElementRule> RULES = Map.of(
            "break",
            ElementRule.of(PAGE)
                    .with("strength", oneOf("none", "x-weak", "weak", "medium", "strong", "x-strong"))
                    .with("time", pattern("\\d+(\\.\\d+)?m?s", "a time such as 2s or 500ms")),
            "emphasis",
            words().with("level", oneOf("strong", "moderate", "reduced")).nests(ANY_MARKUP),
            "lang",
            words().with("xml:lang", pattern("[a-z]{2,3}(-[A-Za-z0-9]+)*", "a language such as id-ID"))
                    .nests(ANY_MARKUP),
            "p",
            words().nests(ANY_MARKUP),
            "phoneme",
            words().with("alphabet", alphabet()).with("ph", any()),
            "prosody",
            prosody().nests(ANY_MARKUP),
            "s",
            words().nests(ANY_MARKUP),
            "say-as",
            words().with("interpret-as", kindOfWord()).with("format", format()),
            "sub",
            words().with("alias", any()),
            "w",
            words().with("role", any()).nests(ANY_MARKUP));

    private SpeechRules() {}

    private static ElementRule words() {
        return ElementRule.of(PAGE).text(any());
    }

    private static ElementRule prosody() {
        return words().with(
                        "volume",
                        pattern(
                                "default|silent|x-soft|soft|medium|loud|x-loud|[+-]\\d+(\\.\\d+)?dB",
                                "default, silent, x-soft, soft, medium, loud, x-loud, or decibels such as +6dB"))
                .with(
                        "rate",
                        pattern(
                                "x-slow|slow|medium|fast|x-fast|\\d+(\\.\\d+)?%",
                                "x-slow, slow, medium, fast, x-fast, or a share such as 90%"))
                .with(
                        "pitch",
                        pattern(
                                "default|x-low|low|medium|high|x-high|[+-]\\d+(\\.\\d+)?%",
                                "default, x-low, low, medium, high, x-high, or a change such as -10%"));
    }

    private static ValueRule alphabet() {
        return oneOf(
                "ipa", "x-sampa", "x-amazon-jyutping", "x-amazon-pinyin", "x-amazon-pron-kana", "x-amazon-yomigana");
    }

    private static ValueRule kindOfWord() {
        return oneOf(
                "characters",
                "spell-out",
                "cardinal",
                "number",
                "ordinal",
                "digits",
                "fraction",
                "unit",
                "date",
                "time",
                "address",
                "expletive",
                "telephone");
    }

    /** Of a date. */
    private static ValueRule format() {
        return oneOf("mdy", "dmy", "ymd", "md", "dm", "ym", "my", "d", "m", "y", "yyyymmdd");
    }
}
