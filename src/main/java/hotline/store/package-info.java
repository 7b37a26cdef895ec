/**
 * The database: opening it, its migrations, the one writer of this node, the outbox of what must be asked of the carrier
 * after commit, work that falls due, and news of changes. Knows nothing of calls, tickets or agents.
 */
@NullMarked
package hotline.store;

import org.jspecify.annotations.NullMarked;
