/**
 * Example calls of a folder of flows: read, played through the real use cases on the built-in phone network in virtual time, and
 * compared with what their authors expected; which branches of the flows they cover; and past calls made into examples. It must not
 * know how a hotline is put together, and must not be used while real callers are on the line.
 */
@NullMarked
package hotline.rehearsal;

import org.jspecify.annotations.NullMarked;
