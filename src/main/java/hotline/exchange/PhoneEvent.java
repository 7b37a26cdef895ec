package hotline.exchange;

/**
 * Something that a phone shows.
 *
 * @param what the state's name, a {@link Heard} or a {@link TextMessage}, by kind
 */
record PhoneEvent(Kind kind, Object what) {
    enum Kind {
        STATE,
        HEARD,
        HEARD_IN_FULL,
        MESSAGE
    }
}
