package hotline.store;

import org.jspecify.annotations.Nullable;

/**
 * The database did not answer in time or refused. Unless {@link #isCertainlyNotMade} says otherwise, whether the change
 * was made is <em>not known</em>: whoever repeats it must be able to see that it was.
 */
public final class StoreUnavailableException extends RuntimeException {
    private final boolean certainlyNotMade;

    /** The outcome is not known. */
    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    private StoreUnavailableException(String message, @Nullable Throwable cause, boolean certainlyNotMade) {
        super(message, cause);
        this.certainlyNotMade = certainlyNotMade;
    }

    static StoreUnavailableException notMade(String what, @Nullable Throwable cause) {
        return new StoreUnavailableException(what + "; nothing was changed", cause, true);
    }

    static StoreUnavailableException notRead(Throwable cause) {
        return new StoreUnavailableException("the database does not answer", cause, true);
    }

    static StoreUnavailableException unknown(String what, @Nullable Throwable cause) {
        return new StoreUnavailableException(what + "; whether the change was made is not known", cause, false);
    }

    /** Whether it is certain that nothing was kept of the change. */
    public boolean isCertainlyNotMade() {
        return certainlyNotMade;
    }
}
