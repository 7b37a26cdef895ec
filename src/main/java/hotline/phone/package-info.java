/**
 * Values of the telephone: numbers, keys, languages, and what is asked of the carrier. Nothing here has state, opens a
 * connection or knows the time.
 */
@NullMarked
package hotline.phone;

import org.jspecify.annotations.NullMarked;
