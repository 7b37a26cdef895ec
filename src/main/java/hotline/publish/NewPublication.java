package hotline.publish;

import java.util.Optional;

/**
 * A version that is to go live.
 *
 * @param by the username of who publishes it; empty for what was found in a node's folder
 * @param reason in the words of who publishes it; what is too long is cut
 */
record NewPublication(String version, Optional<String> by, String reason) {
    private static final int LONGEST_REASON = 400;

    NewPublication {
        reason = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
