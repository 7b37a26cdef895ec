package hotline.publish;

import java.util.LinkedHashMap;
import java.util.Map;

/** Holds so many at most; the one that was not asked for the longest goes out. Not safe to use from several threads. */
final class LastUsed<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;
    private static final float LOAD = 0.75f;

    private final int most;

    LastUsed(int most) {
        super(most, LOAD, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
