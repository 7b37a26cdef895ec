package hotline.rehearsal;

import hotline.flow.VoiceFlows;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes an example as its author would. */
final class ExampleWriter {
    /** The first line of a file of examples, by which editors know what may stand in it. */
    private static final String SCHEMA = "# yaml-language-server: $schema=../schema/tests.schema.json";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final VoiceFlows flows;
    private final StringBuilder yaml = new StringBuilder();

    ExampleWriter(VoiceFlows flows) {
        this.flows = flows;
    }

    static String minute(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }

    /**
     * Writes a file with what is given and done, and as expected what was heard and what came of it.
     *
     * @param chapters what was heard at first, and after each thing that is done
     */
    String write(Example example, List<List<Spoken>> chapters, Aftermath aftermath) {
        line(SCHEMA);
        line("test: " + example.name());
        given(example.given());
        line("call:");
        hear(chapters, 0);
        for (int i = 0; i < example.moves().size(); i++) {
            line("  - " + written(example.moves().get(i)));
            hear(chapters, i + 1);
        }
        then(aftermath);
        return yaml.toString();
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }

    private void given(Given given) {
        line("given:");
        line("  caller: " + given.caller().map(number -> quoted(number.e164())).orElse("withheld"));
        line("  dialled: " + quoted(given.dialled().number().e164()));
        line("  at: "
                + LocalDateTime.ofInstant(given.at(), given.dialled().zone()).truncatedTo(ChronoUnit.SECONDS));
        if (given.ordersDown()) {
            line("  orders: unavailable");
        } else {
            items("orders", given.orders().stream().map(ExampleWriter::order).toList());
        }
        items("tickets", given.tickets().stream().map(this::ticket).toList());
        items("agents", given.agents().stream().map(ExampleWriter::agent).toList());
    }

    private void items(String name, List<Map<String, String>> items) {
        if (!items.isEmpty()) {
            line("  " + name + ":");
            items.forEach(item -> line("    - " + flow(item)));
        }
    }

    private static Map<String, String> order(GivenOrder order) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("number", quoted(order.number().value()));
        fields.put("status", order.status().name().toLowerCase(Locale.ROOT));
        fields.put("placed", order.placed().toString());
        order.promised().ifPresent(day -> fields.put("promised", day.toString()));
        order.delivered().ifPresent(day -> fields.put("delivered", day.toString()));
        order.total().ifPresent(total -> fields.put("total", total.toString()));
        order.carrier().ifPresent(carrier -> fields.put("carrier", quoted(carrier)));
        order.tracking().ifPresent(tracking -> fields.put("tracking", quoted(tracking)));
        return fields;
    }

    private Map<String, String> ticket(GivenTicket ticket) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("number", quoted(ticket.number().value()));
        fields.put("category", ticket.category().word());
        ticket.order().ifPresent(order -> fields.put("order", quoted(order.value())));
        fields.put("opened", ticket.opened().toString());
        return fields;
    }

    private static Map<String, String> agent(GivenAgent agent) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", agent.name());
        if (agent.busy()) {
            fields.put("busy", "yes");
        }
        return fields;
    }

    private void hear(List<List<Spoken>> chapters, int chapter) {
        List<Spoken> heard = chapter < chapters.size() ? chapters.get(chapter) : List.of();
        if (!heard.isEmpty()) {
            line("  - hear: [" + heard.stream().map(Spoken::prompt).collect(Collectors.joining(", ")) + "]");
        }
    }

    private static String written(Move move) {
        if (move instanceof Move.Press press) {
            return "press: " + quoted(press.keys());
        }
        if (move instanceof Move.Speak speak) {
            return "speak: " + quoted(speak.message());
        }
        return move instanceof Move.Wait wait ? "wait: " + wait.length().toSeconds() + "s" : move.words();
    }

    private void then(Aftermath aftermath) {
        Map<String, String> found = aftermath.found();
        line("then:");
        thing(found, "ticket", List.of("category", "desired-outcome", "status"));
        thing(found, "callback", List.of("topic"));
        line("  voicemail: " + (found.containsKey("voicemail") ? "yes" : Outcome.NONE));
        line("  language: "
                + found.getOrDefault("language", flows.languages().get(0).code()));
        line("  at: " + found.get("at"));
        List<String> sent = aftermath.sent();
        line("  sms: " + (sent.isEmpty() ? Outcome.NONE : "[" + String.join(", ", sent) + "]"));
    }

    private void thing(Map<String, String> found, String name, List<String> parts) {
        if (!found.containsKey(name)) {
            line("  " + name + ": " + Outcome.NONE);
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        parts.forEach(part -> Optional.ofNullable(found.get(name + "." + part)).ifPresent(is -> fields.put(part, is)));
        line("  " + name + ": " + flow(fields));
    }

    private static String flow(Map<String, String> fields) {
        List<String> written = new ArrayList<>();
        fields.forEach((name, value) -> written.add(name + ": " + value));
        return "{" + String.join(", ", written) + "}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
