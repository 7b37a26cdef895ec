package hotline.store;

import hotline.phone.CarrierRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A carrier that answers as told, and remembers what it was asked; without instructions everything succeeds. */
final class ScriptedCarrier implements Carrier {
    private final List<String> sent = new ArrayList<>();
    private final List<String> lookedUp = new ArrayList<>();
    private final List<CarrierRequest> requests = new ArrayList<>();
    private final Map<String, Deque<Reply>> sendReplies = new ConcurrentHashMap<>();
    private final Map<String, Deque<Reply>> lookUpReplies = new ConcurrentHashMap<>();

    /** Answers the next sends of this key so; the last answer stays. */
    void onSend(String key, Reply... replies) {
        sendReplies.put(key, new ArrayDeque<>(List.of(replies)));
    }

    /** Answers the next look-ups of this key so; the last answer stays. */
    void onLookUp(String key, Reply... replies) {
        lookUpReplies.put(key, new ArrayDeque<>(List.of(replies)));
    }

    @Override
    public synchronized Reply send(String key, CarrierRequest request) {
        sent.add(key);
        requests.add(request);
        return next(sendReplies, key);
    }

    @Override
    public synchronized Reply lookUp(String key, CarrierRequest request) {
        lookedUp.add(key);
        return next(lookUpReplies, key);
    }

    private static Reply next(Map<String, Deque<Reply>> replies, String key) {
        Deque<Reply> left = replies.get(key);
        if (left == null) {
            return new Reply.Done("SID-" + key);
        }
        return left.size() > 1 ? left.removeFirst() : left.getFirst();
    }

    /** The keys sent so far, in order, each as often as it was sent. */
    synchronized List<String> sent() {
        return List.copyOf(sent);
    }

    synchronized List<String> lookedUp() {
        return List.copyOf(lookedUp);
    }

    synchronized List<CarrierRequest> requests() {
        return List.copyOf(requests);
    }
}
