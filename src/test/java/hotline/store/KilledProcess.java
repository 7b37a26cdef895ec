package hotline.store;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/**
 * A process that writes until it is killed. Each of four threads makes one change after the other (an entry, its twin, and
 * the thread's newest number, all in one use case) and prints thread and number when the change was acknowledged.
 */
final class KilledProcess {
    static final int THREADS = 4;

    /** A line goes out in one piece, and at once: what was acknowledged must be known although the process dies. */
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private KilledProcess() {}

    /** @param args the address of the database */
    public static void main(String[] args) {
        Database database = Database.open(args[0]);
        Writer writer = new Writer(database, Duration.ofSeconds(20));
        for (int i = 0; i < THREADS; i++) {
            int own = i;
            new Thread(() -> write(writer, own)).start();
        }
    }

    private static void write(Writer writer, int own) {
        for (long last = writer.write(handle -> newest(handle, own)); ; last++) {
            long number = last + 1;
            writer.write(handle -> change(handle, own, number));
            try {
                OUT.write((own + " " + number + "\n").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return;
            }
        }
    }

    static void createTables(Handle handle) {
        handle.execute("create table entry (thread int, number bigint, primary key (thread, number))");
        handle.execute("create table twin (thread int, number bigint, primary key (thread, number))");
        handle.execute("create table newest (thread int primary key, number bigint)");
        for (int i = 0; i < THREADS; i++) {
            handle.execute("insert into newest values (?, 0)", i);
        }
    }

    private static long newest(Handle handle, int own) {
        return handle.createQuery("select number from newest where thread = :own")
                .bind("own", own)
                .mapTo(Long.class)
                .one();
    }

    private static boolean change(Handle handle, int own, long number) {
        handle.execute("insert into entry values (?, ?)", own, number);
        handle.execute("insert into twin values (?, ?)", own, number);
        return handle.execute("update newest set number = ? where thread = ?", number, own) == 1;
    }
}
