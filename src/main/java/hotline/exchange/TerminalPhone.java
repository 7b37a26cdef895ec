package hotline.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A phone in the terminal: rings the hotline of a running exchange, prints what is heard line by line, and presses keys, typed
 * or from a script.
 */
public final class TerminalPhone {
    /** The call went well. */
    public static final int OK = 0;

    /** The hotline complained, did not answer, or broke off with an error. */
    public static final int FAILED = 1;

    /** No exchange is running at the address, or the keys cannot be pressed: there was no call. */
    public static final int NO_CALL = 2;

    /** Longest time without anything happening before a scripted call gives up, in seconds. */
    private static final int PATIENCE_SECONDS = 120;

    /** After the call a message may still be on its way, in milliseconds. */
    private static final int LATE_MESSAGES_MILLIS = 1500;

    private final PhoneClient client;
    private final Optional<LocalDateTime> asIfAt;
    private final PrintStream out;
    private final BlockingQueue<PhoneClient.Event> events = new LinkedBlockingQueue<>();
    private final KeyScript script;
    private final CallPrinter printer;
    private boolean answered;

    private TerminalPhone(PhoneClient client, Optional<LocalDateTime> asIfAt, KeyScript script, PrintStream out) {
        this.client = client;
        this.asIfAt = asIfAt;
        this.out = out;
        this.script = script;
        this.printer = new CallPrinter(out);
    }

    /**
     * Makes one call.
     *
     * @param exchange address of the running exchange
     * @param from number of this phone
     * @param asIfAt the time as if which the call is to be answered, by the clock of the number that is called
     * @param keys what to press whenever the hotline waits for keys, separated by commas; {@code w} lets it wait once without a
     *     key, {@code h} hangs up; none for keys typed by hand, line by line, {@code h} to hang up
     * @return 0 if the hotline answered and no complaint arose, else another number, for the shell
     */
    public static int run(
            URI exchange,
            String from,
            Optional<LocalDateTime> asIfAt,
            Optional<String> keys,
            PrintStream out,
            InputStream in) {
        KeyScript script;
        try {
            script = keys.map(KeyScript::parse).orElseGet(KeyScript::byHand);
        } catch (IllegalArgumentException noKeys) {
            out.println(noKeys.getMessage());
            return NO_CALL;
        }
        PhoneClient client = new PhoneClient(exchange, from);
        JsonNode network;
        try {
            network = client.network();
        } catch (IOException unreachable) {
            out.println("No demo is running at " + exchange + ". Start one with ./hotline demo, in another terminal;"
                    + " if its phones have a port of their own, set HOTLINE_PHONES_PORT here, too.");
            return NO_CALL;
        }
        String to = network.path("numbers").path(0).asText("");
        if (to.isEmpty()) {
            out.println("The phone network at " + exchange + " has no hotline to call.");
            return NO_CALL;
        }
        TerminalPhone phone = new TerminalPhone(client, asIfAt, script, out);
        return phone.call(to, network.path("complaints").size(), keys.isPresent() ? null : in);
    }

    private int call(String to, int complaintsBefore, @Nullable InputStream in) {
        try {
            Runnable stopListening = client.listen(events::add);
            String voiceQuery = asIfAt.map(at -> "at=" + at).orElse("");
            try (OpenLine line = OpenLine.dial(client, to, voiceQuery)) {
                out.println("Calling " + to + " from " + client.number()
                        + asIfAt.map(at -> ", as if it were " + at.toString().replace('T', ' '))
                                .orElse("")
                        + " …"
                        + (in == null ? "" : "   (type keys and press Enter; h hangs up)"));
                if (in != null) {
                    readKeys(in);
                }
                follow(line);
            } finally {
                stopListening.run();
            }
            return judge(complaintsBefore);
        } catch (PhoneClient.GoneException gone) {
            out.println("The hotline's demo has stopped.");
            return FAILED;
        } catch (IOException refused) {
            out.println("The call failed: " + refused.getMessage());
            return FAILED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private void readKeys(InputStream in) {
        Thread reader = new Thread(
                () -> {
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()));
                    lines.lines().forEach(line -> events.add(PhoneClient.Event.typed(line.strip())));
                },
                "keys");
        reader.setDaemon(true);
        reader.start();
    }

    private void follow(OpenLine line) throws IOException, InterruptedException {
        boolean dialed = false;
        while (true) {
            PhoneClient.Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                if (script.isByHand()) {
                    continue;
                }
                out.println("Nothing has happened for " + PATIENCE_SECONDS + " s: hanging up.");
                answered = false;
                return;
            }
            if (event.name().equals("gone")) {
                throw new PhoneClient.GoneException();
            }
            String state = event.data().path("state").asText();
            dialed = dialed || state.equals("dialing") || state.equals("talking");
            answered = answered || state.equals("talking");
            if (dialed) {
                printer.print(event);
                react(event);
            }
            if (dialed && state.equals("idle")) {
                line.over();
                lateMessages();
                out.println(printer.ending(event.data().path("lastOutcome").asText()));
                return;
            }
        }
    }

    private void lateMessages() throws InterruptedException {
        PhoneClient.Event event = events.poll(LATE_MESSAGES_MILLIS, TimeUnit.MILLISECONDS);
        while (event != null) {
            printer.print(event);
            event = events.poll(LATE_MESSAGES_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void react(PhoneClient.Event event) throws IOException {
        if (event.name().equals("typed")) {
            press(event.data().path("keys").asText());
        } else if (event.name().equals("state") && event.data().path("awaited").asBoolean()) {
            Optional<String> next = script.next();
            if (next.isPresent()) {
                press(next.get());
            }
        }
    }

    private void press(String keys) throws IOException {
        if (keys.equals(KeyScript.HANG_UP)) {
            client.act("hangup");
        } else if (keys.matches("[0-9*#]+")) {
            printer.pressed(keys);
            client.act("press", "keys", keys);
        } else if (!keys.isEmpty()) {
            out.println("A phone has the keys 0-9, * and #; h hangs up.");
        }
    }

    private int judge(int complaintsBefore) throws IOException {
        JsonNode complaints = client.network().path("complaints");
        for (int i = complaintsBefore; i < complaints.size(); i++) {
            out.println("Complaint: " + complaints.path(i).path("text").asText());
        }
        if (!answered) {
            out.println("The hotline did not answer.");
        }
        return answered && complaints.size() <= complaintsBefore ? OK : FAILED;
    }
}
