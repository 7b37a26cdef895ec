package hotline.flow;

import hotline.phone.Language;
import java.util.Map;

/** All that a folder of flows holds, as it was read. */
record FlowContents(
        Map<String, Flow> flows,
        Settings settings,
        Map<Language, Map<String, Prompt>> prompts,
        Map<Language, Map<String, Prompt>> messages) {
    /** The small files beside the flows. */
    record Settings(
            Map<Language, Voice> voices,
            Map<String, DialledNumber> numbers,
            Map<String, EntryKind> entries,
            Map<String, QueueRules> queues,
            Map<String, StaffedHours> hours) {}
}
