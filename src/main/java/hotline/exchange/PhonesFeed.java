package hotline.exchange;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.sse.SseClient;
import io.javalin.websocket.WsCloseContext;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.StatusCode;

/**
 * What goes on, told to those who follow it as it happens. A page has one WebSocket for all its phones and the network's lines,
 * at {@code /network/events?number=…&number=…}: of event streams and requests together a browser keeps six to a host, over all
 * its tabs, and lets what comes seventh wait for ever
 * (https://developer.mozilla.org/en-US/docs/Web/API/Server-sent_events/Using_server-sent_events); sockets do not count. The
 * phone in the terminal reads server-sent events of one phone, at {@code /phones/{number}/events}.
 */
final class PhonesFeed {
    private final Network network;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

    /** How each socket's stream is ended, by the socket's id. */
    private final Map<String, Runnable> sockets = new ConcurrentHashMap<>();

    PhonesFeed(Network network) {
        this.network = network;
    }

    void register(RoutesConfig routes) {
        routes.sse("/phones/{number}/events", this::followPhone);
        routes.wsBeforeUpgrade("/network/events", PhonesFeed::onlyOwnPages);
        routes.ws("/network/events", socket -> {
            socket.onConnect(this::followAll);
            socket.onClose(this::left);
        });
    }

    /** A browser lets any page open a socket to anywhere, and says only whose page it is. */
    private static void onlyOwnPages(Context ctx) {
        String origin = ctx.header("Origin");
        if (origin != null && !origin.replaceFirst("^https?://", "").equals(ctx.header("Host"))) {
            throw new ForbiddenResponse("The phones tell only their own pages.");
        }
    }

    private void followPhone(SseClient client) {
        EventStream stream = new EventStream(new SseWire(client));
        Runnable unfollow = network.timeline.inside(() -> follow(client.ctx().pathParam("number"), stream));
        client.keepAlive();
        client.onClose(() -> end(stream, unfollow));
        begin(stream);
    }

    /** All phones and lines of a page from one moment on, so that nothing is told twice or never. */
    private void followAll(WsConnectContext socket) {
        EventStream stream = new EventStream(new SocketWire(socket));
        Consumer<CallLine> follower = line -> stream.send("line", PhoneJson.line(line));
        List<Runnable> unfollow = new ArrayList<>(List.of(() -> network.log.unfollow(follower)));
        network.timeline.inside(() -> {
            stream.send("network", NetworkJson.withLines(network));
            network.log.follow(follower);
            Set.copyOf(socket.queryParams("number")).forEach(number -> unfollow.add(follow(number, stream)));
        });
        sockets.put(socket.sessionId(), () -> end(stream, () -> unfollow.forEach(Runnable::run)));
        begin(stream);
    }

    private void left(WsCloseContext socket) {
        Runnable end = sockets.remove(socket.sessionId());
        if (end != null) {
            end.run();
        }
    }

    /** Called inside the network; what it returns stops it. */
    private Runnable follow(String number, EventStream stream) {
        Phone phone = network.phone(number);
        stream.send("snapshot", PhoneJson.snapshot(phone));
        Consumer<PhoneEvent> listener = event ->
                stream.send(event.kind().text(), PhoneJson.event(phone, event).put("number", phone.number()));
        phone.listen(listener);
        return () -> phone.unlisten(listener);
    }

    private void begin(EventStream stream) {
        streams.add(stream);
        stream.begin();
    }

    private void end(EventStream stream, Runnable unfollow) {
        stream.readerLeft();
        streams.remove(stream);
        unfollow.run();
    }

    /** Tells all readers that it is over. */
    void close() {
        Set.copyOf(streams).forEach(EventStream::stop);
    }

    /** Server-sent events. */
    private record SseWire(SseClient client) implements EventStream.Wire {
        @Override
        public void send(String name, String data) {
            client.sendEvent(name, data);
        }

        @Override
        public void beat() {
            client.sendComment("still here");
        }

        @Override
        public void close() {
            if (!client.terminated()) {
                client.close();
            }
        }
    }

    /** A WebSocket, whose messages are JSON: {@code event} and {@code data}. */
    private record SocketWire(WsContext socket) implements EventStream.Wire {
        @Override
        public void send(String name, String data) throws IOException, InterruptedException {
            String message = "{\"event\":\"" + name + "\",\"data\":" + data + "}";
            done(sent -> socket.session.sendText(message, sent));
        }

        /** Waits until it has left: the queue is the stream's, and what comes after a server's last word may end it. */
        private static void done(Consumer<Callback.Completable> sending) throws IOException, InterruptedException {
            try {
                Callback.Completable.with(sending).get();
            } catch (ExecutionException gone) {
                throw new IOException(gone);
            }
        }

        @Override
        public void beat() {
            socket.sendPing();
        }

        @Override
        public void close() throws IOException, InterruptedException {
            done(sent -> socket.session.close(StatusCode.SHUTDOWN, "", sent));
        }
    }
}
