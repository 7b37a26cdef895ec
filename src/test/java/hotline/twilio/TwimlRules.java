package hotline.twilio;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What Twilio's reference allows of the verbs that we use: which may stand in which, with which attributes and values. */
final class TwimlRules {
    private static final String ANY = "(?s).*";
    private static final String COUNT = "[1-9][0-9]{0,4}";
    private static final String URL = "https?://[!-~]+";
    private static final String BOOLEAN = "true|false";

    private static final Map<String, Set<String>> CHILDREN = Map.ofEntries(
            entry(
                    "Response",
                    Set.of("Say", "Play", "Pause", "Gather", "Record", "Dial", "Redirect", "Hangup", "Message")),
            entry("Gather", Set.of("Say", "Play", "Pause")),
            entry("Say", Set.of("break")),
            entry("Dial", Set.of("Number", "Conference")));

    private static final Map<String, Map<String, String>> ATTRIBUTES = Map.ofEntries(
            entry("Response", Map.of()),
            entry("Say", Map.of("language", "[a-z]{2}(-[A-Z]{2})?", "voice", ".+", "loop", "[0-9]+")),
            entry("Play", Map.of("loop", COUNT, "digits", "[0-9wW#*]+")),
            entry("Pause", Map.of("length", COUNT)),
            entry("break", Map.of("time", "[0-9]{1,4}ms")),
            entry(
                    "Gather",
                    Map.of(
                            "input", "dtmf",
                            "numDigits", COUNT,
                            "timeout", COUNT,
                            "finishOnKey", "[0-9#*]?",
                            "actionOnEmptyResult", BOOLEAN,
                            "action", URL,
                            "method", "GET|POST")),
            entry(
                    "Record",
                    Map.of(
                            "maxLength", COUNT,
                            "timeout", COUNT,
                            "finishOnKey", "[0-9#*]+",
                            "playBeep", BOOLEAN,
                            "trim", "trim-silence|do-not-trim",
                            "action", URL,
                            "method", "GET|POST")),
            entry("Dial", Map.of("action", URL, "method", "GET|POST", "timeout", COUNT, "timeLimit", COUNT)),
            entry("Number", Map.of()),
            entry(
                    "Conference",
                    Map.of(
                            "beep",
                            "true|false|onEnter|onExit",
                            "startConferenceOnEnter",
                            BOOLEAN,
                            "endConferenceOnExit",
                            BOOLEAN,
                            "statusCallback",
                            URL,
                            "statusCallbackMethod",
                            "GET|POST",
                            "statusCallbackEvent",
                            "(start|end|join|leave|mute|hold|modify|speaker|announcement| )+")),
            entry("Redirect", Map.of("method", "GET|POST")),
            entry("Hangup", Map.of()),
            entry("Message", Map.of()));

    /** What the text of an element must be like; those not listed have none of their own. */
    private static final Map<String, String> TEXTS = Map.of(
            "Say",
            "(?s)(?=.*\\S).{1,4096}",
            "Play",
            URL,
            "Redirect",
            URL,
            "Number",
            "\\+[1-9][0-9]{1,14}",
            "Conference",
            ".+",
            "Message",
            ANY);

    private TwimlRules() {}

    /** Reads a document as strictly as a carrier may; fails on anything that is not allowed. */
    static Document verify(String twiml) {
        Document document = parse(twiml);
        verify(document.getDocumentElement());
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("Response");
        return document;
    }

    static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError("no XML: " + xml, e);
        }
    }

    private static void verify(Element element) {
        String name = element.getTagName();
        assertThat(ATTRIBUTES).containsKey(name);
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            assertThat(ATTRIBUTES.get(name)).as(name).containsKey(attribute.getNodeName());
            assertThat(attribute.getNodeValue())
                    .as("%s %s", name, attribute.getNodeName())
                    .matches(ATTRIBUTES.get(name).get(attribute.getNodeName()));
        }
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element nested) {
                assertThat(CHILDREN.getOrDefault(name, Set.of())).as(name).contains(nested.getTagName());
                verify(nested);
            } else {
                text.append(child.getNodeValue());
            }
        }
        assertThat(text).as(name).matches(Pattern.compile(TEXTS.getOrDefault(name, "")));
    }

    /** What is said, in the order of the document. */
    static List<String> said(String twiml) {
        NodeList nodes = parse(twiml).getElementsByTagName("Say");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
