package hotline.flow;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The kinds of steps there are, by the field that names them. */
final class StepKinds {
    /** Makes a step of its fields; the kinds of entry are those of entries.yaml. */
    interface Reader {
        Step read(StepFields fields, Map<String, EntryKind> entries);
    }

    private static final Map<String, Reader> READERS = new TreeMap<>(Map.ofEntries(
            entry("menu", (fields, entries) -> MenuStep.read(fields)),
            entry("choose", (fields, entries) -> ChooseStep.read(fields)),
            entry("collect", CollectStep::read),
            entry("order", (fields, entries) -> OrderStep.read(fields)),
            entry("decide", (fields, entries) -> DecideStep.read(fields)),
            entry("ticket", (fields, entries) -> TicketStep.read(fields)),
            entry("find-ticket", (fields, entries) -> FindTicketStep.read(fields)),
            entry("message", (fields, entries) -> MessageStep.read(fields)),
            entry("queue", (fields, entries) -> QueueStep.read(fields)),
            entry("callback", (fields, entries) -> CallbackStep.read(fields)),
            entry("booked-callback", (fields, entries) -> BookedCallbackStep.read(fields)),
            entry("voicemail", (fields, entries) -> VoicemailStep.read(fields)),
            entry("rate", (fields, entries) -> RateStep.read(fields)),
            entry("say", (fields, entries) -> SayStep.read(fields)),
            entry("language", (fields, entries) -> LanguageStep.read(fields)),
            entry("call", (fields, entries) -> SubFlowStep.read(fields)),
            entry("hang-up", (fields, entries) -> HangUpStep.read(fields))));

    private StepKinds() {}

    static Set<String> names() {
        return READERS.keySet();
    }

    static Reader reader(String kind) {
        Reader reader = READERS.get(kind);
        if (reader == null) {
            throw new IllegalArgumentException("no such kind of step: " + kind);
        }
        return reader;
    }
}
