package hotline.store;

import org.jspecify.annotations.Nullable;

/**
 * The database did not answer in time or refused. Whether the change was made is <em>not known</em>: whoever repeats it
 * must be able to see that it was.
 */
public final class StoreUnavailableException extends RuntimeException {
    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
