package hotline.publish;

import java.util.Optional;

/**
 * Who makes a version live, and why.
 *
 * @param by the username of who publishes it; empty for what was found in a node's folder
 * @param found the version that the folder held, which is not the one that goes live if others have published too; empty for what was not found in one
 * @param reason in the words of who publishes it; what is too long is cut
 */
record Cause(Optional<String> by, Optional<String> found, String reason) {
    private static final int LONGEST_REASON = 400;

    Cause {
        reason = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    static Cause supervisor(String username, String reason) {
        return new Cause(Optional.of(username), Optional.empty(), reason);
    }

    static Cause folder(String found, String reason) {
        return new Cause(Optional.empty(), Optional.of(found), reason);
    }
}
