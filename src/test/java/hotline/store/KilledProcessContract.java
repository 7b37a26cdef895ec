package hotline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was acknowledged is there after {@code kill -9}, and nothing is there by halves. */
@Timeout(120)
abstract class KilledProcessContract {
    private static final int KILLS = 10;
    private static final int MOST_CHANGES = 600;

    /** The address of an empty database that a process of its own can open. */
    abstract String url();

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_torn_when_the_process_is_killed() throws Exception {
        String url = url();
        try (Database database = Database.open(url);
                Writer writer = new Writer(database, Duration.ofSeconds(20))) {
            writer.write(handle -> {
                KilledProcess.createTables(handle);
                return true;
            });
        }
        Random moments = new Random(20261122);
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            runAndKill(url, 1 + moments.nextInt(MOST_CHANGES), acknowledged);
            check(url, acknowledged, "after kill " + kill);
        }
    }

    /** Kills the process as soon as it has acknowledged so many changes; adds all that it acknowledged. */
    private static void runAndKill(String url, int changes, Set<String> acknowledged) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProcess.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            int before = acknowledged.size();
            for (int i = 0; i < changes; i++) {
                acknowledged.add(nextChange(out));
            }
            // By its handle, because Process would close the pipe and lose what is in it.
            process.toHandle().destroyForcibly();
            out.lines().filter(line -> line.contains(" ")).forEach(acknowledged::add);
            assertThat(process.waitFor()).as("killed by signal 9").isEqualTo(128 + 9);
            assertThat(acknowledged.size()).isGreaterThanOrEqualTo(before + changes);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String nextChange(BufferedReader out) throws IOException {
        String line = out.readLine();
        while (line != null && !line.matches("[0-9] [0-9]+")) {
            line = out.readLine();
        }
        assertThat(line).as("the process ended by itself").isNotNull();
        return line;
    }

    private static void check(String url, Set<String> acknowledged, String when) {
        try (Database database = Database.open(url)) {
            Set<String> entries = strings(database, "select thread || ' ' || number from entry");
            Set<String> lost = new HashSet<>(acknowledged);
            lost.removeAll(entries);
            assertThat(lost).as("acknowledged and lost " + when).isEmpty();
            assertThat(strings(database, "select thread || ' ' || number from twin"))
                    .as("twins of entries " + when)
                    .isEqualTo(entries);
            assertThat(strings(database, """
                            select thread || ' ' || number from newest
                            where number <> (select count(*) from entry where entry.thread = newest.thread)"""))
                    .as("threads whose newest number is not that of their last entry " + when)
                    .isEmpty();
        }
    }

    private static Set<String> strings(Database database, String sql) {
        List<String> found = database.read(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
        return new HashSet<>(found);
    }
}
