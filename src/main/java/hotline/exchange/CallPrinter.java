package hotline.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.phone.CardNumbers;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes a call as one reads it: the time since it began, who speaks, and what is said. */
final class CallPrinter {
    private final PrintStream out;
    private @Nullable Instant beganAt;
    private Instant lastAt = Instant.EPOCH;

    CallPrinter(PrintStream out) {
        this.out = out;
    }

    void print(PhoneClient.Event event) {
        JsonNode data = event.data();
        switch (event.name()) {
            case "heard" -> heard(data);
            case "message" -> {
                String from = data.path("from").asText();
                line(
                        at(data),
                        "SMS",
                        data.path("body").asText().replace("\n", "\n             ") + "   (from " + from + ")");
            }
            case "state" -> {
                if (beganAt == null && data.hasNonNull("since")) {
                    beganAt = Instant.parse(data.path("since").asText());
                }
            }
            default -> {
                // That something was heard to its end, or typed, is not worth a line.
            }
        }
    }

    private void heard(JsonNode data) {
        String speaker = switch (data.path("speaker").asText()) {
            case "hotline" -> "Hotline";
            case "network" -> "Network";
            default -> data.path("speaker").asText();
        };
        String text = data.path("text").asText();
        boolean sound = !data.path("kind").asText().equals("speech")
                && !data.path("kind").asText().equals("person");
        line(at(data), speaker, sound ? "♪ " + text : text);
    }

    /** Keys have no time of their own: they come right after what was heard last. */
    void pressed(String keys) {
        line(
                lastAt,
                "You",
                CardNumbers.isIn(keys) ? CardNumbers.redact(keys) : "[" + String.join(" ", keys.split("")) + "]");
    }

    String ending(String outcome) {
        return switch (outcome) {
            case "completed" -> "The call has ended.";
            case "busy" -> "The line is busy.";
            case "failed" -> "The number cannot be reached.";
            default -> "The call has ended without an answer.";
        };
    }

    private Instant at(JsonNode data) {
        lastAt = Instant.parse(data.path("at").asText());
        return lastAt;
    }

    private void line(Instant at, String who, String text) {
        Duration since = beganAt == null || at.isBefore(beganAt) ? Duration.ZERO : Duration.between(beganAt, at);
        out.printf("%2d:%02d %-8s %s%n", since.toMinutes(), since.toSecondsPart(), who, text);
        out.flush();
    }
}
