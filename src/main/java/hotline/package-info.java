/** The program: its commands, its settings, and the wiring of everything below, in one place. */
@NullMarked
package hotline;

import org.jspecify.annotations.NullMarked;
