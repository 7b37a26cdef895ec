package hotline.exchange.twiml;

import static hotline.exchange.twiml.ValueRule.any;
import static hotline.exchange.twiml.ValueRule.atMost;
import static hotline.exchange.twiml.ValueRule.method;
import static hotline.exchange.twiml.ValueRule.url;
import static hotline.exchange.twiml.ValueRule.urlOrEmpty;

import java.util.Map;
import java.util.Set;

/** The verbs of messaging TwiML, as twilio.com/docs/messaging/twiml lists them. */
final class MessageRules {
    private static final String DOCS = "https://www.twilio.com/docs/messaging/twiml";

    /** Longest text of a message. */
    private static final int BODY_LIMIT = 1600;

    static final Set<String> NOT_IMPLEMENTED = Set.of("Media", "Sms");

    static final Map<String, ElementRule> RULES = Map.of(
            "Response", ElementRule.of(DOCS).nests("Message", "Redirect"),
            "Message",
                    ElementRule.of(DOCS + "/message")
                            .with(any(), "to", "from")
                            .with(url(), "action", "statusCallback")
                            .with("method", method())
                            .nests("Body")
                            .text(new ValueRule(text -> text.length() <= BODY_LIMIT, "at most 1600 characters")),
            "Body", ElementRule.of(DOCS + "/body").text(atMost(BODY_LIMIT)),
            "Redirect",
                    ElementRule.of(DOCS + "/redirect").with("method", method()).text(urlOrEmpty()));

    private MessageRules() {}
}
