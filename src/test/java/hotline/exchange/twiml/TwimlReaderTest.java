package hotline.exchange.twiml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwimlReaderTest {

    private static TwimlDocument read(String document) throws TwimlException {
        return TwimlReader.voice().read(document.getBytes(StandardCharsets.UTF_8), "text/xml; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<Hangup/>",
                "<Say voice=\"Google.id-ID-Standard-A\" language=\"id-ID\" loop=\"2\">Halo <break strength=\"weak\"/> <say-as interpret-as=\"digits\">12</say-as></Say>",
                "<Say><prosody rate=\"90%\" pitch=\"-10%\" volume=\"x-loud\">a <break time=\"1.5s\"/></prosody><lang xml:lang=\"en-US\"><p><s>b</s></p></lang></Say>",
                "<Say><phoneme alphabet=\"ipa\" ph=\"x\">a</phoneme> <sub alias=\"b\">c</sub> <w role=\"amazon:VB\">read</w> <say-as interpret-as=\"date\" format=\"dmy\">1-2-2026</say-as></Say>",
                "<Gather input=\"dtmf\" numDigits=\"1\" timeout=\"5\" finishOnKey=\"\" actionOnEmptyResult=\"true\" action=\"/a?b=1&amp;c=2\" method=\"GET\"><Say>x</Say><Play>/hold.wav</Play><Pause length=\"2\"/></Gather>",
                "<Redirect/>",
                "<Redirect method=\"POST\">https://example.com/x</Redirect>",
                "<Reject reason=\"busy\"/>",
                "<Record timeout=\"0\" finishOnKey=\"1*#\" maxLength=\"120\" playBeep=\"false\" trim=\"do-not-trim\" recordingStatusCallback=\"/r\" recordingStatusCallbackEvent=\"completed absent\"/>",
                "<Dial>+6281234567890</Dial>",
                "<Dial action=\"/d\" timeout=\"20\" callerId=\"+6221555\" answerOnBridge=\"true\"><Number url=\"/w\" statusCallback=\"/s\" statusCallbackEvent=\"initiated answered\">+6281234567890</Number><Client>agent-7</Client><Sip>sip:a@b.example</Sip></Dial>",
                "<Dial><Conference startConferenceOnEnter=\"false\" endConferenceOnExit=\"true\" waitUrl=\"\" beep=\"onExit\" muted=\"true\" participantLabel=\"caller\" maxParticipants=\"3\" statusCallbackEvent=\"start end join leave\" statusCallback=\"/c\">room</Conference></Dial>",
            })
    void what_the_pages_list_is_read(String verbs) throws TwimlException {
        assertThat(read("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>" + verbs + "</Response>"))
                .isNotNull();
    }

    @Test
    void the_words_of_a_say_are_taken_out_of_their_markup() throws TwimlException {
        List<TwimlElement> verbs =
                read("<Response><Say language=\"en-US\">Hello <emphasis>dear <s>caller</s></emphasis>.</Say></Response>")
                        .verbs();
        assertThat(verbs).hasSize(1);
        assertThat(verbs.get(0).text()).isEqualTo("Hello dear caller.");
        assertThat(verbs.get(0).attribute("language")).contains("en-US");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<Shout>x</Shout> | 12200 | is not a verb that Twilio knows",
                "<say>x</say> | 12200 | is not a verb that Twilio knows",
                "<Enqueue>support</Enqueue> | 12200 | does not carry out",
                "<Say volume=\"loud\">x</Say> | 12200 | has no attribute \"volume\"",
                "<Say Language=\"id-ID\">x</Say> | 12200 | has no attribute \"Language\"",
                "<Say voice=\"Robot\">x</Say> | 12200 | voice=\"Robot\"",
                "<Say loop=\"-1\">x</Say> | 12200 | a whole number from 0 to 1000",
                "<Say></Say> | 12200 | 1 to 4096 characters",
                "<Say><Pause/></Say> | 12200 | may not stand inside <Say>",
                "<Say><blink>x</blink></Say> | 12200 | is not a verb",
                "<Say xml:lang=\"id-ID\">x</Say> | 12200 | has no attribute \"xml:lang\"",
                "<Say xmlns=\"http://shop.example\">x</Say> | 12200 | TwiML has no namespaces",
                "<x:Say xmlns:x=\"u\">x</x:Say> | 12200 | TwiML has no namespaces",
                "<Say x:voice=\"alice\" xmlns:x=\"u\">x</Say> | 12200 | TwiML has no namespaces",
                "<Say>a<break tme=\"1s\"/></Say> | 12200 | <break> has no attribute \"tme\"",
                "<Say>a<break time=\"abc\"/></Say> | 12200 | a time such as 2s",
                "<Say>a<break time=\"500\"/></Say> | 12200 | twiml/say/text-speech",
                "<Say>a<break strength=\"huge\"/></Say> | 12200 | one of none, x-weak",
                "<Say>a<break>b</break></Say> | 12200 | <break> takes no text",
                "<Say><prosody rat=\"slow\">a</prosody></Say> | 12200 | has no attribute \"rat\"",
                "<Say><prosody rate=\"quick\">a</prosody></Say> | 12200 | a share such as 90%",
                "<Say><prosody volume=\"6\">a</prosody></Say> | 12200 | decibels such as +6dB",
                "<Say><p><emphasis level=\"loud\">a</emphasis></p></Say> | 12200 | one of strong, moderate, reduced",
                "<Say><say-as interpret-as=\"number\" role=\"x\">1</say-as></Say> | 12200 | has no attribute \"role\"",
                "<Say><lang lang=\"id-ID\">a</lang></Say> | 12200 | has no attribute \"lang\"",
                "<Say><sub alias=\"x\"><p>a</p></sub></Say> | 12200 | <p> may not stand inside <sub>",
                "<Say><p><Pause/></p></Say> | 12200 | may not stand inside <p>",
                "<Pause length=\"0\"/> | 12200 | a whole number from 1",
                "<Pause length=\"1.5\"/> | 12200 | a whole number from 1",
                "<Pause>1</Pause> | 12200 | takes no text",
                "<Play/> | 12200 | neither a URL nor digits",
                "<Play>ftp://x/y.wav</Play> | 12200 | URL",
                "<Gather numDigits=\"0\"/> | 12200 | numDigits=\"0\"",
                "<Gather timeout=\"auto\"/> | 12200 | timeout=\"auto\"",
                "<Gather finishOnKey=\"##\"/> | 12200 | one key, or nothing",
                "<Gather input=\"voice\"/> | 12200 | input=\"voice\"",
                "<Gather maxDigits=\"3\"/> | 12200 | has no attribute \"maxDigits\"",
                "<Gather method=\"post\"/> | 12200 | one of GET, POST",
                "<Gather action=\"\"/> | 12200 | URL",
                "<Gather action=\"/a b\"/> | 12200 | URL",
                "<Gather><Redirect>/x</Redirect></Gather> | 12200 | may not stand inside <Gather>",
                "<Gather>Press 1</Gather> | 12200 | takes no text",
                "<Hangup reason=\"busy\"/> | 12200 | has no attribute",
                "<Reject reason=\"tired\"/> | 12200 | one of rejected, busy",
                "<Record maxLength=\"1\"/> | 12200 | from 2 to 86400",
                "<Dial/> | 12200 | either a number or nouns",
                "<Dial>+62812<Number>+62813</Number></Dial> | 12200 | either a number or nouns",
                "<Dial record=\"yes\">+62812345</Dial> | 12200 | record=\"yes\"",
                "<Dial><Say>x</Say></Dial> | 12200 | may not stand inside <Dial>",
                "<Dial><Number>+62812345</Number><Conference>r</Conference></Dial> | 13000 | stands alone in <Dial>",
                "<Dial><Conference>r</Conference><Conference>s</Conference></Dial> | 13000 | stands alone in <Dial>",
                "<Dial><Queue>q</Queue></Dial> | 12200 | does not carry out",
                "<Dial><Number statusCallbackEvent=\"ringing,answered\">+62812345</Number></Dial> | 12200 | separated by one blank",
                "<Dial><Number>call me</Number></Dial> | 12200 | a phone number",
                "<Dial><Conference/></Dial> | 12200 | 1 to 128 characters",
                "<Dial><Conference beep=\"loud\">r</Conference></Dial> | 12200 | beep=\"loud\"",
                "<Dial><Conference coach=\"CA1\">r</Conference></Dial> | 12200 | a call's SID",
                "<Dial><Conference maxParticipants=\"300\">r</Conference></Dial> | 12200 | from 2 to 250",
                "<Dial><Conference statusCallbackEvent=\"started\">r</Conference></Dial> | 12200 | start, end, join",
                "Hello | 12200 | takes no text",
                "<Number>+62812345</Number> | 12200 | may not stand inside <Response>",
                "<Say>x | 12100 | not well-formed",
                "<Say>a & b</Say> | 12100 | not well-formed",
                "<Say>&#8;</Say> | 12100 | not well-formed",
                "<Say>&nbsp;</Say> | 12100 | not well-formed",
            })
    void what_no_page_lists_is_refused_with_a_reason(String verbs, int code, String reason) {
        assertThatThrownBy(() -> read("<?xml version=\"1.0\"?>\n<Response>" + verbs + "</Response>"))
                .isInstanceOfSatisfying(
                        TwimlException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(reason);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~ <?xml version=\"1.0\"?><Response/>~ | not well-formed",
                "<!DOCTYPE Response><Response/> | DOCTYPE",
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Response><Say>&x;</Say></Response> | DOCTYPE",
                "<Twiml><Say>x</Say></Twiml> | not <Response>",
                "~~ | not well-formed",
                "plain text | not well-formed",
                "<Response/><Response/> | not well-formed",
            })
    void a_document_has_to_be_one_response(String document, String reason) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOfSatisfying(
                        TwimlException.class, e -> assertThat(e.code()).isEqualTo(TwimlException.PARSE_FAILURE))
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html; charset=utf-8", "application/json", ""})
    void twiml_has_a_content_type_of_its_own(String type) {
        byte[] document = "<Response/>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> TwimlReader.voice().read(document, type))
                .isInstanceOfSatisfying(
                        TwimlException.class, e -> assertThat(e.code()).isEqualTo(TwimlException.CONTENT_TYPE));
    }

    @Test
    void one_say_has_room_for_4096_characters() throws TwimlException {
        assertThat(read("<Response><Say>" + "a".repeat(4096) + "</Say></Response>")
                        .verbs())
                .hasSize(1);
        assertThatThrownBy(() -> read("<Response><Say>" + "a".repeat(4097) + "</Say></Response>"))
                .hasMessageContaining("4096");
    }

    @Test
    void messages_have_verbs_of_their_own() throws TwimlException {
        byte[] reply = "<Response><Message><Body>Hi</Body></Message></Response>".getBytes(StandardCharsets.UTF_8);
        assertThat(TwimlReader.messaging()
                        .read(reply)
                        .verbs()
                        .get(0)
                        .children()
                        .get(0)
                        .text())
                .isEqualTo("Hi");
        byte[] voice = "<Response><Say>Hi</Say></Response>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> TwimlReader.messaging().read(voice)).hasMessageContaining("not a verb");
    }
}
