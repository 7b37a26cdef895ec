/**
 * Reads requests to Twilio's REST API as strictly as its description says: which operations there are, which parameters each
 * takes, and of which kind. It must not know calls or time: what a request does is the exchange's business.
 */
@NullMarked
package hotline.exchange.rest;

import org.jspecify.annotations.NullMarked;
