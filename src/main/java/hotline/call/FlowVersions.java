package hotline.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.flow.DialledNumber;
import hotline.flow.FlowLoader;
import hotline.flow.FlowProblemsException;
import hotline.flow.VoiceFlows;
import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The flows by version. New calls get the current one; a call in progress finishes on the version it began with, also after
 * a restart with other flows and on another node, because every version that a call began with is kept in the database.
 */
public final class FlowVersions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger log = LoggerFactory.getLogger(FlowVersions.class);

    private final Map<String, VoiceFlows> loaded = new ConcurrentHashMap<>();
    private volatile VoiceFlows current;

    public FlowVersions(VoiceFlows current) {
        this.current = current;
        loaded.put(current.version(), current);
    }

    /** From now on new calls run on these. */
    public void use(VoiceFlows flows) {
        loaded.put(flows.version(), flows);
        current = flows;
    }

    /** The flows that new calls run on. */
    public VoiceFlows current() {
        return current;
    }

    /** What a dialled number rings in the current flows; the first number's entry serves for all that are not listed. */
    DialledNumber number(Optional<PhoneNumber> dialled) {
        return dialled.map(current::number).orElseGet(() -> current.numbers().get(0));
    }

    /** Keeps the current version for as long as calls may need it; does nothing if it is kept already. */
    void keepCurrent(Handle handle, Instant now) {
        handle.createUpdate("""
                        insert into flow_version (version, files, first_used_at)
                        values (:version, :files, :now) on conflict do nothing""")
                .bind("version", current.version())
                .bind("files", write(current.sources()))
                .bind("now", now)
                .execute();
    }

    /**
     * The flows of a version that was kept.
     *
     * @throws IllegalStateException if it never was
     */
    VoiceFlows get(Handle handle, String version) {
        VoiceFlows known = loaded.get(version);
        if (known != null) {
            return known;
        }
        String files = handle.createQuery("select files from flow_version where version = :version")
                .bind("version", version)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() -> new IllegalStateException("no flows of version " + version + " were kept"));
        VoiceFlows flows = load(version, read(files));
        loaded.put(version, flows);
        return flows;
    }

    /** What was right when it was kept may not be for a newer program; then its calls go on with today's flows. */
    private VoiceFlows load(String version, Map<String, String> files) {
        try {
            return FlowLoader.load(files);
        } catch (FlowProblemsException e) {
            log.warn(
                    "flows of version {} cannot be read any more; their calls go on with {}",
                    version,
                    current.version());
            return current;
        }
    }

    private static String write(Map<String, String> files) {
        try {
            return JSON.writeValueAsString(files);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("flow sources that cannot be written", e);
        }
    }

    private static Map<String, String> read(String files) {
        try {
            return JSON.readValue(files, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("flow sources that cannot be read", e);
        }
    }
}
