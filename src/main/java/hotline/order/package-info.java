/**
 * The order directory: the hotline's own table, or the shop's API; what a caller may learn from it, and how often they may
 * ask. Orders are never written from a call, and the shop's API is never asked inside a transaction.
 */
@NullMarked
package hotline.order;

import org.jspecify.annotations.NullMarked;
