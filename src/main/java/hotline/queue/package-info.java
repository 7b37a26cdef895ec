/**
 * Contacts waiting for a human: their places, the pure policy that pairs them with agents, reservations, callbacks, and
 * how long a wait may be. Every move is one conditional update decided by the contact's row; within a transaction rows are
 * changed in the order contact, reservation, agent, so that two nodes never wait for each other.
 */
@NullMarked
package hotline.queue;

import org.jspecify.annotations.NullMarked;
