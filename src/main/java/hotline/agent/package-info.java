/**
 * Agents: who they are, what they can do, whether they are there, and how they sign in. An agent's contact is only a
 * number here; what a contact is, and which agent gets it, is decided elsewhere.
 */
@NullMarked
package hotline.agent;

import org.jspecify.annotations.NullMarked;
