package hotline.queue;

import hotline.phone.CarrierRequest;
import hotline.store.Carrier;
import hotline.store.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A carrier that takes everything, writes down what it was asked, and names a leg after the key of its request. */
final class FakeCarrier implements Carrier {
    record Sent(String key, CarrierRequest request) {}

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();

    /** What requests whose key begins like this are answered with from now on. */
    void answers(String prefix, Reply reply) {
        replies.put(prefix, reply);
    }

    @Override
    public Reply send(String key, CarrierRequest request) {
        sent.add(new Sent(key, request));
        return Optional.ofNullable(replies.get(key.substring(0, key.indexOf(':'))))
                .orElse(new Reply.Done(leg(key)));
    }

    @Override
    public Reply lookUp(String key, CarrierRequest request) {
        return new Reply.Done(leg(key));
    }

    static String leg(String key) {
        return leg(UUID.nameUUIDFromBytes(key.substring(key.indexOf(':') + 1).getBytes(StandardCharsets.UTF_8)));
    }

    /** Of the shape that the carrier's have: two letters and 32 hexadecimal digits. */
    private static String leg(UUID id) {
        return "CA" + id.toString().replace("-", "");
    }

    /** The requests of one kind, in order. */
    <T extends CarrierRequest> List<T> asked(Class<T> type) {
        return sent.stream()
                .map(Sent::request)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    void forget() {
        sent.clear();
        replies.clear();
    }
}
