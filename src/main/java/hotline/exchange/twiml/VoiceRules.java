package hotline.exchange.twiml;

import static hotline.exchange.twiml.ValueRule.any;
import static hotline.exchange.twiml.ValueRule.atMost;
import static hotline.exchange.twiml.ValueRule.flag;
import static hotline.exchange.twiml.ValueRule.integer;
import static hotline.exchange.twiml.ValueRule.method;
import static hotline.exchange.twiml.ValueRule.oneOf;
import static hotline.exchange.twiml.ValueRule.pattern;
import static hotline.exchange.twiml.ValueRule.url;
import static hotline.exchange.twiml.ValueRule.urlOrEmpty;
import static hotline.exchange.twiml.ValueRule.words;

import java.util.Map;
import java.util.Set;

/** The verbs and nouns of voice TwiML, as each one's page on twilio.com/docs/voice/twiml lists them. */
final class VoiceRules {
    private static final String DOCS = "https://www.twilio.com/docs/voice/twiml";
    private static final int MOST = 999_999_999;

    /** Longest text of one {@code <Say>}; DOCS/say, "Hints and advanced uses". */
    static final int SAY_LIMIT = 4096;

    /**
     * Verbs that Twilio has and the exchange does not carry out: a document that uses one is refused, loudly, rather than
     * carried out in part. DOCS, "TwiML verbs".
     */
    static final Set<String> NOT_IMPLEMENTED = Set.of(
            "Connect",
            "Enqueue",
            "Leave",
            "Pay",
            "Prompt",
            "Queue",
            "Refer",
            "Sms",
            "Start",
            "Stop",
            "Application",
            "Sim",
            "VirtualAgent",
            "WhatsApp");

    static final Map<String, ElementRule> RULES = Map.ofEntries(
            Map.entry(
                    "Response",
                    ElementRule.of(DOCS)
                            .nests("Say", "Play", "Pause", "Gather", "Record", "Dial", "Redirect", "Hangup", "Reject")),
            Map.entry("Say", say()),
            Map.entry(
                    "Play",
                    ElementRule.of(DOCS + "/play")
                            .with("loop", integer(0, 1000))
                            .with("digits", pattern("[0-9wW*#A-D]+", "keys, with w for a pause"))
                            .text(urlOrEmpty())),
            Map.entry("Pause", ElementRule.of(DOCS + "/pause").with("length", integer(1, MOST))),
            Map.entry("Gather", gather()),
            Map.entry("Record", record()),
            Map.entry(
                    "Redirect",
                    ElementRule.of(DOCS + "/redirect").with("method", method()).text(urlOrEmpty())),
            Map.entry("Hangup", ElementRule.of(DOCS + "/hangup")),
            Map.entry("Reject", ElementRule.of(DOCS + "/reject").with("reason", oneOf("rejected", "busy"))),
            Map.entry("Dial", dial()),
            Map.entry(
                    "Number",
                    callee("/number")
                            .with("sendDigits", pattern("[0-9A-DwW*#]+", "keys, with w for a pause"))
                            .with("byoc", any())
                            .text(dialable())),
            Map.entry("Client", callee("/client").text(atMost(256))),
            Map.entry(
                    "Sip",
                    callee("/sip").with(any(), "username", "password").text(pattern("sips?:.+", "a SIP address"))),
            Map.entry("Conference", conference()));

    private VoiceRules() {}

    private static ValueRule dialable() {
        return pattern("\\+?[0-9().\\- ]{3,30}", "a phone number");
    }

    private static ElementRule say() {
        return ElementRule.of(DOCS + "/say")
                .with("voice", pattern("man|woman|alice|(Polly|Google)\\.[A-Za-z0-9-]+", "a voice"))
                .with("language", pattern("[a-z]{2,3}(-[A-Za-z0-9]+)*", "a language such as id-ID"))
                .with("loop", integer(0, 1000))
                .nests(SpeechRules.RULES.keySet().toArray(String[]::new))
                .text(atMost(SAY_LIMIT));
    }

