package hotline.order;

import org.jspecify.annotations.Nullable;

/** The order directory did not answer in time, or not with orders. Asking again at once is of no use. */
public final class OrdersUnavailableException extends RuntimeException {
    public OrdersUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
