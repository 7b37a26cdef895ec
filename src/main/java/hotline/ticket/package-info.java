/**
 * Tickets: their numbers, the policy that sets their deadlines, what happened to them, and how they are found again. Sends
 * nothing and rings nobody; whoever changes a ticket decides whether the caller is told.
 */
@NullMarked
package hotline.ticket;

import org.jspecify.annotations.NullMarked;
