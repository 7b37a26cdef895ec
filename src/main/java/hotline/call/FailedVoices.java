package hotline.call;

import hotline.flow.Voice;
import hotline.store.Changes;
import hotline.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The voices that are put aside since they failed. Kept in the database, for restarts and for all nodes, and in memory, since every
 * sentence asks: a node reads them again when it is told that there is another one.
 */
public final class FailedVoices {
    /** Told to all nodes when a voice is put aside. */
    public static final String CHANGED = "voices";

    /** How long a voice is put aside: long enough that few callers miss a sentence by its being tried again. */
    public static final Duration ASIDE = Duration.ofHours(1);

    private final Database database;
    private final Changes changes;
    private final Clock clock;
    private volatile Map<String, FailedVoice> aside = Map.of();

    /** Reads those that are put aside, and follows what other nodes put aside. */
    public FailedVoices(Database database, Changes changes, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.clock = clock;
        // Listened to as long as there are changes: both end with the node.
        AutoCloseable unused = changes.listen(topic -> {
            if (topic.equals(CHANGED) || topic.equals(Changes.EVERYTHING)) {
                follow();
            }
        });
        follow();
    }

    /** Takes what is in the database now. */
    public synchronized void follow() {
        aside = database.read(handle -> list(handle, clock.instant())).stream()
                .collect(Collectors.toUnmodifiableMap(FailedVoice::name, Function.identity()));
    }

    private static List<FailedVoice> list(Handle handle, Instant now) {
        return handle.createQuery("select voice, error_code, failed_at, back_at from failed_voice where back_at > :now")
                .bind("now", now)
                .map((row, context) -> new FailedVoice(
                        row.getString("voice"),
                        row.getString("error_code"),
                        row.getObject("failed_at", OffsetDateTime.class).toInstant(),
                        row.getObject("back_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Puts a voice aside from now on, inside the writer's transaction; false if it is put aside already. */
    boolean putAside(Handle handle, String voice, String errorCode, Instant now) {
        boolean again = handle.createUpdate("""
                                update failed_voice set error_code = :code, failed_at = :now, back_at = :back
                                where voice = :voice and back_at <= :now""")
                        .bind("voice", voice)
                        .bind("code", errorCode)
                        .bind("now", now)
                        .bind("back", now.plus(ASIDE))
                        .execute()
                == 1;
        if (!again && !isFirst(handle, voice, errorCode, now)) {
            return false;
        }
        changes.tell(handle, CHANGED);
        return true;
    }

    private static boolean isFirst(Handle handle, String voice, String errorCode, Instant now) {
        return handle.createUpdate("""
                                insert into failed_voice (voice, error_code, failed_at, back_at)
                                values (:voice, :code, :now, :back) on conflict do nothing""")
                        .bind("voice", voice)
                        .bind("code", errorCode)
                        .bind("now", now)
                        .bind("back", now.plus(ASIDE))
                        .execute()
                == 1;
    }

    /** The carrier's name of whoever speaks for that voice now: the voice itself, unless it is put aside and has a fallback. */
    public String speaker(Voice voice) {
        return voice.fallback().filter(name -> find(voice.name()).isPresent()).orElse(voice.name());
    }

    private Optional<FailedVoice> find(String name) {
        return Optional.ofNullable(aside.get(name))
                .filter(failed -> clock.instant().isBefore(failed.backAt()));
    }

    /** Those that are put aside now, the first to come back first. */
    public List<FailedVoice> list() {
        Instant now = clock.instant();
        return aside.values().stream()
                .filter(failed -> now.isBefore(failed.backAt()))
                .sorted(Comparator.comparing(FailedVoice::backAt).thenComparing(FailedVoice::name))
                .toList();
    }
}
