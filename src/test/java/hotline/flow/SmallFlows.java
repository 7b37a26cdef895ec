package hotline.flow;

import java.util.LinkedHashMap;
import java.util.Map;

/** A folder of flows just big enough to be right, as a base for tests. */
final class SmallFlows {
    private static final String HUMAN = """
            flow: human
            start: bye
            steps:
              bye: {hang-up: human-bye}
            """;

    private final Map<String, String> files = new LinkedHashMap<>();

    SmallFlows() {
        files.put("voices.yaml", "id: Voice.id\nen: Voice.en\n");
        files.put("numbers.yaml", "\"+62215550001\": {flow: main, language: id, zone: Asia/Jakarta}\n");
        files.put("entries.yaml", """
                order-number: {shapes: [999-999, 99-XX], logged: last-two}
                pin: {least-digits: 2, most-digits: 4, logged: nothing}
                ticket-number: {shapes: 999-999-999, logged: last-two}
                last-four: {shapes: 9999, logged: nothing}
                """);
        files.put("queues.yaml", "missing-order:\nno-tracking-number:\ndefective-return:\nother:\n");
        files.put("human.yaml", HUMAN);
        for (String language : new String[] {"id", "en"}) {
            StringBuilder prompts = new StringBuilder("human-bye: human bye\n");
            for (FixedPrompt fixed : FixedPrompt.values()) {
                prompts.append(fixed.promptName())
                        .append(": <")
                        .append(fixed.promptName())
                        .append(">\n");
            }
            files.put("prompts/" + language + ".yaml", prompts.toString());
            StringBuilder messages = new StringBuilder();
            for (FixedMessage fixed : FixedMessage.values()) {
                messages.append(fixed.templateName()).append(": message\n");
            }
            files.put("messages/" + language + ".yaml", messages.toString());
        }
    }

    /** A flow of one's own, or another file in place of the one that is there. */
    SmallFlows file(String name, String text) {
        files.put(name, text);
        return this;
    }

    SmallFlows main(String steps) {
        return file("main.yaml", "flow: main\nstart: first\nsteps:\n" + steps.indent(2));
    }

    /** Prompts whose text is their name, in both languages. */
    SmallFlows prompts(String... names) {
        for (String name : names) {
            prompt(name, name);
        }
        return this;
    }

    /** The prompt becomes the first of its file. */
    SmallFlows prompt(String name, String text) {
        files.merge("prompts/id.yaml", name + ": " + text + "\n", (rest, line) -> line + rest);
        files.merge("prompts/en.yaml", name + ": " + text + "\n", (rest, line) -> line + rest);
        return this;
    }

    SmallFlows message(String name, String text) {
        files.merge("messages/id.yaml", name + ": " + text + "\n", String::concat);
        files.merge("messages/en.yaml", name + ": " + text + "\n", String::concat);
        return this;
    }

    Map<String, String> files() {
        return files;
    }

    VoiceFlows load() {
        return FlowLoader.load(files);
    }
}
