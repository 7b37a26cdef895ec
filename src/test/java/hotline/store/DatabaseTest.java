package hotline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "hotline.db", "jdbc:mysql://db/hotline?password=geheim", "postgres://db/hotline"})
    void an_address_of_something_else_is_refused_with_examples_of_what_works(String url) {
        assertOpening(url)
                .hasMessageContaining("jdbc:h2:file:./data/hotline")
                .hasMessageContaining("jdbc:postgresql://host/database")
                .hasMessageNotContaining("geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:h2:tcp://db/hotline", "jdbc:h2:ssl://db/hotline", "jdbc:h2:file:./x;auto_server=true"})
    void an_h2_file_is_not_shared_between_processes(String url) {
        assertOpening(url).hasMessageContaining("serves one process only").hasMessageContaining("PostgreSQL");
    }

    @Test
    void a_user_before_the_host_is_explained() {
        assertOpening("jdbc:postgresql://ann:geheim@db/hotline")
                .hasMessageContaining("?user=…&password=…")
                .hasMessageNotContaining("geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://127.0.0.1:abc/x?password=geheim",
                "jdbc:postgresql://127.0.0.1:0/x",
                "jdbc:postgresql://127.0.0.1:65536/x",
                "jdbc:postgresql://127.0.0.1:/x",
                "jdbc:postgresql://[::1]:x/x",
                "jdbc:postgresql://one:5432,two:x/x?targetServerType=primary"
            })
    void what_is_no_port_is_told_before_the_driver_is_asked(String url) {
        assertOpening(url)
                .hasMessageContaining("a port from 1 to 65535 behind the host")
                .hasMessageNotContaining("geheim")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"one:1,[::1]:1", "[::1]", "one:1,two"})
    void several_servers_and_numbers_for_addresses_may_be_named(String hosts) {
        assertThat(new DatabaseUrl("jdbc:postgresql://" + hosts + "/x?user=a:b").isH2())
                .isFalse();
    }

    @Test
    void a_server_that_is_not_there_is_named() {
        assertOpening("jdbc:postgresql://localhost:1/hotline?password=geheim")
                .hasMessage("no database answers at jdbc:postgresql://localhost:1/hotline (Connection refused);"
                        + " start it, or correct the address");
        assertOpening("jdbc:postgresql://nowhere.invalid/hotline").hasMessageContaining("unknown host nowhere.invalid");
    }

    @Test
    void a_database_that_does_not_exist_is_named() {
        assertOpening("jdbc:postgresql://localhost:" + port() + "/nothing?user=postgres")
                .hasMessage("there is no database jdbc:postgresql://localhost:" + port()
                        + "/nothing; create it with createdb, or correct the address");
    }

    @Test
    void a_user_whom_postgres_does_not_know_is_told_where_to_correct_it() {
        assertOpening("jdbc:postgresql://localhost:" + port() + "/postgres?user=nobody")
                .hasMessageContaining("refuses the user name or the password")
                .hasMessageContaining("?user=…&password=…");
    }

    @Test
    void a_wrong_password_of_a_file_is_told_where_to_correct_it() {
        String url = file("locked") + ";USER=ann;PASSWORD=";
        Database.open(url + "geheim").close();
        assertOpening(url + "falsch")
                .hasMessageContaining("refuses the user name or the password")
                .hasMessageContaining(";USER=…;PASSWORD=…")
                .hasMessageNotContaining("falsch");
    }

    @Test
    void a_file_that_another_process_has_open_is_told_so() throws IOException {
        Database.open(file("hotline")).close();
        try (FileChannel channel = FileChannel.open(folder.resolve("hotline.mv.db"), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertOpening(file("hotline")).hasMessageContaining("is in use by another process");
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertOpening("jdbc:h2:file:" + file + "/data/hotline")
                .hasMessageContaining("the folder " + file + "/data for the database cannot be made");
    }

    @Test
    void the_folder_of_a_new_file_is_made_and_what_was_written_is_there_when_it_is_opened_again() {
        String url = file("new/folder/hotline");
        try (Database database = Database.open(url);
                Writer writer = new Writer(database, Duration.ofSeconds(20))) {
            assertThat(database.isEmbedded()).isTrue();
            writer.write(handle -> handle.execute("insert into outbox_pace values ('Test', current_timestamp)"));
        }
        try (Database database = Database.open(url)) {
            assertThat(kinds(database)).containsExactly("Dial", "Test");
        }
        assertThat(folder.resolve("new/folder")).isDirectoryContaining("glob:**.mv.db");
        assertThat(folder.resolve("new/folder")).isDirectoryNotContaining("glob:**.trace.db");
    }

    @Test
    void a_schema_of_a_newer_version_is_not_touched() {
        String url = file("hotline");
        try (Database database = Database.open(url);
                Writer writer = new Writer(database, Duration.ofSeconds(20))) {
            writer.write(handle ->
                    handle.execute("update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" = '1'"));
        }
        assertOpening(url)
                .hasMessageContaining("the schema of jdbc:h2:file:")
                .hasMessageContaining("checksum mismatch")
                .hasMessageNotContaining("\n");
    }

    @Test
    void messages_of_failed_statements_do_not_hold_values() {
        try (Database database = TestDatabase.postgres();
                Writer writer = new Writer(database, Duration.ofSeconds(20))) {
            assertThatThrownBy(() -> writer.write(handle -> handle.execute(
                            "insert into outbox_pace values (?, current_timestamp)", "+6281234567890 and much longer")))
                    .hasMessageContaining("insert into outbox_pace")
                    .hasMessageNotContaining("81234567890");
            assertThatThrownBy(() ->
                            writer.write(handle -> handle.execute("insert into outbox_pace select * from outbox_pace")))
                    .hasMessageContaining("outbox_pace_pkey")
                    .hasMessageNotContaining("Dial");
        }
    }

    @Test
    void a_time_comes_back_as_it_was_even_in_the_hour_that_is_repeated_when_summer_ends() {
        TimeZone zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try (Database h2 = TestDatabase.h2();
                Database postgres = TestDatabase.postgres()) {
            for (Database database : List.of(h2, postgres)) {
                for (String time :
                        List.of("2026-10-25T00:30:00Z", "2026-10-25T01:30:00.123456Z", "2026-07-01T00:00:00Z")) {
                    assertThat(roundTrip(database, Instant.parse(time))).isEqualTo(time);
                }
                assertThat(roundTrip(database, Instant.parse("2026-10-25T01:30:00.123456789Z")))
                        .as("cut, not rounded")
                        .isEqualTo("2026-10-25T01:30:00.123456Z");
            }
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void an_absent_uuid_can_be_stored() {
        try (Database h2 = TestDatabase.h2();
                Database postgres = TestDatabase.postgres()) {
            for (Database database : List.of(h2, postgres)) {
                try (Writer writer = new Writer(database, Duration.ofSeconds(20))) {
                    writer.write(handle -> handle.execute("create table leg (ref uuid)"));
                    UUID absent = null;
                    int stored = writer.write(handle -> handle.createUpdate("insert into leg values (:ref)")
                            .bind("ref", absent)
                            .execute());
                    assertThat(stored).isEqualTo(1);
                }
            }
        }
    }

    private static Instant roundTrip(Database database, Instant time) {
        try (Writer writer = new Writer(database, Duration.ofSeconds(20))) {
            writer.write(handle -> handle.createUpdate("update outbox_pace set free_at = :time")
                    .bind("time", time)
                    .execute());
        }
        return database.read(handle -> handle.createQuery("select free_at from outbox_pace")
                .mapTo(Instant.class)
                .one());
    }

    private static List<String> kinds(Database database) {
        return database.read(handle -> handle.createQuery("select kind from outbox_pace order by kind")
                .mapTo(String.class)
                .list());
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertOpening(String url) {
        return assertThatThrownBy(() -> Database.open(url).close()).isInstanceOf(CannotOpenDatabaseException.class);
    }

    private String file(String name) {
        return "jdbc:h2:file:" + folder.resolve(name);
    }

    private static int port() {
        return TestDatabase.postgresPort();
    }
}
