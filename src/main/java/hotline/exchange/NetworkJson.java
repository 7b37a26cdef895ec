package hotline.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What there is in the network besides calls, as JSON. */
final class NetworkJson {
    private NetworkJson() {}

    /** The numbers that Hotline answers, the phones that were introduced, and what there is to complain about. */
    static ObjectNode of(Network network) {
        ObjectNode node = Json.object();
        ArrayNode numbers = node.putArray("numbers");
        network.served().forEach(served -> numbers.add(served.number()));
        node.put("savesCalls", network.callSaver().isPresent());
        ArrayNode phones = node.putArray("phones");
        network.introduced()
                .forEach((number, name) ->
                        phones.addObject().put("number", number).put("name", name));
        ArrayNode complaints = node.putArray("complaints");
        network.complaints
                .list()
                .forEach(complaint -> complaints
                        .addObject()
                        .put("at", complaint.at().toString())
                        .put("text", complaint.toString()));
        return node;
    }

    /** The same, and the latest lines of what went on. */
    static ObjectNode withLines(Network network) {
        ObjectNode node = of(network);
        ArrayNode lines = node.putArray("lines");
        network.log.latest().forEach(line -> lines.add(PhoneJson.line(line)));
        return node;
    }
}
