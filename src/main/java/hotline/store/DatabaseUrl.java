package hotline.store;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/**
 * The address of a database, with the settings that Hotline needs where the operator chose none, and with words for what
 * goes wrong at the start. Nothing that it says holds a password.
 */
record DatabaseUrl(String url) {
    private static final String H2 = "jdbc:h2:";
    private static final String H2_FILE = H2 + "file:";
    private static final String POSTGRES = "jdbc:postgresql:";

    /**
     * Under MODE, DATABASE_TO_LOWER and DEFAULT_NULL_ORDERING, H2 understands the same SQL as PostgreSQL. It must not close
     * the file in a shutdown hook of its own while the writer still drains, and its trace file would hold private data.
     */
    private static final String[] H2_SETTINGS = {
        "MODE=PostgreSQL",
        "DATABASE_TO_LOWER=TRUE",
        "DEFAULT_NULL_ORDERING=HIGH",
        "DB_CLOSE_ON_EXIT=FALSE",
        "TRACE_LEVEL_FILE=0",
        "TRACE_LEVEL_SYSTEM_OUT=0"
    };

    // SQLSTATE of PostgreSQL (manual, appendix A) and, where H2 has no standard one, H2's error code
    // (org.h2.api.ErrorCode).
    private static final Set<String> WRONG_LOGIN = Set.of("28000", "28P01");
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String ALREADY_OPEN = "90020";

    DatabaseUrl {
        if (!url.startsWith(H2) && !url.startsWith(POSTGRES)) {
            throw new CannotOpenDatabaseException(
                    "\"" + placeOf(url) + "\" is not a database that Hotline can use; write jdbc:h2:file:./data/hotline"
                            + " or jdbc:postgresql://host/database?user=…&password=…",
                    null);
        }
        if (url.startsWith(H2 + "tcp:") || url.startsWith(H2 + "ssl:") || has(url, "AUTO_SERVER=TRUE")) {
            throw new CannotOpenDatabaseException(
                    "an H2 file serves one process only; write jdbc:h2:file:… without a server, or use PostgreSQL,"
                            + " which several nodes can share",
                    null);
        }
        if (url.startsWith(POSTGRES) && url.split("\\?", 2)[0].contains("@")) {
            throw new CannotOpenDatabaseException(
                    "the database address has a user before the host; write it at the end:"
                            + " jdbc:postgresql://host/database?user=…&password=…",
                    null);
        }
        if (hasWrongPort(url)) {
            throw new CannotOpenDatabaseException(
                    "\"" + placeOf(url) + "\" has something else than a port from 1 to 65535 behind the host; write"
                            + " jdbc:postgresql://host:5432/database?user=…&password=…",
                    null);
        }
    }

    /** The driver would say so in lines of its own, and then look for another driver. */
    private static boolean hasWrongPort(String url) {
        String place = placeOf(url);
        return place.startsWith(POSTGRES + "//")
                && Arrays.stream(place.substring(POSTGRES.length() + 2)
                                .split("/", 2)[0]
                                .split(",", -1))
                        .map(host -> host.replaceFirst("^\\[[^\\]]*\\]", ""))
                        .filter(host -> host.contains(":"))
                        .map(host -> host.substring(host.indexOf(':') + 1))
                        .anyMatch(port -> !port.matches("[0-9]{1,5}")
                                || Integer.parseInt(port) < 1
                                || Integer.parseInt(port) > 65_535);
    }

    private static boolean has(String url, String setting) {
        return url.toUpperCase(Locale.ROOT).contains(";" + setting);
    }

    boolean isH2() {
        return url.startsWith(H2);
    }

    /** For the driver: on H2 with the settings that only the address can carry. */
    String complete() {
        StringBuilder complete = new StringBuilder(url);
        if (isH2()) {
            for (String setting : H2_SETTINGS) {
                String name = setting.substring(0, setting.indexOf('=') + 1);
                if (!has(url, name)) {
                    complete.append(';').append(setting);
                }
            }
        }
        return complete.toString();
    }

    /**
     * What the driver is given beside the address; what the address says itself wins.
     *
     * @param answerSeconds how long one answer of PostgreSQL may take before the connection counts as broken
     */
    Properties properties(int answerSeconds) {
        Properties properties = new Properties();
        if (isH2()) {
            if (!has(url, "USER=")) {
                properties.setProperty("user", "sa");
            }
            if (!has(url, "PASSWORD=")) {
                properties.setProperty("password", "");
            }
        } else {
            properties.setProperty("connectTimeout", "2");
            properties.setProperty("socketTimeout", Integer.toString(answerSeconds));
            properties.setProperty("tcpKeepAlive", "true");
            // After a fail-over the old primary may answer as a standby, at the same address or as one of several.
            properties.setProperty("targetServerType", "primary");
            properties.setProperty("hostRecheckSeconds", "2");
            properties.setProperty("ApplicationName", "hotline");
            // PostgreSQL's details hold the values of the row, which may be private.
            properties.setProperty("logServerErrorDetail", "false");
        }
        return properties;
    }

    /** Makes the folder of an H2 file. */
    void makeFolder() {
        if (!url.startsWith(H2_FILE)) {
            return;
        }
        String file = place().substring(H2_FILE.length());
        Path folder = Path.of(file.startsWith("~") ? System.getProperty("user.home") + file.substring(1) : file)
                .toAbsolutePath()
                .getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CannotOpenDatabaseException(
                    "the folder " + folder + " for the database cannot be made; make it, and let Hotline write there",
                    e);
        }
    }

    /** The address without anything that may be secret. */
    String place() {
        return placeOf(url);
    }

    private static String placeOf(String url) {
        return url.split("[?;]", 2)[0].replaceAll("//[^/@]*@", "//");
    }

    /** Says what went wrong while opening, and how to mend it. */
    CannotOpenDatabaseException explain(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String why;
        if (state.equals(ALREADY_OPEN)) {
            why = "the database file " + place()
                    + " is in use by another process; stop that one, or use PostgreSQL, which"
                    + " several nodes can share";
        } else if (WRONG_LOGIN.contains(state)) {
            why = "the database " + place() + " refuses the user name or the password; correct them at the end of the"
                    + (isH2() ? " address: ;USER=…;PASSWORD=…" : " address: ?user=…&password=…");
        } else if (state.equals(NO_SUCH_DATABASE)) {
            why = "there is no database " + place() + "; create it with createdb, or correct the address";
        } else if (state.startsWith("08")) {
            why = "no database answers at " + place() + " (" + reason(e) + "); start it, or correct the address";
        } else {
            why = "the database " + place() + " cannot be opened: " + reason(e);
        }
        return new CannotOpenDatabaseException(why, e);
    }

    private static String reason(SQLException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return root instanceof UnknownHostException ? "unknown host " + said : said;
    }
}
