/**
 * The field's figures, each with one definition, and the contacts and calls behind them. It only reads: it changes no row, and
 * nothing is decided by what it says.
 */
@NullMarked
package hotline.report;

import org.jspecify.annotations.NullMarked;
