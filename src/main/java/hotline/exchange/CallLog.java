package hotline.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells those who follow the network what goes on in it, line by line. */
final class CallLog {
    /** Who opens a page sees no more of what went on before. */
    private static final int MOST_KEPT = 200;

    private final Timeline timeline;
    private final Deque<CallLine> latest = new ArrayDeque<>();
    private final List<Consumer<CallLine>> followers = new CopyOnWriteArrayList<>();

    CallLog(Timeline timeline) {
        this.timeline = timeline;
    }

    /** The follower is called inside the network: it must be quick and must not call back. */
    void follow(Consumer<CallLine> follower) {
        followers.add(follower);
    }

    void unfollow(Consumer<CallLine> follower) {
        followers.remove(follower);
    }

    void add(CallLine.Kind kind, String about, String number, String text) {
        CallLine line = new CallLine(timeline.now(), kind, about, number, text);
        keep(line);
        followers.forEach(follower -> follower.accept(line));
    }

    private void keep(CallLine line) {
        synchronized (latest) {
            if (latest.size() == MOST_KEPT) {
                latest.remove();
            }
            latest.add(line);
        }
    }

    /** The latest lines, oldest first. */
    List<CallLine> latest() {
        synchronized (latest) {
            return List.copyOf(latest);
        }
    }
}
