package hotline.store;

import org.jspecify.annotations.Nullable;

/**
 * The database could not be opened at the start. The message is one sentence for the operator: what is wrong and how to
 * mend it; it never holds a password.
 */
public final class CannotOpenDatabaseException extends RuntimeException {
    CannotOpenDatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
