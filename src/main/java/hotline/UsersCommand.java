package hotline;

import hotline.agent.Accounts;
import hotline.agent.Agents;
import hotline.agent.Audit;
import hotline.agent.KnownDevices;
import hotline.agent.NewAgent;
import hotline.agent.Passwords;
import hotline.agent.Role;
import hotline.agent.Skills;
import hotline.agent.WebSessions;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.store.CannotOpenDatabaseException;
import hotline.store.Changes;
import hotline.store.Database;
import hotline.store.Writer;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline users}: accounts from the terminal; the first one of an installation has to come from here. */
@Command(
        name = "users",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Makes accounts for the pages.",
        subcommands = UsersCommand.Add.class)
final class UsersCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UserException("say what to do: hotline users add NAME --role admin");
    }

    /** {@code hotline users add}. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = {
                "Makes an account, or changes the one of that name.",
                "Asks for a password; without a terminal it is read from the first line of the input."
            })
    static final class Add implements Callable<Integer> {
        /** In the audit trail. */
        private static final String BY = "terminal";

        @Parameters(
                paramLabel = "NAME",
                description = "to sign in with: small letters, digits, dots, dashes, underscores")
        private String username = "";

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                description = "agent, supervisor or admin; ${DEFAULT-VALUE} unless said otherwise",
                defaultValue = "agent")
        private String role = "";

        @Option(names = "--name", paramLabel = "NAME", description = "as callers and colleagues hear it")
        private @Nullable String name;

        @Option(
                names = "--phone",
                paramLabel = "NUMBER",
                description = "where calls ring, as +6281234567890; an account without one takes no calls")
        private @Nullable String phone;

        @Override
        public Integer call() throws Exception {
            NewAgent account = account();
            String hash = new Passwords().hash(password());
            Settings.Reader reader = new Settings.Reader(System.getenv());
            try (Database database = Database.open(reader.databaseUrl());
                    Writer writer = new Writer(database, Duration.ofSeconds(10));
                    Changes changes = Changes.of(database, writer)) {
                Instant now = Clock.systemUTC().instant();
                Accounts accounts =
                        new Accounts(new Agents(changes), new WebSessions(), new KnownDevices(), new Audit());
                writer.write(handle -> {
                    accounts.save(handle, BY, account, now);
                    accounts.setActive(handle, BY, account.username(), true, now);
                    return accounts.setPassword(handle, BY, account.username(), hash, Optional.empty(), now);
                });
            } catch (CannotOpenDatabaseException e) {
                throw new UserException(Setting.HOTLINE_DATABASE_URL + ": " + e.getMessage());
            }
            System.out.println("The account " + username + " (" + role + ") can sign in now.");
            return 0;
        }

        private NewAgent account() {
            Role known = Role.find(role)
                    .orElseThrow(
                            () -> new UserException("there is no role " + role + "; take agent, supervisor or admin"));
            try {
                return new NewAgent(
                        username,
                        Optional.ofNullable(name).orElse(username),
                        Optional.ofNullable(phone).map(PhoneNumber::new),
                        List.of(Language.INDONESIAN, Language.ENGLISH),
                        Skills.NONE,
                        known);
            } catch (IllegalArgumentException e) {
                throw new UserException(String.valueOf(e.getMessage()));
            }
        }

        // Newer Java always has a console, and reads a redirected input through it; older Java has none then.
        @SuppressWarnings("SystemConsoleNull")
        private static String password() throws IOException {
            Console console = System.console();
            String password = console == null ? fromInput() : new String(console.readPassword("Password: "));
            if (!Passwords.isAllowed(password)) {
                throw new UserException(
                        "a password has " + Passwords.SHORTEST + " to " + Passwords.LONGEST + " characters");
            }
            return password;
        }

        private static String fromInput() throws IOException {
            String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return Optional.ofNullable(line)
                    .orElseThrow(
                            () -> new UserException("no password was given; type one in the first line of the input"));
        }
    }
}