    /** DOCS/gather; {@code bargeIn}, {@code debug} and {@code maxSpeechTime} are in Twilio's own libraries only. */
    private static ElementRule gather() {
        return ElementRule.of(DOCS + "/gather")
                .with(url(), "action", "partialResultCallback")
                .with(method(), "method", "partialResultCallbackMethod")
                .with(flag(), "actionOnEmptyResult", "bargeIn", "debug", "enhanced", "profanityFilter")
                .with("finishOnKey", pattern("[0-9#*]?", "one key, or nothing"))
                .with("hints", any())
                .with("input", oneOf("dtmf", "speech", "dtmf speech", "speech dtmf"))
                .with("language", any())
                .with("speechModel", any())
                .with("speechTimeout", pattern("auto|[1-9][0-9]*", "a number of seconds, or auto"))
                .with(integer(1, MOST), "numDigits", "timeout", "maxSpeechTime")
                .nests("Say", "Play", "Pause");
    }

    private static ElementRule record() {
        return ElementRule.of(DOCS + "/record")
                .with(url(), "action", "recordingStatusCallback", "transcribeCallback")
                .with(method(), "method", "recordingStatusCallbackMethod")
                .with("timeout", integer(0, MOST))
                .with("finishOnKey", pattern("[0-9#*]*", "keys"))
                .with("maxLength", integer(2, 86_400))
                .with(flag(), "playBeep", "transcribe")
                .with("trim", trim())
                .with("recordingStatusCallbackEvent", recordingEvents())
                .with("recordingConfigurationId", any());
    }

    private static ElementRule dial() {
        return ElementRule.of(DOCS + "/dial")
                .with(url(), "action", "recordingStatusCallback", "referUrl")
                .with(method(), "method", "recordingStatusCallbackMethod", "referMethod")
                .with(flag(), "answerOnBridge", "hangupOnStar", "sequential")
                .with("callerId", pattern("[+0-9A-Za-z_.:-]{1,255}", "a phone number or client"))
                .with("callReason", atMost(50))
                .with(
                        "record",
                        oneOf(
                                "do-not-record",
                                "record-from-answer",
                                "record-from-ringing",
                                "record-from-answer-dual",
                                "record-from-ringing-dual",
                                "true",
                                "false"))
                .with("recordingStatusCallbackEvent", recordingEvents())
                .with("recordingTrack", oneOf("inbound", "outbound", "both"))
                .with("ringTone", pattern("[a-z]{2}(-old)?", "a country's two letters"))
                .with(integer(1, MOST), "timeLimit", "timeout")
                .with("trim", trim())
                .with("recordingConfigurationId", any())
                .nests("Number", "Client", "Sip", "Conference")
                .text(pattern("|\\+?[0-9().\\- ]{3,30}", "a phone number, or nothing"));
    }

    private static ElementRule callee(String page) {
        return ElementRule.of(DOCS + page)
                .with(url(), "url", "statusCallback", "amdStatusCallback")
                .with(method(), "method", "statusCallbackMethod", "amdStatusCallbackMethod")
                .with("statusCallbackEvent", words("initiated", "ringing", "answered", "completed"))
                .with("machineDetection", oneOf("Enable", "DetectMessageEnd"))
                .with("machineDetectionTimeout", integer(3, 60))
                .with("machineDetectionSpeechThreshold", integer(1000, 6000))
                .with("machineDetectionSpeechEndThreshold", integer(500, 5000))
                .with("machineDetectionSilenceTimeout", integer(2000, 10_000));
    }

    private static ElementRule conference() {
        return ElementRule.of(DOCS + "/conference")
                .with(flag(), "muted", "startConferenceOnEnter", "endConferenceOnExit")
                .with("beep", oneOf("true", "false", "onEnter", "onExit"))
                .with("participantLabel", atMost(128))
                .with("jitterBufferSize", oneOf("small", "medium", "large", "off"))
                .with("waitUrl", urlOrEmpty())
                .with(url(), "statusCallback", "recordingStatusCallback", "eventCallbackUrl")
                .with(method(), "waitMethod", "statusCallbackMethod", "recordingStatusCallbackMethod")
                .with("maxParticipants", integer(2, 250))
                .with("record", oneOf("do-not-record", "record-from-start"))
                .with("region", oneOf("us1", "ie1", "de1", "sg1", "br1", "au1", "jp1"))
                .with("trim", trim())
                .with("coach", pattern("CA[0-9a-f]{32}", "a call's SID"))
                .with(
                        "statusCallbackEvent",
                        words("start", "end", "join", "leave", "mute", "hold", "modify", "speaker", "announcement"))
                .with("recordingStatusCallbackEvent", recordingEvents())
                .with("recordingConfigurationId", any())
                .text(atMost(128));
    }

    private static ValueRule trim() {
        return oneOf("trim-silence", "do-not-trim");
    }

    private static ValueRule recordingEvents() {
        return words("in-progress", "completed", "absent");
    }
}
