package hotline.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A TCP proxy on this machine whose faults a test switches on and off. */
public final class FaultProxy implements AutoCloseable {
    public enum Mode {
        /** Everything passes. */
        PASS,
        /** New connections are reset, those there are cut. */
        DOWN,
        /** The next byte either way resets its connection. */
        RESET,
        /** Connections stay open and nothing passes. */
        BLACKHOLE,
        /** What the client says passes; what the server says is swallowed. */
        HALF_REPLY
    }

    private final ServerSocket listening;
    private final int serverPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile Mode mode = Mode.PASS;
    private volatile @Nullable String loseReplyTo;

    public FaultProxy(int serverPort) {
        this.serverPort = serverPort;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    public void mode(Mode next) {
        loseReplyTo = null;
        mode = next;
        if (next == Mode.DOWN) {
            open.forEach(FaultProxy::reset);
        }
    }

    /** From the moment the client says {@code words}, which still reach the server, {@link Mode#HALF_REPLY} holds. */
    void loseReplyTo(String words) {
        loseReplyTo = words;
    }

    /** How many connections were asked for so far. */
    int accepted() {
        return accepted.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                accepted.incrementAndGet();
                if (mode == Mode.DOWN) {
                    reset(client);
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                open.add(client);
                open.add(server);
                threads.execute(() -> pump(client, server, true));
                threads.execute(() -> pump(server, client, false));
            } catch (IOException e) {
                // the listening socket was closed, or the server is down: the client sees it
            }
        }
    }

    private void pump(Socket from, Socket to, boolean fromClient) {
        byte[] bytes = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(bytes); n > 0; n = in.read(bytes)) {
                String waitedFor = loseReplyTo;
                if (fromClient && waitedFor != null && said(bytes, n).contains(waitedFor)) {
                    mode(Mode.HALF_REPLY);
                }
                while (mode == Mode.BLACKHOLE || (mode == Mode.HALF_REPLY && !fromClient)) {
                    if (from.isClosed() || to.isClosed()) {
                        return;
                    }
                    LockSupport.parkNanos(5_000_000);
                }
                if (mode == Mode.RESET) {
                    reset(from);
                    reset(to);
                    return;
                }
                out.write(bytes, 0, n);
                out.flush();
            }
        } catch (IOException e) {
            // one side is gone; so is the other below
        } finally {
            reset(from);
            reset(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static String said(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // closed already
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(FaultProxy::reset);
        threads.shutdownNow();
    }
}
