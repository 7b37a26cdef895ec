package hotline.publish;

import hotline.flow.DialledNumber;
import hotline.flow.FlowLoader;
import hotline.flow.FlowProblemsException;
import hotline.flow.Recordings;
import hotline.flow.VoiceFlows;
import hotline.phone.PhoneNumber;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
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

    private final Publications publications;
    private final Map<String, Loaded> loaded = Collections.synchronizedMap(new LastUsed<>(MOST_LOADED));

    private final Recordings recordings;
    private volatile VoiceFlows current;

    FlowVersions(Publications publications, VoiceFlows current, Recordings recordings) {
        this.recordings = recordings;
        this.publications = publications;
        this.current = current;
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
     * The flows of a version that was kept.
     *
     * @throws IllegalStateException if it never was
     */
    public VoiceFlows get(Handle handle, String version) {
        return find(handle, version)
                .orElseThrow(() -> new IllegalStateException("no flows of version " + version + " were kept"));
    }

    /**
     * The flows of a version; empty if it was never kept. What was right when it was kept may not be for a newer program, or for an older one;
     * then its calls go on with today's flows.
     */
    public Optional<VoiceFlows> find(Handle handle, String version) {
        VoiceFlows now = current;
        if (now.version().equals(version)) {
            return Optional.of(now);
        }
        return Optional.ofNullable(loaded.get(version))
                .or(() -> publications.findFiles(handle, version).map(files -> {
                    Loaded flows = new Loaded(load(version, files));
                    loaded.put(version, flows);
                    return flows;
                }))
                .map(found -> found.flows().orElse(now));
    }

    private Optional<VoiceFlows> load(String version, Map<String, String> files) {
        try {
            return Optional.of(FlowLoader.load(files, recordings));
        } catch (FlowProblemsException e) {
            log.warn(
                    "this program cannot read the flows {}, which another one published; calls on them go on with {}",
                    version,
                    current.version());
            return Optional.empty();
        }
    }
}
