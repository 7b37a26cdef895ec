package hotline.publish;

import hotline.flow.DialledNumber;
import hotline.flow.FlowProblemsException;
import hotline.flow.VoiceFlows;
import hotline.phone.PhoneNumber;
import hotline.store.Database;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The flows by version. New calls get the current one; a call in progress finishes on the version it began with, also after
 * a restart with other flows and on another node, because every version that went live is kept in the database.
 */
public final class FlowVersions {
    /** Besides the current one; calls on more than these load theirs again. */
    static final int MOST_LOADED = 8;

    private static final Logger log = LoggerFactory.getLogger(FlowVersions.class);

    /** @param flows empty for what this program cannot read */
    private record Loaded(Optional<VoiceFlows> flows) {}

    private final Database database;
    private final Publications publications;
    private final Function<Map<String, String>, VoiceFlows> loader;
    private final Map<String, Loaded> loaded = Collections.synchronizedMap(new LastUsed<>(MOST_LOADED));
    private volatile VoiceFlows current;

    FlowVersions(
            Database database,
            Publications publications,
            VoiceFlows current,
            Function<Map<String, String>, VoiceFlows> loader) {
        this.database = database;
        this.publications = publications;
        this.current = current;
        this.loader = loader;
    }

    /** From now on new calls run on these. */
    public void use(VoiceFlows flows) {
        VoiceFlows before = current;
        loaded.put(before.version(), new Loaded(Optional.of(before)));
        current = flows;
    }

    /** The flows that new calls run on. */
    public VoiceFlows current() {
        return current;
    }

    /** What a dialled number rings in the current flows; the first number's entry serves for all that are not listed. */
    public DialledNumber number(Optional<PhoneNumber> dialled) {
        return number(current, dialled);
    }

    /** What a dialled number rings in these flows; otherwise as above. */
    public static DialledNumber number(VoiceFlows flows, Optional<PhoneNumber> dialled) {
        return dialled.map(flows::number).orElseGet(() -> flows.numbers().get(0));
    }

    /**
     * The flows of a version that was kept, for whoever is in a transaction.
     *
     * @throws FlowsNeededException if they must be loaded first
     * @throws IllegalStateException if it never was kept
     */
    public VoiceFlows get(Handle handle, String version) {
        return find(handle, version).orElseThrow(() -> wasNeverKept(version));
    }

    /** The flows of a draft that somebody rings, which is kept the longer for it; empty if it was never kept, or is not any more. */
    public Optional<VoiceFlows> ring(Handle handle, String version, Instant now) {
        return publications.ring(handle, version, now) ? find(handle, version) : Optional.empty();
    }

    /**
     * The flows of a version, for whoever is in a transaction; empty if it was never kept. What was right when it was kept may not be for a
     * newer program, or for an older one; then its calls go on with today's flows.
     *
     * @throws FlowsNeededException if they must be loaded first
     */
    public Optional<VoiceFlows> find(Handle handle, String version) {
        Optional<VoiceFlows> found = findLoaded(version);
        if (found.isEmpty() && publications.isKept(handle, version)) {
            throw new FlowsNeededException(version);
        }
        return found;
    }

    /**
     * The flows of a version that was kept; what cannot be read as above. Takes up to a second, so never inside a transaction.
     *
     * @throws IllegalStateException if it never was kept
     */
    public VoiceFlows load(String version) {
        return findLoaded(version).orElseGet(() -> loadInTurn(version));
    }

    /** One after the other: many calls may need the same one in the moment after a start. */
    private synchronized VoiceFlows loadInTurn(String version) {
        return findLoaded(version).orElseGet(() -> {
            Map<String, String> files = database.read(handle -> publications.findFiles(handle, version))
                    .orElseThrow(() -> wasNeverKept(version));
            Loaded flows = new Loaded(load(version, files));
            loaded.put(version, flows);
            return flows.flows().orElse(current);
        });
    }

    private Optional<VoiceFlows> findLoaded(String version) {
        VoiceFlows now = current;
        return now.version().equals(version)
                ? Optional.of(now)
                : Optional.ofNullable(loaded.get(version))
                        .map(found -> found.flows().orElse(now));
    }

    private static IllegalStateException wasNeverKept(String version) {
        return new IllegalStateException("no flows of version " + version + " were kept");
    }

    private Optional<VoiceFlows> load(String version, Map<String, String> files) {
        try {
            return Optional.of(loader.apply(files));
        } catch (FlowProblemsException e) {
            log.warn(
                    "this program cannot read the flows {}, which another one published; calls on them go on with {}",
                    version,
                    current.version());
            return Optional.empty();
        }
    }
}
