package hotline.exchange;

import java.time.Instant;

/**
 * A text message as a phone shows it.
 *
 * @param sid Twilio's name for it
 * @param from the sender's number
 * @param to the number it was sent to
 */
public record TextMessage(String sid, Instant at, String from, String to, String body) {}
