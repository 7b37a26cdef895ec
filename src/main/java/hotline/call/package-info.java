/**
 * A live call: its turn log, and the use cases answer, input and hang-up. Ties the flow to orders, tickets, messages and the
 * queue. Knows no carrier: what comes from one arrives as {@link hotline.call.Conversations}, what goes out is written by an
 * {@link hotline.call.AnswerFormat}.
 */
@NullMarked
package hotline.call;

import org.jspecify.annotations.NullMarked;
