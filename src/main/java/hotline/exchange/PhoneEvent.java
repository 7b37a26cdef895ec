package hotline.exchange;

/**
 * Something that a phone shows.
 *
 * @param what a {@link Heard} or a {@link TextMessage}, by kind; of a state the phone itself tells
 */
record PhoneEvent(Kind kind, Object what) {
    enum Kind {
        STATE("state"),
        HEARD("heard"),
        HEARD_IN_FULL("full"),
        MESSAGE("message");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** Its name on the wire. */
        String text() {
            return text;
        }
    }
}
