package hotline.flow;

/** A step's mention of something that is defined elsewhere; gathered while reading, checked when everything is read. */
record Use(Kind kind, Ref ref) {
    /** What the name is the name of, in the words of an error message. */
    enum Kind {
        TARGET("step"),
        PROMPT("prompt"),
        ENTRY("kind of entry"),
        QUEUE("queue"),
        CATEGORY("ticket category"),
        MESSAGE("message"),
        FLOW("flow"),
        LANGUAGE("language"),
        VALUE("value"),
        AUDIO("recording");

        final String word;

        Kind(String word) {
            this.word = word;
        }
    }
}
