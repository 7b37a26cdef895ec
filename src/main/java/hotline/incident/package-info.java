/**
 * What many callers ring about at once: said to each of them, until a time, and counted.
 *
 * <p>Knows nothing of how a call goes; the conversation asks what there is to say.
 */
@NullMarked
package hotline.incident;

import org.jspecify.annotations.NullMarked;
