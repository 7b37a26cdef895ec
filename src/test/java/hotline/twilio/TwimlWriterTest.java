package hotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import hotline.call.ConferenceRole;
import hotline.exchange.twiml.TwimlException;
import hotline.exchange.twiml.TwimlReader;
import hotline.flow.Expect;
import hotline.flow.Utterance;
import hotline.flow.Voice;
import hotline.phone.Language;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwimlWriterTest {
    private static final String PUBLIC = "https://shop.example/hotline";
    private static final String NEXT = PUBLIC + "/twilio/turn/3";
    private static final String VOICE = "Google.id-ID-Wavenet-A";
    private static final String MUSIC = "/audio/hold-music.wav";
    private static final Duration FIVE = Duration.ofSeconds(5);
    private static final Expect.Keys MENU = new Expect.Keys(1, FIVE, false);

    private final TwimlWriter writer = new TwimlWriter(
            PublicUrl.of(URI.create(PUBLIC)),
            path -> path.equals(MUSIC) ? Optional.of(Duration.ofMillis(9_800)) : Optional.empty(),
            voice -> voice.fallback().orElse(voice.name()));

    private static Utterance say(String text) {
        return new Utterance.Say("prompt", Map.of(), Language.INDONESIAN, Voice.of(VOICE), text);
    }

    private String write(Expect expect, Utterance... utterances) {
        return writer.write(List.of(utterances), expect, "/twilio/turn/3", ConferenceRole.CALLER);
    }

    static Stream<Map.Entry<String, Expect>> documents() {
        return Stream.of(
                Map.entry("menu", MENU),
                Map.entry("order-number", new Expect.Keys(20, Duration.ofMillis(6_500), true)),
                Map.entry("hold-music", new Expect.HoldMusic(MUSIC, Duration.ofSeconds(20))),
                Map.entry("conference", new Expect.Conference("0b0e7a5e-2f5b-4a6c-8f7e-2d8f1f7a9b10")),
                Map.entry("recording", new Expect.Recording(Duration.ofMinutes(2))),
                Map.entry("hang-up", new Expect.HangUp()));
    }

    /** With {@code UPDATE_GOLDEN=1} in the environment the files are written instead; look at the difference before it is kept. */
    @ParameterizedTest
    @MethodSource("documents")
    void whole_documents_are_as_they_were(Map.Entry<String, Expect> document) throws IOException {
        String twiml = write(
                document.getValue(),
                say("Untuk pesanan yang belum sampai, tekan 1."),
                new Utterance.Say(
                        "prompt", Map.of(), Language.ENGLISH, Voice.of(""), "For Tom & Jerry's <order>, press 2."),
                new Utterance.Play("/audio/id/chime.wav"));
        TwimlRules.verify(twiml);
        Path golden = Path.of("src/test/resources/hotline/twilio/" + document.getKey() + ".xml");
        String lines = twiml.replace("><", ">\n<") + "\n";
        if ("1".equals(System.getenv("UPDATE_GOLDEN"))) {
            Files.writeString(golden, lines);
        }
        assertThat(lines).isEqualTo(Files.readString(golden));
    }

    @Test
    void an_agent_does_not_end_the_conference_and_the_caller_does() {
        Expect room = new Expect.Conference("room");
        assertThat(writer.write(List.of(), room, "/twilio/turn/3", ConferenceRole.AGENT))
                .contains("endConferenceOnExit=\"false\"");
        assertThat(writer.write(List.of(), room, "/twilio/turn/3", ConferenceRole.CALLER))
                .contains("endConferenceOnExit=\"true\"");
    }

    @ParameterizedTest
    @CsvSource({"20, 2, 1", "10, 1, 1", "15, 2, 1", "14, 1, 4", "1, 1, 1"})
    void hold_music_comes_back_after_about_the_length_asked_for(int asked, int loops, int timeout) {
        String twiml = write(new Expect.HoldMusic(MUSIC, Duration.ofSeconds(asked)));
        TwimlRules.verify(twiml);
        assertThat(twiml).contains("loop=\"" + loops + "\"").contains("timeout=\"" + timeout + "\"");
    }

    @Test
    void hold_music_of_unknown_length_is_played_once_and_never_makes_a_fast_loop() {
        String twiml = write(new Expect.HoldMusic("/audio/other.mp3", Duration.ofSeconds(20)));
        assertThat(twiml).contains("loop=\"1\"").contains("timeout=\"5\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b\u0008c\u001bd",
                "lone \uD83D high",
                "lone \uDE00 low",
                "\uDE00\uD83D",
                "emoji 😀👨‍👩‍👧",
                "<Hangup/>&amp;&#8;]]><!--x--><?y?>",
                "\uFFFE\uFFFF\uFEFF",
                "quotes \" ' `",
                "line\r\nbreak\ttab\u0085\u2028",
                "\u202Eright to left",
            })
    void any_text_makes_a_document_that_every_parser_reads(String text) {
        for (Expect expect : documents().map(Map.Entry::getValue).toList()) {
            TwimlRules.verify(write(expect, say("x" + text + "x")));
        }
        assertThat(TwimlRules.said(write(MENU, say("x" + text + "x"))).get(0))
                .startsWith("x")
                .endsWith("x");
    }

    @Test
    void random_text_is_said_as_the_sdk_would_have_it_said() {
        Random random = new Random(20_261_122);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder("x");
            for (int n = random.nextInt(200); n > 0; n--) {
                text.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x10FFFF) : 32 + random.nextInt(200));
            }
            String readable = Twiml.readable(text + "x");
            String sdk = new VoiceResponse.Builder()
                    .say(new Say.Builder(readable).build())
                    .build()
                    .toXml();
            assertThat(TwimlRules.said(write(new Expect.HangUp(), say(text + "x"))))
                    .isEqualTo(TwimlRules.said(sdk));
        }
    }

    @Test
    void documents_are_the_same_as_the_sdk_builds_them() {
        Say say = new Say.Builder("Halo & <selamat>")
                .language(Say.Language.ID_ID)
                .option("voice", VOICE)
                .build();
        Utterance ours = say("Halo & <selamat>");
        Redirect redirect =
                new Redirect.Builder(URI.create(NEXT)).method(HttpMethod.POST).build();
        same(
                write(new Expect.Keys(9, FIVE, true), ours),
                new VoiceResponse.Builder()
                        .gather(gather(9, 5, "#").say(say).build())
                        .redirect(redirect));
        same(
                write(new Expect.HoldMusic(MUSIC, Duration.ofSeconds(20)), ours),
                new VoiceResponse.Builder()
                        .gather(gather(1, 1, "")
                                .say(say)
                                .play(new Play.Builder(URI.create(PUBLIC + MUSIC))
                                        .loop(2)
                                        .build())
                                .build())
                        .redirect(redirect));
        same(
                write(new Expect.Recording(Duration.ofMinutes(2)), ours),
                new VoiceResponse.Builder()
                        .say(say)
                        .record(new Record.Builder()
                                .maxLength(120)
                                .timeout(5)
                                .finishOnKey("#")
                                .playBeep(true)
                                .trim(Record.Trim.TRIM_SILENCE)
                                .action(URI.create(NEXT))
                                .method(HttpMethod.POST)
                                .build())
                        .redirect(redirect));
        same(
                write(new Expect.Conference("room-1"), ours),
                new VoiceResponse.Builder()
                        .say(say)
                        .dial(new Dial.Builder()
                                .action(URI.create(NEXT))
                                .method(HttpMethod.POST)
                                .conference(new Conference.Builder("room-1")
                                        .beep(Conference.Beep.FALSE)
                                        .startConferenceOnEnter(true)
                                        .endConferenceOnExit(true)
                                        .statusCallback(URI.create("https://shop.example/hotline/twilio/room/room-1"))
                                        .statusCallbackMethod(HttpMethod.POST)
                                        .statusCallbackEvents(Conference.Event.LEAVE)
                                        .build())
                                .build()));
        same(
                write(new Expect.HangUp(), ours),
                new VoiceResponse.Builder().say(say).hangup(new Hangup.Builder().build()));
    }

    private static Gather.Builder gather(int most, int timeout, String finishOnKey) {
        return new Gather.Builder()
                .inputs(Gather.Input.DTMF)
                .numDigits(most)
                .timeout(timeout)
                .finishOnKey(finishOnKey)
                .actionOnEmptyResult(true)
                .action(URI.create(NEXT))
                .method(HttpMethod.POST);
    }

    private static void same(String ours, VoiceResponse.Builder sdk) {
        assertThat(TwimlRules.parse(ours)
                        .getDocumentElement()
                        .isEqualNode(TwimlRules.parse(sdk.build().toXml()).getDocumentElement()))
                .as("%s%n%s", ours, sdk.build().toXml())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void the_phone_network_that_reads_twilios_rules_for_itself_takes_every_document(Map.Entry<String, Expect> document)
            throws TwimlException {
        String twiml = write(document.getValue(), say("Halo & <selamat>"), new Utterance.Play("/audio/id/chime.wav"));
        TwimlReader.voice().read(twiml.getBytes(StandardCharsets.UTF_8), "text/xml; charset=utf-8");
    }

    @Test
    void the_same_turn_gives_the_same_bytes() {
        byte[] first = write(MENU, say("Halo")).getBytes(StandardCharsets.UTF_8);
        assertThat(write(MENU, say("Halo")).getBytes(StandardCharsets.UTF_8)).isEqualTo(first);
    }
}
