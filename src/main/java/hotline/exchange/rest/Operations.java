package hotline.exchange.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operations of the API with the parameters that each takes, read from {@code rest-operations.json}. */
public final class Operations {
    private static final String RESOURCE = "/exchange/rest-operations.json";

    /** A kind: Twilio would do something that the exchange does not. */
    private static final String NOT_CARRIED_OUT = "not carried out";

    /** A kind: a whole number from the first to the last. */
    private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");

    private final List<Operation> operations = new ArrayList<>();

    private record Operation(String name, String method, Pattern path, JsonNode parameters) {}

    /** Reads the table. */
    public Operations() {
        try (InputStream in = Objects.requireNonNull(Operations.class.getResourceAsStream(RESOURCE))) {
            JsonNode table = new ObjectMapper().readTree(in).path("operations");
            table.properties().forEach(entry -> operations.add(operation(entry.getKey(), entry.getValue())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Operation operation(String name, JsonNode parameters) {
        int blank = name.indexOf(' ');
        String path = name.substring(blank + 1).replace(".", "\\.").replace("*", "([^/]+?)");
        return new Operation(name, name.substring(0, blank), Pattern.compile(path), parameters);
    }

    /**
     * Finds the operation and checks the parameters against it.
     *
     * @param path below the account, as {@code /Calls.json}
     * @throws RestException 20404 where there is no such address, 20004 where it takes another method, 20001 for a parameter
     *     that the operation does not know or the exchange does not carry out, 20422 for a value of the wrong kind
     */
    public RestRequest read(String method, String path, Map<String, List<String>> parameters) {
        boolean known = false;
        for (Operation operation : operations) {
            Matcher matcher = operation.path().matcher(path);
            if (!matcher.matches()) {
                continue;
            }
            known = true;
            if (operation.method().equals(method)) {
                check(operation, parameters);
                List<String> names = new ArrayList<>();
                for (int i = 1; i <= matcher.groupCount(); i++) {
                    names.add(matcher.group(i));
                }
                return new RestRequest(operation.name(), path, List.copyOf(names), parameters);
            }
        }
        throw known
                ? RestException.mistake(405, 20004, "Method not allowed: " + method + " " + path)
                : RestException.mistake(
                        404,
                        20404,
                        "The requested resource " + path + " was not found (or the exchange does not serve it)");
    }

    private static void check(Operation operation, Map<String, List<String>> parameters) {
        parameters.forEach((name, values) -> {
            JsonNode kind = operation.parameters().get(name);
            if (kind == null) {
                throw RestException.mistake(400, 20001, "Unknown parameter \"" + name + "\" of " + operation.name());
            }
            if (kind.asText().equals(NOT_CARRIED_OUT)) {
                refuseUnlessOff(operation, name, values);
                return;
            }
            if (values.size() > 1 && !kind.asText().equals("repeated")) {
                throw RestException.mistake(400, 20422, "Parameter \"" + name + "\" was given more than once");
            }
            for (String value : values) {
                if (!value.isEmpty() && !fits(kind, value)) {
                    throw RestException.mistake(
                            400,
                            20422,
                            "Invalid value \"" + value + "\" of parameter \"" + name + "\": expected " + kind);
                }
            }
        });
    }

    private static void refuseUnlessOff(Operation operation, String name, List<String> values) {
        if (!values.stream().allMatch(value -> value.isEmpty() || value.equalsIgnoreCase("false"))) {
            throw RestException.mistake(
                    400,
                    20001,
                    "Parameter \"" + name + "\" of " + operation.name()
                            + " is one of Twilio's that the built-in phone network does not carry out");
        }
    }

    private static boolean fits(JsonNode kind, String value) {
        if (kind.isArray()) {
            for (JsonNode allowed : kind) {
                if (allowed.asText().equals(value)) {
                    return true;
                }
            }
            return false;
        }
        Matcher range = RANGE.matcher(kind.asText());
        if (range.matches()) {
            return value.matches("\\d{1,9}")
                    && Integer.parseInt(value) >= Integer.parseInt(range.group(1))
                    && Integer.parseInt(value) <= Integer.parseInt(range.group(2));
        }
        return switch (kind.asText()) {
            case "boolean" -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
            case "integer" -> value.matches("-?\\d{1,9}");
            case "number" -> value.matches("-?\\d+(\\.\\d+)?");
            case "url" -> isUrl(value);
            default -> true;
        };
    }

    private static boolean isUrl(String value) {
        try {
            URI uri = new URI(value);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
