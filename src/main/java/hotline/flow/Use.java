package hotline.flow;

/** A step's mention of something that is defined elsewhere; gathered while reading, checked when everything is read. */
record Use(Kind kind, Ref ref) {
    /** What the name is the name of. */
    enum Kind {
        TARGET("none.step", Rule.UNKNOWN_STEP),
        PROMPT("none.prompt", Rule.UNKNOWN_PROMPT),
        ENTRY("none.entry", Rule.UNKNOWN_ENTRY),
        QUEUE("none.queue", Rule.UNKNOWN_QUEUE),
        TOPIC("none.topic", Rule.UNKNOWN_TOPIC),
        MESSAGE("none.message", Rule.UNKNOWN_MESSAGE),
        FLOW("none.flow", Rule.UNKNOWN_FLOW),
        LANGUAGE("none.language", Rule.UNKNOWN_LANGUAGE),
        VALUE("none.value", Rule.UNKNOWN_VALUE),
        AUDIO("none.recording", Rule.MISSING_AUDIO),
        HOURS("none.hours", Rule.UNKNOWN_HOURS);

        /** The key of the phrase that there is none of that name. */
        final String none;

        /** What is broken when there is none of that name. */
        final Rule rule;

        Kind(String none, Rule rule) {
            this.none = none;
            this.rule = rule;
        }
    }
}
