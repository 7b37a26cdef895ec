package hotline;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Where a server is to listen. Finding out beforehand that it cannot lets one line say so and name the setting; the server itself
 * tells of it in a page of its own insides, and calls an address that this machine has not a port in use.
 */
record ListenAddress(String host, int port) {
    private static final int ANY_PORT = 0;
    private static final int FIRST_OPEN_TO_ALL = 1024;

    /**
     * Leaves if a server can listen here now.
     *
     * @param portSetting where the port came from
     * @throws SettingsException if it cannot, with what to set instead
     */
    void requireFree(Setting portSetting) {
        if (canListen(port)) {
            return;
        }
        if (!canListen(ANY_PORT)) {
            throw new SettingsException(
                    Setting.HOTLINE_HOST,
                    "'" + host + "' is no address of this machine; set 127.0.0.1 for this machine alone, or 0.0.0.0");
        }
        throw new SettingsException(
                portSetting,
                "port " + port + " is in use already"
                        + (port < FIRST_OPEN_TO_ALL ? ", or open to administrators only" : "")
                        + "; stop what uses it, or set another port");
    }

    private boolean canListen(int at) {
        InetSocketAddress address = new InetSocketAddress(host, at);
        if (address.isUnresolved()) {
            return false;
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
