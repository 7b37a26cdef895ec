package hotline;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Hands a request on once all of its body is here. Whoever sends one slowly holds a connection then and no thread: there are few
 * threads, anybody may begin to send, and a caller's webhook needs one. A body that is too long gets a 413, and one that takes too
 * long a 408, the latter at the latest when nothing has come for as long as the connection may be idle (Jetty: 30 s).
 */
final class WholeRequests extends Handler.Wrapper {
    /** The longest body of all, in bytes; who reads one has narrower bounds. */
    static final int MOST_BYTES = 1_000_000;

    /** What is held in memory at once is no more than can be sent in this time. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    private final Clock clock;

    WholeRequests(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Arrival arrival = new Arrival(request, response, callback);
        return !arrival.isWhole() || super.handle(arrival.whole(), response, callback);
    }

    private void handOn(Arrival arrival) {
        try {
            if (!super.handle(arrival.whole(), arrival.response, arrival.callback)) {
                arrival.refuse(HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception e) {
            Response.writeError(arrival.request, arrival.response, arrival.callback, e);
        }
    }

    /** A request whose body is on its way. */
    private final class Arrival implements Invocable.Task {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final Instant until = clock.instant().plus(LIMIT);
        private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);

        Arrival(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        /** Takes what has come. If that is not all, the request is answered already, or {@link #run} follows once there is more. */
        boolean isWhole() {
            while (body.size() <= MOST_BYTES && request.getLength() <= MOST_BYTES) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    waitForMore();
                    return false;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    fail(chunk);
                    return false;
                }
                take(chunk);
                if (chunk.isLast()) {
                    return true;
                }
            }
            refuse(HttpStatus.PAYLOAD_TOO_LARGE_413);
            return false;
        }

        /** Copies: a chunk that was kept would keep all of its connection's buffer, however little is in it. */
        private void take(Content.Chunk chunk) {
            byte[] bytes = new byte[chunk.remaining()];
            chunk.getByteBuffer().get(bytes);
            chunk.release();
            body.writeBytes(bytes);
        }

        private void waitForMore() {
            if (clock.instant().isBefore(until)) {
                request.demand(this);
            } else {
                refuse(HttpStatus.REQUEST_TIMEOUT_408);
            }
        }

        /** A failure after which more could come is that nothing came for so long; else the sender is gone. */
        private void fail(Content.Chunk failure) {
            if (failure.isLast()) {
                callback.failed(failure.getFailure());
            } else {
                refuse(HttpStatus.REQUEST_TIMEOUT_408);
            }
        }

        void refuse(int status) {
            Response.writeError(request, response, callback, status);
        }

        /** By a thread that waits for connections, and must not do more. */
        @Override
        public void run() {
            if (isWhole()) {
                request.getComponents().getExecutor().execute(() -> handOn(this));
            }
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        Request whole() {
            return new Whole(request, Content.Source.from(ByteBuffer.wrap(body.toByteArray())));
        }
    }

    /** A request with the body that has come. */
    private static final class Whole extends Request.Wrapper {
        private final Content.Source body;

        Whole(Request request, Content.Source body) {
            super(request);
            this.body = body;
        }

        @Override
        public Content.Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable demand) {
            body.demand(demand);
        }

        @Override
        public void fail(Throwable failure) {
            body.fail(failure);
            super.fail(failure);
        }
    }
}
