/**
 * The built-in phone network: speaks Twilio's webhooks and the REST calls that Hotline uses, over HTTP and signed, and connects
 * them with phones in the browser, in the terminal and in tests. It stands in for Twilio in the demo, in tests and in load and
 * fault runs. Written from Twilio's documentation and strict: what the documentation does not list is a complaint that it shows.
 * It must not share code with the package {@code twilio}, nor know any part of Hotline: each side checks the other.
 */
@NullMarked
package hotline.exchange;

import org.jspecify.annotations.NullMarked;
