/**
 * A call: its turns, each taken once, and the use cases answer, input and hang-up. Ties the flow to orders, tickets,
 * messages and the queue. Knows nothing of TwiML or HTTP.
 */
@NullMarked
package hotline.call;

import org.jspecify.annotations.NullMarked;
