/**
 * Text messages: what was sent to whom and whether it arrived, who wants none, and what is answered to those that come in. The
 * words come from the flows. Sends nothing itself: messages leave through the outbox.
 */
@NullMarked
package hotline.message;

import org.jspecify.annotations.NullMarked;
