package hotline.flow;

/** A step's mention of something that is defined elsewhere; gathered while reading, checked when everything is read. */
record Use(Kind kind, Ref ref) {
    /** What the name is the name of, in the words of an error message. */
    enum Kind {
        TARGET("step", Rule.UNKNOWN_STEP),
        PROMPT("prompt", Rule.UNKNOWN_PROMPT),
        ENTRY("kind of entry", Rule.UNKNOWN_ENTRY),
        QUEUE("queue", Rule.UNKNOWN_QUEUE),
        TOPIC("topic", Rule.UNKNOWN_TOPIC),
        MESSAGE("message", Rule.UNKNOWN_MESSAGE),
        FLOW("flow", Rule.UNKNOWN_FLOW),
        LANGUAGE("language", Rule.UNKNOWN_LANGUAGE),
        VALUE("value", Rule.UNKNOWN_VALUE),
        AUDIO("recording", Rule.MISSING_AUDIO),
        HOURS("hours", Rule.UNKNOWN_HOURS);

        final String word;

        /** What is broken when there is none of that name. */
        final Rule rule;

        Kind(String word, Rule rule) {
            this.word = word;
            this.rule = rule;
        }
    }
}
