/**
 * The flows while they run: which version new calls get, which versions older calls need, who published what and why, and the
 * folder that is watched for edits. What is live is one row of the database, so that all nodes agree on it.
 *
 * <p>Knows nothing of calls and pages; what is wrong with a flow is {@code flow}'s to say.
 */
@NullMarked
package hotline.publish;

import org.jspecify.annotations.NullMarked;
