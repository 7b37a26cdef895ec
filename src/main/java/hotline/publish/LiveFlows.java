package hotline.publish;

import hotline.flow.FlowLoader;
import hotline.flow.FlowProblemsException;
import hotline.flow.Recordings;
import hotline.flow.VoiceFlows;
import hotline.phone.Language;
import hotline.store.Database;
import hotline.store.StoreUnavailableException;
import hotline.store.Writer;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps this node's flows up to date: with the edits of its folder, and with what other nodes and the page publish. */
public final class LiveFlows implements AutoCloseable {
    /** How often to look: an edit is live on its node after two looks, and on all others one look later. */
    private static final Duration PERIOD = Duration.ofMillis(500);

    private static final Logger log = LoggerFactory.getLogger(LiveFlows.class);

    private final Database database;
    private final Publications publications = new Publications();
    private final Publisher publisher = new Publisher(publications);
    private final Drafts drafts = new Drafts(publisher);
    private final Optional<FolderWatch> folder;
    private final Recordings recordings;
    private final RecordingsWatch recordingsWatch;
    private final FlowVersions versions;
    private final Clock clock;
    private final RunningOut runningOut = new RunningOut();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "flows");
        thread.setDaemon(true);
        return thread;
    });
    private long announced;

    private LiveFlows(Database database, Path folder, Writer writer, Clock clock) {
        this.database = database;
        this.clock = clock;
        FolderEdits edits =
                new FolderEdits(host() + ":" + folder.toAbsolutePath().normalize(), publications, publisher);
        this.recordings = Recordings.notYetSeen(folder);
        this.recordingsWatch = new RecordingsWatch(recordings::look);
        recordingsWatch.look();
        FolderWatch watched = new FolderWatch(
                folder,
                recordings,
                found -> {
                    edits.prepare(database, found);
                    return writer.write(handle -> edits.takeOver(handle, found, clock.instant()));
                },
                clock);
        this.folder = Optional.of(watched);
        this.versions = new FlowVersions(database, publications, first(watched), this::load);
        follow();
    }

    private LiveFlows(Database database, VoiceFlows flows, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.folder = Optional.empty();
        this.recordings = Recordings.unknown();
        this.recordingsWatch = new RecordingsWatch(recordings::look);
        this.versions = new FlowVersions(database, publications, flows, this::load);
    }

    /**
     * Reads the folder and what is live.
     *
     * @throws FlowProblemsException when the folder has errors and nothing was ever live that could serve in its place
     * @throws UncheckedIOException when the folder cannot be read, and nothing was ever live either
     */
    public static LiveFlows open(Path folder, Database database, Writer writer, Clock clock) {
        return new LiveFlows(database, folder, writer, clock);
    }

    /** Flows that come from nowhere and change only by {@link FlowVersions#use}, as an example call needs them. */
    public static LiveFlows still(VoiceFlows flows, Database database, Clock clock) {
        return new LiveFlows(database, flows, clock);
    }

    private VoiceFlows first(FolderWatch watched) {
        try {
            return watched.begin();
        } catch (FlowProblemsException | UncheckedIOException e) {
            Publication live = database.read(publications::findLatest).orElseThrow(() -> e);
            Map<String, String> files = database.read(handle -> publisher.files(handle, live.version()));
            return load(files);
        }
    }

    private VoiceFlows load(Map<String, String> files) {
        return FlowLoader.load(files, recordings);
    }

    /** Looks after the folder and the other nodes from now on. */
    @SuppressWarnings("FutureReturnValueIgnored") // what it throws is logged where it happens
    public void start() {
        watch.scheduleWithFixedDelay(this::lookSafely, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookSafely() {
        try {
            look();
        } catch (StoreUnavailableException e) {
            log.debug("the database does not answer; looks after the flows again in a moment", e);
        } catch (RuntimeException e) {
            // A task that throws would never be run again.
            log.error("could not look after the flows; tries again", e);
        }
    }

    /** Looks once: at the folder, and at what is live. */
    public void look() {
        folder.ifPresent(watched -> {
            recordingsWatch.look();
            watched.look();
            follow();
            runningOut.tell(versions.current(), clock.instant());
        });
    }

    /** Takes what is live on this node now; for whoever has just published it and wants to hear it. */
    public synchronized void follow() {
        Publication live = database.read(publisher::live);
        if (live.id() == announced) {
            return;
        }
        VoiceFlows flows = versions.load(live.version());
        announced = live.id();
        // Else a newer program published them, and this one has said that it cannot read them.
        if (flows.version().equals(live.version())) {
            versions.use(flows);
            log.info("flows {} are live ({}: {})", live.version(), live.by().orElse("the folder"), live.reason());
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** What calls run on. */
    public FlowVersions versions() {
        return versions;
    }

    /** Publishes what was edited elsewhere than in the folder. */
    public Publisher publisher() {
        return publisher;
    }

    /** What supervisors edit in the browser and have not published. */
    public Drafts drafts() {
        return drafts;
    }

    /** The last edit of this node's folder, if it has not gone live. */
    public Optional<Refusal> refusal() {
        return folder.flatMap(FolderWatch::refusal);
    }

    /** How the flows are, in a line for the operator that anybody may read. */
    public String state() {
        String version = versions.current().version();
        return refusal()
                .map(refused -> version + "; the folder was edited and is not live: "
                        + refused.problems().size() + " to mend, first "
                        + refused.first().in(Language.ENGLISH))
                .orElse(version);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
