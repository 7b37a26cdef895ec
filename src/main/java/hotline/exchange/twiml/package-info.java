/**
 * Reads TwiML as strictly as Twilio documents it: the elements, attributes, values and nesting of each verb, every table
 * citing its page. It must not know calls, time or HTTP, nor share a line with the package that writes TwiML: it is there to check it.
 */
@NullMarked
package hotline.exchange.twiml;

import org.jspecify.annotations.NullMarked;
