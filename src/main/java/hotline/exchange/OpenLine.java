package hotline.exchange;

import java.io.IOException;

/**
 * The call of a phone in the terminal while it lasts. Whatever ends the program, Ctrl-C as well, hangs up: a call left open
 * would walk on by itself, and keep the phone from its next one.
 */
final class OpenLine implements AutoCloseable {
    private final PhoneClient client;
    private volatile boolean open = true;

    private OpenLine(PhoneClient client) {
        this.client = client;
    }

    /**
     * Dials.
     *
     * @throws IOException where the phone cannot dial, or nobody answers at the exchange's address
     */
    static OpenLine dial(PhoneClient client, String to, String voiceQuery) throws IOException {
        OpenLine line = new OpenLine(client);
        Runtime.getRuntime().addShutdownHook(new Thread(line::close, "hang-up"));
        try {
            client.act("dial", "to", to, "voiceQuery", voiceQuery);
            return line;
        } catch (IOException refused) {
            line.over();
            throw refused;
        }
    }

    /** The other end has hung up. */
    void over() {
        open = false;
    }

    @Override
    public void close() {
        if (!open) {
            return;
        }
        over();
        try {
            client.act("hangup");
        } catch (IOException alreadyGone) {
            over(); // and with the demo its calls
        }
    }
}
