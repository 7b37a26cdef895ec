package hotline;

import hotline.exchange.CallLine;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/** Prints what happens on the phone network of the demo, a line for each thing, each call under a short number of its own. */
final class CallPrinter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PrintStream out;
    private final ZoneId zone;
    private final Map<String, Integer> shortNames = new HashMap<>();

    CallPrinter(PrintStream out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    synchronized void print(CallLine line) {
        int name = shortNames.computeIfAbsent(line.about(), about -> shortNames.size() + 1);
        out.printf("%s  #%-3d %-14s %s%n", TIME.format(line.at().atZone(zone)), name, line.number(), line.text());
    }
}
