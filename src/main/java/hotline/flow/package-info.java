/**
 * The flow language: its model, loader, checker and interpreter. Pure but for the loader: no clock, no database, no
 * network; what the interpreter needs to know from outside it asks of an {@link hotline.flow.Asker}.
 */
@NullMarked
package hotline.flow;

import org.jspecify.annotations.NullMarked;
