package hotline.exchange.twiml;

import java.util.List;

/** The verbs of one {@code <Response>}, in the order in which they are carried out. */
public record TwimlDocument(List<TwimlElement> verbs) {}
